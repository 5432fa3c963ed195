// The rule of merging, alone and pure: which change knew which, what waits, which values hold. Source: architecture.md, "Writing,
// history, merging". The store keeps the same facts in tables; a slow twin in tests/unit/core/merge must agree with this file.
import { canonicalJson, type Change, DELETED, ERASED, type Json, type Seen, type Stamp } from './change'

/** A change with the hash of its chain, as it is sent. */
export interface HashedChange extends Change {
  hash: string
}
/** What a writer had seen when the epoch began. */
export type SeenOf = (writer: string, epoch: number) => Seen

/** A change as the head of a field: with the value it set and its office's clock. */
export interface Head extends Stamp {
  epoch: number
  at: number
  value: Json
}

/** Everything that one file holds of the log. */
export interface LogState {
  applied: Map<string, HashedChange>
  /** Highest applied `seq` by writer and scope. */
  vector: Seen
  epochs: Map<string, Seen>
  /** Changes that came before what they have seen. */
  pending: Map<string, HashedChange>
  records: Map<string, RecordState>
}
export interface RecordState {
  entity: string
  heads: Map<string, Head[]>
  /** Stamps of all changes of the record but deletions: what a deletion must have seen. */
  touched: (Stamp & { epoch: number })[]
  isErased: boolean
}

/** One number with two hashes: two copies of a file ran at once. The office of `writer` must open a new writer. */
export interface Refusal extends Stamp {
  reason: 'two-hashes'
}

export const stampKey = ({ writer, scope, seq }: Stamp): string => `${writer} ${scope} ${seq}`
export const epochKey = (writer: string, epoch: number): string => `${writer} ${epoch}`

/** A file that holds nothing yet. */
export function emptyLog(): LogState {
  return { applied: new Map(), vector: {}, epochs: new Map(), pending: new Map(), records: new Map() }
}

/** True if `later` had seen `earlier`: one writer and scope and a higher number, or within what its epoch had seen. */
export function knew(later: Stamp & { epoch: number }, earlier: Stamp, seenOf: SeenOf): boolean {
  if (later.writer === earlier.writer && later.scope === earlier.scope) return later.seq > earlier.seq
  return reaches(seenOf(later.writer, later.epoch), earlier)
}

/** True if a vector includes a stamp. */
export function reaches(vector: Seen, { writer, scope, seq }: Stamp): boolean {
  return (vector[writer]?.[scope] ?? 0) >= seq
}

/** What must be applied before a change, within its scope; empty: it can be applied now. Each entry names the last number that is missing. */
export function missingFor(change: Change, vector: Seen, seenOf: SeenOf): Stamp[] {
  const { writer, scope, seq, epoch } = change
  const missing: Stamp[] = []
  if ((vector[writer]?.[scope] ?? 0) < seq - 1) missing.push({ writer, scope, seq: seq - 1 })
  for (const [other, scopes] of Object.entries(seenOf(writer, epoch))) {
    const seen = scopes[scope] ?? 0
    if (other !== writer && (vector[other]?.[scope] ?? 0) < seen) missing.push({ writer: other, scope, seq: seen })
  }
  return missing
}

/** The heads of a field after a change of it: those that the change had not seen, and itself unless one of them had seen it. */
export function headsAfter(heads: readonly Head[], head: Head, seenOf: SeenOf): Head[] {
  const staying = heads.filter((one) => !knew(head, one, seenOf))
  return staying.some((one) => knew(one, head, seenOf)) ? [...staying] : [...staying, head]
}

/** The head whose value is shown: the latest by its office's clock, then by writer, then by number. `undefined` without heads. */
export function shownHead(heads: readonly Head[]): Head | undefined {
  return [...heads].sort((a, b) => b.at - a.at || (a.writer < b.writer ? 1 : a.writer > b.writer ? -1 : b.seq - a.seq))[0]
}

/** True if two heads have different values, so that somebody must decide. */
export function isConflict(heads: readonly Head[]): boolean {
  return new Set(heads.map(({ value }) => canonicalJson(value))).size > 1
}

/**
 * A record as it stands. It is gone while a deletion among its heads has seen every other change of it; a change that it has not
 * seen brings the record back. Erasure beats everything for ever.
 */
export function standing(record: RecordState, seenOf: SeenOf): 'present' | 'gone' | 'erased' {
  if (record.isErased) return 'erased'
  const deletions = (record.heads.get(DELETED) ?? []).filter(({ value }) => value === true)
  return deletions.some((deletion) => record.touched.every((change) => knew(deletion, change, seenOf))) ? 'gone' : 'present'
}

/** The fields of a record with their shown values; none of a record that is gone or erased. */
export function shownFields(record: RecordState, seenOf: SeenOf): Record<string, Json> {
  if (standing(record, seenOf) !== 'present') return {}
  return Object.fromEntries([...record.heads].filter(([field]) => !field.startsWith('$')).map(([field, heads]) => [field, shownHead(heads)?.value ?? null]))
}

/**
 * Takes changes in, in any order and any number of times; what came too early waits. `epochs`: what the writers of these changes
 * had seen. Changes the state that it gets. @returns numbers that were met with another hash; they are not taken
 */
export function takeIn(state: LogState, changes: readonly HashedChange[], epochs: ReadonlyMap<string, Seen>): Refusal[] {
  for (const [key, seen] of epochs) if (!state.epochs.has(key)) state.epochs.set(key, seen)
  const refused: Refusal[] = []
  for (const change of changes) {
    const key = stampKey(change)
    const known = state.applied.get(key) ?? state.pending.get(key)
    if (known === undefined) state.pending.set(key, change)
    else if (known.hash !== change.hash) refused.push({ writer: change.writer, scope: change.scope, seq: change.seq, reason: 'two-hashes' })
  }
  applyWaiting(state)
  return refused
}

/** What was seen at the beginning of an epoch of this file. @throws TypeError for an epoch that nobody sent */
export function seenIn(state: LogState): SeenOf {
  return (writer, epoch) => {
    const seen = state.epochs.get(epochKey(writer, epoch))
    if (seen === undefined) throw new TypeError('A change names an epoch that is not here')
    return seen
  }
}

/** The part of a vector that belongs to some scopes: nobody learns numbers of scopes that they do not get. */
export function cutTo(vector: Seen, scopes: readonly string[]): Seen {
  const cut: Seen = {}
  for (const [writer, byScope] of Object.entries(vector)) {
    const kept = Object.fromEntries(Object.entries(byScope).filter(([scope]) => scopes.includes(scope)))
    if (Object.keys(kept).length > 0) cut[writer] = kept
  }
  return cut
}

/** The applied changes of some scopes that a recipient with this vector lacks, in the order of their chains. */
export function changesBeyond(state: LogState, vector: Seen, scopes: readonly string[]): HashedChange[] {
  return [...state.applied.values()].filter((change) => scopes.includes(change.scope) && !reaches(vector, change))
    .sort((a, b) => (a.writer < b.writer ? -1 : a.writer > b.writer ? 1 : a.scope < b.scope ? -1 : a.scope > b.scope ? 1 : a.seq - b.seq))
}

function applyWaiting(state: LogState): void {
  const seenOf = seenIn(state)
  for (let moved = true; moved; ) {
    moved = false
    for (const [key, change] of state.pending) {
      if (!state.epochs.has(epochKey(change.writer, change.epoch)) || missingFor(change, state.vector, seenOf).length > 0) continue
      state.pending.delete(key)
      apply(state, change, seenOf)
      moved = true
    }
  }
}

function apply(state: LogState, change: HashedChange, seenOf: SeenOf): void {
  const { writer, scope, seq, epoch, at } = change
  state.applied.set(stampKey(change), change)
  state.vector[writer] = { ...state.vector[writer], [scope]: seq }
  const record = state.records.get(change.record) ?? { entity: change.entity, heads: new Map<string, Head[]>(), touched: [], isErased: false }
  state.records.set(change.record, record)
  if (change.fields[ERASED] === true) record.isErased = true
  if (change.fields[DELETED] !== true) record.touched.push({ writer, scope, seq, epoch })
  for (const [field, value] of Object.entries(change.fields)) {
    record.heads.set(field, headsAfter(record.heads.get(field) ?? [], { writer, scope, seq, epoch, at, value }, seenOf))
  }
  // What is erased leaves no value, in whatever order the changes come.
  if (record.isErased) for (const [field, heads] of record.heads) if (field !== ERASED) record.heads.set(field, heads.map((head) => ({ ...head, value: null })))
}
