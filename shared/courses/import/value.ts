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

const NOTHING = /^(\?+|-+|–|—|\/|x{2,}|k\.? ?a\.?|n\/a|offen|o\. ?e\.?|ausstehend|unbekannt|unbek\.?|keine angabe|ohne angabe)$/i

/** True for what people write where they know nothing: "-", "k.A.", "offen". */
export function isNothing(text: string): boolean {
  return NOTHING.test(text)
}
