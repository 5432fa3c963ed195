// The one entry of every job's worker. It does one job and ends: nothing of one person's data stays in it.
import '../globalCrypto'
import { parentPort, workerData } from 'node:worker_threads'
import { buffersIn, crossingFailure } from '../store/messages'
import type { FromJob, JobOrder } from './messages'
import { perform } from './perform'

const port = parentPort
if (port === null) throw new Error('A job runs in a worker thread')
const say = (message: FromJob, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)

perform(workerData as JobOrder, (progress) => say({ type: 'progress', progress })).then(
  (result) => say({ type: 'done', result }, buffersIn(result)),
  (error: unknown) => say({ type: 'failed', failure: crossingFailure(error) }),
)
