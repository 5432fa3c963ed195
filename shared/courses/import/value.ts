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

const NOTHING =
  /^(\?+|-+|_+|–+|—+|…|\.{2,}|\/|\.\/\.|-\/-|x{2,}|k\.? ?a\.?|n\. ?[abve]\.?|n\/a|entf\.?|entfällt|fehlt|offen|noch offen|o\. ?e\.?|ausstehend|steht aus|unbekannt|unbek\.?|nicht bekannt|keine?|keine angabe|ohne angabe|liegt nicht vor)$/i

/** True for what people write where they know nothing: "-", "k.A.", "offen". */
export function isNothing(text: string): boolean {
  return NOTHING.test(text)
}

/** Longer texts are cut where a sentence speaks of them. */
const LONGEST_IN_SENTENCE = 60

/** A problem at its place, as the review shows it. */
export function placed(problem: ValueProblem, place: Finding['place']): Finding {
  const params = Object.fromEntries(
    Object.entries(problem.params).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > LONGEST_IN_SENTENCE ? `${value.slice(0, LONGEST_IN_SENTENCE)} …` : value,
    ]),
  )
  return { ...problem, params, place }
}
