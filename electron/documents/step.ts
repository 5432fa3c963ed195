import { cancelled, WorkbenchError } from '../../shared/core/errors'

/** Called while a document is written: reports how much is done, and throws `cancelled` once the user has stopped it. */
export type Step = (done: number, total: number) => void

/** The step of a job. */
export function stepOf(signal: { readonly aborted: boolean }, report: (progress: { done: number; total: number }) => void): Step {
  return (done, total) => {
    if (signal.aborted) throw new WorkbenchError(cancelled, {})
    report({ done, total })
  }
}
