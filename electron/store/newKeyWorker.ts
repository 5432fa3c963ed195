// Writes a workspace's files anew with another key, and ends. The window goes on meanwhile.
import '../globalCrypto'
import { parentPort, workerData } from 'node:worker_threads'
import { crossingFailure, type ThreadFailure } from './messages'
import { type NewKeyOrder, writeWithNewKey } from './newKey'

export type FromNewKey = { type: 'progress'; done: number; total: number } | { type: 'done' } | { type: 'failed'; failure: ThreadFailure }

const say = (message: FromNewKey) => parentPort?.postMessage(message)
try {
  writeWithNewKey(workerData as NewKeyOrder, (done, total) => say({ type: 'progress', done, total }))
  say({ type: 'done' })
} catch (error) {
  say({ type: 'failed', failure: crossingFailure(error) })
}
