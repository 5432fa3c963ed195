// Is the person in a list somebody whom the office knows? Certain enough to be taken without a question, or only probably.
import { searchForm } from '../../core/textKeys'

/** What is compared: names as written, an ISO day or `null`, and how sure that day is (code of `birthDatePrecision`). */
export interface Identity {
  lastName: string
  firstName: string
  birthDate: string | null
  birthDatePrecision: string
}
export type Sameness = 'same' | 'probably' | 'different'

/**
 * Compares two people by name and birth date. Words of both names count in any order (lists swap them), so "Perera, Nimal A." and
 * "Perera, Nimal" of one birthday are the same. A birthday of which only the year is known (01.01., domain.md 9) is shared by many:
 * then all words must agree. Without a birthday people with the same name are only probably the same.
 */
export function samePerson(one: Identity, other: Identity): Sameness {
  const [names, others] = [nameWords(one), nameWords(other)]
  const common = names.filter((word) => others.includes(word)).length
  const isEqual = common === names.length && common === others.length
  if (one.birthDate === null || other.birthDate === null) return isEqual && common >= 2 ? 'probably' : 'different'
  if (one.birthDate !== other.birthDate) return 'different'
  if (isEqual) return 'same'
  const isDayKnown = one.birthDatePrecision === 'day' && other.birthDatePrecision === 'day'
  const isPart = common >= 2 && (common === names.length || common === others.length)
  return isDayKnown && isPart ? 'same' : 'different'
}

/** The words of a person's name in search form, each once, sorted: "AL-HASSAN, Mohammed" is al, hassan, mohammed. */
export function nameWords({ lastName, firstName }: Pick<Identity, 'lastName' | 'firstName'>): string[] {
  return [
    ...new Set(
      searchForm(`${lastName} ${firstName}`)
        .split(/[^a-z0-9]+/)
        .filter(Boolean),
    ),
  ].sort()
}
