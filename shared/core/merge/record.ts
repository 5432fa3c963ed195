// What the changes of one record add up to: heads, conflicts, gone or not. Source: architecture.md, "Writing, history, merging".
import { canonicalJson, type Change, type ChangedFields, DELETED, ERASED, type Json, type Stamp } from '../change'
import { knew, type Knowing, type SeenOf } from './knowledge'

/** A change as the head of a field, with the value that it set. */
export interface Head extends Knowing {
  at: number
  value: Json
}

/** A change of a record as far as its fields go; `fields` is `null` where values were erased. */
export type RecordChange = Knowing & Pick<Change, 'at' | 'fields'>

/** `withheld`: a value was taken out elsewhere, and the erasure that says why has not come yet; nothing is destroyed for that. */
export type Standing = 'present' | 'gone' | 'erased' | 'withheld'

/** The heads of a field after a change of it; in whatever order its changes come, the same are left. */
export function headsAfter(heads: readonly Head[], head: Head, seenOf: SeenOf): Head[] {
  const staying = heads.filter((one) => !knew(head, one, seenOf))
  return staying.some((one) => knew(one, head, seenOf)) ? staying : [...staying, head]
}

/** The head whose value is shown: the latest by its office's clock, then by writer, then by number. `undefined` without heads. */
export function shownHead(heads: readonly Head[]): Head | undefined {
  return [...heads].sort((a, b) => b.at - a.at || (a.writer < b.writer ? 1 : a.writer > b.writer ? -1 : b.seq - a.seq))[0]
}

/** True if two heads have different values, so that somebody must decide. */
export function isConflict(heads: readonly Head[]): boolean {
  return new Set(heads.map(({ value }) => canonicalJson(value))).size > 1
}

/** All heads of a record, by field, `$` fields included, from its changes in any order. This is what a table is rebuilt from. */
export function headsOf(changes: readonly RecordChange[], seenOf: SeenOf): Map<string, Head[]> {
  const heads = new Map<string, Head[]>()
  for (const { writer, scope, seq, epoch, at, fields } of changes) {
    for (const [field, value] of Object.entries(fields ?? {})) {
      heads.set(field, headsAfter(heads.get(field) ?? [], { writer, scope, seq, epoch, at, value }, seenOf))
    }
  }
  return heads
}

/**
 * Whether a record is there. It is gone while a deletion among its heads has seen every other change of it; a change that the deletion
 * had not seen brings it back, except another deletion. An erasure beats everything for ever. `deletions`: the heads of `$deleted`.
 */
export function standing(changes: readonly RecordChange[], deletions: readonly Head[], seenOf: SeenOf): Standing {
  if (changes.some(isErasure)) return 'erased'
  if (changes.some(({ fields }) => fields === null)) return 'withheld'
  const others = changes.filter(({ fields }) => fields?.[DELETED] !== true)
  const isGone = deletions.some((deletion) => deletion.value === true && others.every((one) => knew(deletion, one, seenOf)))
  return isGone ? 'gone' : 'present'
}

/** True for the change that erases its record. */
export function isErasure({ fields }: Pick<Change, 'fields'>): boolean {
  return fields?.[ERASED] === true
}

/** The fields of a record with the values that are shown, without its `$` fields, also of a record that is gone. */
export function shownFields(heads: ReadonlyMap<string, readonly Head[]>): ChangedFields {
  const fields: ChangedFields = {}
  for (const [field, ofField] of heads) {
    const shown = shownHead(ofField)
    if (shown !== undefined && !field.startsWith('$')) fields[field] = shown.value
  }
  return fields
}

/**
 * The change that made the record: the one that all others had seen. `null` where two offices made it apart (records with a natural
 * key), or for a record without changes.
 */
export function creationOf<C extends Knowing>(changes: readonly C[], seenOf: SeenOf): C | null {
  return changes.find((first) => changes.every((one) => isSame(one, first) || knew(one, first, seenOf))) ?? null
}

/**
 * The heads that need a row of their own. A field whose only head is the creation needs none: most fields never change, and the
 * creation is found in the log.
 */
export function headRows(changes: readonly RecordChange[], heads: ReadonlyMap<string, Head[]>, seenOf: SeenOf): Map<string, Head[]> {
  const creation = creationOf(changes, seenOf)
  const isCreation = (one: Head) => creation !== null && isSame(one, creation)
  return new Map([...heads].filter(([, ofField]) => !ofField.every(isCreation)))
}

function isSame(one: Stamp, other: Stamp): boolean {
  return one.writer === other.writer && one.scope === other.scope && one.seq === other.seq
}
