import { WorkbenchError } from '../../../shared/core/errors'
import { type RefusalReason, refusals } from '../../../shared/core/refusals'

/** What a file is instead of a workbook; the sentence in shared/core/refusals.ts has a word for each. */
export type OtherKind = 'pdf' | 'web' | 'xml' | 'text' | 'word' | 'slides' | 'office' | 'xlsb' | 'archive' | 'folder' | 'other'

/** Thrown where a file cannot be read at all. */
export class Refused extends WorkbenchError<{ file: string; what: string }> {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason, { file, what = 'other' }: { file: string; what?: OtherKind }) {
    super(refusals[reason], { file, what })
    this.reason = reason
  }
}
