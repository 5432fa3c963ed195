// What the parts of a check share: who hears of findings, how far it is, and whether it shall stop.
import type { FailureMessage } from '../../../shared/core/bridge'
import { cancelled, type Failure, type FailureParams, WorkbenchError } from '../../../shared/core/errors'
import { type CheckedPart, checkFinding, type CheckPart, MOST_NAMED } from '../../../shared/workspace/check'
import type { Observer } from '../writer'

/** Counts what is looked at over all parts, and reports it. */
export class CheckProgress {
  private done = 0
  private total = 0
  private readonly observer: Observer

  constructor(observer: Observer) {
    this.observer = observer
  }

  /** So much more is to be looked at. */
  expect(more: number): void {
    this.total += more
  }

  /** @throws cancelled once somebody asked to stop */
  step(): void {
    if (this.observer.signal.aborted) throw new WorkbenchError(cancelled, {})
    this.done += 1
    this.observer.report({ done: this.done, total: Math.max(this.done, this.total) })
  }
}

/** One part of a check in the making. */
export class PartInCheck {
  private readonly part: CheckPart
  private readonly progress: CheckProgress
  private readonly findings: FailureMessage[] = []
  private checked = 0
  private total = 0

  constructor(part: CheckPart, progress: CheckProgress) {
    this.part = part
    this.progress = progress
  }

  /** One more is looked at. @throws cancelled */
  look(): void {
    this.checked += 1
    this.progress.step()
  }

  note<Params extends FailureParams>(kind: Failure<Params>, params: Params): void {
    this.total += 1
    if (this.findings.length < MOST_NAMED) this.findings.push(checkFinding(kind, params))
  }

  end(): CheckedPart {
    return { part: this.part, checked: this.checked, findings: this.findings, total: this.total }
  }
}

/** SQLite's or the system's word for what went wrong; everything else is a bug. @throws the error itself if it has no code */
export function codeIn(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}
