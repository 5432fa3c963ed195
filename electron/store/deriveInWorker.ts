import type { DeriveKey } from './keyDerivation'
import makeWorker from './keyWorker?nodeWorker'

/** Derives a key without stopping this thread. */
export const deriveInWorker: DeriveKey = (derivation) =>
  new Promise((resolve, reject) => {
    const worker = makeWorker({ workerData: derivation })
    worker.once('message', (key: Uint8Array) => resolve(key))
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The key worker ended without a key')))
  })
