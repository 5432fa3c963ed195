// Checks a workspace's folder beside the threads that have it open, and ends.
import '../../globalCrypto'
import { parentPort, workerData } from 'node:worker_threads'
import type { CheckReport } from '../../../shared/workspace/check'
import { crossingFailure, type ThreadFailure } from '../messages'
import { checkFolder, type CheckOrder } from './checkFolder'

/** `flag`: an Int32 in shared memory, 1 asks it to stop. */
export type CheckWish = CheckOrder & { flag: SharedArrayBuffer | null; now: number }
export type FromCheck =
  | { type: 'progress'; done: number; total: number }
  | { type: 'done'; report: CheckReport }
  | { type: 'failed'; failure: ThreadFailure }

const REPORT_MS = 100
const say = (message: FromCheck) => parentPort?.postMessage(message)
const { flag, now, ...order } = workerData as CheckWish
const asked = flag === null ? null : new Int32Array(flag)
let saidAt = 0
try {
  const observer = {
    signal: {
      get aborted() {
        return asked !== null && Atomics.load(asked, 0) !== 0
      },
    },
    report: ({ done, total }: { done: number; total: number }) => {
      const moment = Date.now()
      if (moment - saidAt < REPORT_MS && done < total) return
      saidAt = moment
      say({ type: 'progress', done, total })
    },
  }
  say({ type: 'done', report: checkFolder(order, observer, now) })
} catch (error) {
  say({ type: 'failed', failure: crossingFailure(error) })
} finally {
  order.key.fill(0)
}
