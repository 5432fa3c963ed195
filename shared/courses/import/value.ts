// What reading one cell gives: values by field, and problems that do not know yet where they stand.
import type { Json } from '../../core/change'
import type { Finding } from '../../core/finding'

/** A problem without its place: the row knows where. */
export interface ValueProblem {
  code: string
  severity: Finding['severity']
  sentence: string
  params: Record<string, string | number>
  repair: Finding['repair']
}
export interface ReadValue {
  values: Record<string, Json>
  problems: ValueProblem[]
}
