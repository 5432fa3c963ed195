// What a column holds, by its header: providers' synonyms, in whatever spelling (domain.md 2.8).
import providerHeader from '../../../resources/lists/providerHeader.json'
import { searchForm } from '../../core/textKeys'

const fieldByHeader = new Map(providerHeader.flatMap(({ field, headers }) => headers.map((header) => [keyOf(header), field] as const)))

/** The key of a header: folded letters and digits only, so that "Geb.-\nDatum" and "GEBDATUM" are one. */
function keyOf(header: string): string {
  return searchForm(header).replaceAll(' ', '')
}

/** The field that a header names, or `null`. A remark in brackets counts only if it is known with it. */
export function fieldOfHeader(header: string): string | null {
  const whole = fieldByHeader.get(keyOf(header))
  if (whole !== undefined) return whole
  const withoutBrackets = header.replaceAll(/[([{][^)\]}]*[)\]}]/g, ' ')
  return fieldByHeader.get(keyOf(withoutBrackets)) ?? nearlyKnown(keyOf(withoutBrackets))
}

/** A long header with one typing error ("Geburtstdatum", "Staatsangehoerigkiet") is still recognised; short ones are too alike. */
function nearlyKnown(key: string): string | null {
  if (key.length < 7) return null
  for (const [known, field] of fieldByHeader) {
    if (known.length >= 7 && Math.abs(known.length - key.length) <= 1 && isOneSlip(known, key)) return field
  }
  return null
}

/** One sign more, less, other, or two neighbours swapped. */
function isOneSlip(one: string, other: string): boolean {
  let start = 0
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1
  let end = 0
  while (end < one.length - start && end < other.length - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1
  const [left, right] = [one.length - start - end, other.length - start - end]
  if (left <= 1 && right <= 1) return true
  return left === 2 && right === 2 && one[start] === other[start + 1] && one[start + 1] === other[start]
}
