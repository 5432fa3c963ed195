import * as z from 'zod'
import { nameWords, samePerson, type Identity } from '../../../shared/directory/matching/samePerson'
import type { Reader } from '../../store/store'
import type { ReadRow } from './stagedRow'

const Known = z.object({
  personId: z.string(),
  participantId: z.string().nullable(),
  lastName: z.string(),
  firstName: z.string(),
  birthDate: z.string().nullable(),
  birthDatePrecision: z.string(),
})
type Known = z.infer<typeof Known>

/** The people of the workspace, found by birthday or name without a statement for each of 200,000 rows. */
export interface KnownPeople {
  /** Who a row speaks of: the same person, only probably the same, or nobody here (`null`). */
  find(identity: Identity): { personId: string; participantId: string | null; isCertain: boolean } | null
  /** Somebody who is new here: further rows may speak of the same person. */
  add(identity: Identity, ids: { personId: string; participantId: string }): void
}

/** Reads all people once. Of several who fit, the first by id counts, so every run gives the same. */
export function knownPeople(store: Reader): KnownPeople {
  const byBirthday = new Map<string, Known[]>()
  const byName = new Map<string, Known[]>()
  const people = store.rows(
    Known,
    `SELECT person.id AS personId, (SELECT participant.id FROM participant WHERE participant.personId = person.id ORDER BY participant.id LIMIT 1) AS participantId,
    lastName, firstName, birthDate, birthDatePrecision FROM person ORDER BY person.id`,
  )
  for (const one of people) {
    add(byBirthday, one.birthDate ?? '', one)
    add(byName, nameWords(one).join(' '), one)
  }
  return {
    add(identity, ids) {
      const one = { ...identity, ...ids }
      add(byBirthday, one.birthDate ?? '', one)
      add(byName, nameWords(one).join(' '), one)
    },
    find(identity) {
      const sameDay = identity.birthDate === null ? [] : (byBirthday.get(identity.birthDate) ?? [])
      const certain = sameDay.find((one) => samePerson(identity, one) === 'same')
      if (certain !== undefined) return { personId: certain.personId, participantId: certain.participantId, isCertain: true }
      const probable = (byName.get(nameWords(identity).join(' ')) ?? []).filter((one) => samePerson(identity, one) === 'probably')
      // Two people of one name: which of them is meant, nobody can know from the list.
      const only = probable.length === 1 ? probable[0] : undefined
      return only === undefined ? null : { personId: only.personId, participantId: only.participantId, isCertain: false }
    },
  }
}

function add(map: Map<string, Known[]>, key: string, one: Known): void {
  const there = map.get(key)
  if (there === undefined) map.set(key, [one])
  else there.push(one)
}

/** Who a row speaks of. A birthday on 1 January without a word on its precision counts as "only the year" (domain.md 9). */
export function identityIn(values: ReadRow['values']): Identity {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const birthDate = text(values.birthDate) || null
  const precision = text(values.birthDatePrecision) || (birthDate?.endsWith('-01-01') === true ? 'year' : 'day')
  return { lastName: text(values.lastName), firstName: text(values.firstName), birthDate, birthDatePrecision: precision }
}
