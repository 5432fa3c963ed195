// What taking back an act means for one record. Source: architecture.md, "Writing, history, merging", Undo.
import { type Change, type ChangedFields, DELETED, ERASED } from '../change'
import { knew, type SeenOf } from './knowledge'
import { headsOf, type RecordChange, shownHead, standing } from './record'

export interface Undone {
  /** What the new act sets; `$deleted` among it deletes the record or brings it back. Empty: nothing can go back. */
  fields: ChangedFields
  /** Fields changed since, here or elsewhere, which stay as they are. */
  left: string[]
}

/**
 * Takes one act back for one record: every field that the act still holds as its only head gets the value shown before it. An act that
 * made the record deletes it, unless something of it was changed since. `changes`: all of the record; the caller refuses a deletion
 * while others refer to the record.
 */
export function undone(changes: readonly (RecordChange & Pick<Change, 'act'>)[], act: string, seenOf: SeenOf): Undone {
  const [ofAct, others] = [changes.filter((one) => one.act === act), changes.filter((one) => one.act !== act)]
  const heads = headsOf(changes, seenOf)
  const stands = standing(changes, heads.get(DELETED) ?? [], seenOf)
  if (stands === 'erased' || stands === 'withheld') return { fields: {}, left: [ERASED] }

  const first = [...ofAct].sort((a, b) => a.seq - b.seq)[0]
  if (first === undefined) return { fields: {}, left: [] }
  const isCreation = !others.some((one) => knew(first, one, seenOf))
  if (isCreation) return stands === 'gone' ? { fields: {}, left: [] } : undoneCreation(others)

  const fieldsOfAct = [...new Set(ofAct.flatMap(({ fields }) => Object.keys(fields ?? {})))].sort()
  const isHeld = (field: string) =>
    (heads.get(field) ?? []).every((head) => ofAct.some(({ seq }) => head.writer === first.writer && head.seq === seq))
  const before = headsOf(others, seenOf)
  const fields: ChangedFields = {}
  for (const field of fieldsOfAct.filter(isHeld)) {
    fields[field] = shownHead(before.get(field) ?? [])?.value ?? (field === DELETED ? false : null)
  }
  // A record that was deleted since is not brought back by its older fields.
  if (stands === 'gone' && fields[DELETED] === undefined) return { fields: {}, left: fieldsOfAct }
  return { fields, left: fieldsOfAct.filter((field) => !isHeld(field)) }
}

/** Deleted and brought back counts as unchanged. */
function undoneCreation(others: readonly RecordChange[]): Undone {
  const setSince = new Set(others.flatMap(({ fields }) => Object.keys(fields ?? {})).filter((field) => field !== DELETED))
  return setSince.size === 0 ? { fields: { [DELETED]: true }, left: [] } : { fields: {}, left: [...setSince].sort() }
}
