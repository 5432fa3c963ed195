import type { CheckReport } from '../../../shared/workspace/check'
import { errorOf } from '../messages'
import type { CheckWish, FromCheck } from './checkWorker'
import makeWorker from './checkWorker?nodeWorker'

/** `checkFolder` without stopping this thread. The key stays the caller's to zero. @throws cancelled, newerVersion */
export function checkInWorker(wish: CheckWish, report: (progress: { done: number; total: number }) => void): Promise<CheckReport> {
  return new Promise((resolve, reject) => {
    const worker = makeWorker({ workerData: wish })
    worker.on('message', (message: FromCheck) => {
      if (message.type === 'progress') report(message)
      else if (message.type === 'done') resolve(message.report)
      else reject(errorOf(message.failure))
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The worker of a check ended before it was done')))
  })
}
