import { errorOf } from './messages'
import type { NewKeyOrder } from './newKey'
import type { FromNewKey } from './newKeyWorker'
import makeWorker from './newKeyWorker?nodeWorker'

/** Hears how many of the files are done. */
export type NewKeyProgress = (done: number, total: number) => void
export type WriteWithNewKey = (order: NewKeyOrder, report: NewKeyProgress) => Promise<void>

/** `writeWithNewKey` without stopping this thread. */
export const newKeyInWorker: WriteWithNewKey = (order, report) =>
  new Promise((resolve, reject) => {
    const worker = makeWorker({ workerData: order })
    worker.on('message', (message: FromNewKey) => {
      if (message.type === 'progress') report(message.done, message.total)
      else if (message.type === 'done') resolve()
      else reject(errorOf(message.failure))
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The worker of a new key ended before it was done')))
  })
