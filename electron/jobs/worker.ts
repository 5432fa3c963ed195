// The one entry of every job's worker. It does one job and ends: nothing of one person's data stays in it.
import '../globalCrypto'
import { parentPort, workerData } from 'node:worker_threads'
import { failureOf } from '../store/messages'
import type { FromJob, JobOrder } from './messages'
import { perform } from './perform'

const port = parentPort
if (port === null) throw new Error('A job runs in a worker thread')
const say = (message: FromJob, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)

perform(workerData as JobOrder, (progress) => say({ type: 'progress', progress })).then(
  (result) => say({ type: 'done', result }, buffersIn(result)),
  (error: unknown) => say({ type: 'failed', failure: failureOf(error) }),
)

/** Bytes of a result are handed over, not copied: an import's rows are many megabytes. A view of a part of a buffer is copied. */
function buffersIn(result: unknown): ArrayBuffer[] {
  if (typeof result !== 'object' || result === null) return []
  const whole = Object.values(result).flatMap((value: unknown) =>
    value instanceof Uint8Array && value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength
      ? [value.buffer]
      : [],
  )
  return [...new Set(whole)]
}
