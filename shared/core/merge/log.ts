// Taking changes in, in any order and any number of times, and giving them on. The store does the same with tables; this is the rule alone.
// Source: architecture.md, "Writing, history, merging".
import {
  canonicalJson,
  chainHash,
  type Change,
  commitmentOf,
  type Digest,
  type Epoch,
  type Seen,
  seenHash,
  type SeenOfScope,
  type Stamp,
} from '../change'
import { cutTo, missingFor, reaches, type SeenOf, stampKey } from './knowledge'
import { type Head, headsAfter, headsOf, isErasure } from './record'

/** Changes as they travel, each with its act's hash and with what its epoch had seen, cut to the scopes that are sent. */
export interface Parcel {
  changes: readonly Change[]
  /** Hash of the act, by its id. */
  acts: Readonly<Record<string, string>>
  epochs: readonly Epoch[]
}

export interface RecordState {
  changes: Change[]
  /** By field; empty once the record is erased. */
  heads: Map<string, Head[]>
}

/** A change that came before what it has seen. */
export interface Waiting {
  change: Change
  actHash: string
  seen: SeenOfScope
}

/** Everything that one file holds of the log. */
export interface LogState {
  /** By number, see `stampKey`. */
  applied: Map<string, Change>
  vector: Seen
  acts: Map<string, string>
  /** What epochs had seen, by writer, epoch and scope. */
  epochs: Map<string, SeenOfScope>
  /** By number and hash: of two that claim one number, only what comes before it can say which belongs here. */
  pending: Map<string, Waiting>
  records: Map<string, RecordState>
}

/**
 * `two-hashes`: the number is here with another hash, so two copies of a file ran at once, and the writer's office must open a new
 * writer. `wrong-hash`: it does not follow from what is here, or its values are not those that were hashed.
 */
export interface Refusal extends Stamp {
  reason: 'two-hashes' | 'wrong-hash'
}
type Refused = Refusal & { hash: string }

/** A file that holds nothing yet. */
export function emptyLog(): LogState {
  return { applied: new Map(), vector: {}, acts: new Map(), epochs: new Map(), pending: new Map(), records: new Map() }
}

/**
 * Takes changes in; what came too early waits. One transaction of the store. Changes the state that it gets. @returns what was not taken
 * @throws TypeError if a change comes without its act or its epoch's part of its scope
 */
export function takeIn(state: LogState, { changes, acts, epochs }: Parcel, digest: Digest): Refusal[] {
  const seenByEpoch = new Map(
    epochs.flatMap(({ writer, epoch, seen }) =>
      Object.entries(seen).map(([scope, part]) => [epochKey(writer, epoch, scope), part] as const),
    ),
  )
  const refused = new Map<string, Refused>()
  for (const change of changes) {
    const actHash = acts[change.act]
    const seen = seenByEpoch.get(epochKey(change.writer, change.epoch, change.scope))
    if (actHash === undefined || seen === undefined) throw new TypeError('A change comes with its act and what its epoch had seen')
    const known = state.applied.get(stampKey(change))
    const key = waitingKey(change)
    if (known === undefined) state.pending.set(key, fuller(state.pending.get(key), { change: asKept(state, change), actHash, seen }))
    else if (known.hash !== change.hash) refuse(refused, change, 'two-hashes')
    else if (known.fields === null) giveBack(state, known, change, digest)
  }
  applyWaiting(state, refused, digest)
  return [...refused.values()].map(({ writer, scope, seq, reason }) => ({ writer, scope, seq, reason }))
}

/** What was seen of a scope when an epoch began. @throws TypeError for an epoch of which no change in this scope is here */
export function seenIn(state: LogState): SeenOf {
  return (writer, epoch, scope) => {
    const seen = state.epochs.get(epochKey(writer, epoch, scope))
    if (seen === undefined) throw new TypeError('No change of this epoch and scope is here')
    return seen
  }
}

/** The applied changes of some scopes that a recipient with this vector lacks, chain by chain, with acts and epochs cut to them. */
export function parcelFor(state: LogState, vector: Seen, scopes: readonly string[]): Parcel {
  const changes = [...state.applied.values()].filter((change) => scopes.includes(change.scope) && !reaches(vector, change)).sort(byChain)
  const epochs = new Map<string, Epoch>()
  for (const { writer, epoch, scope } of changes) {
    const seen = seenIn(state)(writer, epoch, scope)
    const key = `${writer} ${epoch}`
    epochs.set(key, { writer, epoch, seen: { ...epochs.get(key)?.seen, ...cutTo({ [scope]: seen }, [scope]) } })
  }
  return { changes, acts: Object.fromEntries(changes.map(({ act }) => [act, state.acts.get(act) ?? ''])), epochs: [...epochs.values()] }
}

/** Applies what waits until nothing moves. A number that is taken meanwhile, or does not follow from what is here, waits in vain. */
function applyWaiting(state: LogState, refused: Map<string, Refused>, digest: Digest): void {
  for (let moved = true; moved;) {
    moved = false
    for (const [key, waiting] of state.pending) {
      const { change, seen } = waiting
      const present = state.applied.get(stampKey(change))
      const isOfRefused = followsRefused(waiting, refused, digest)
      if (present === undefined && !isOfRefused && missingFor(change, seen, state.vector).length > 0) continue
      state.pending.delete(key)
      if (present !== undefined || isOfRefused) refuse(refused, change, 'two-hashes')
      else if (!isSound(state, waiting, digest)) refuse(refused, change, 'wrong-hash')
      else apply(state, waiting)
      moved = true
    }
  }
}

function isSound(state: LogState, { change, actHash, seen }: Waiting, digest: Digest): boolean {
  const { writer, scope, seq, epoch, act, fields, salt, commitment, hash } = change
  const before = seq === 1 ? '' : state.applied.get(stampKey({ writer, scope, seq: seq - 1 }))?.hash
  if (before === undefined || (state.acts.get(act) ?? actHash) !== actHash) return false
  const known = state.epochs.get(epochKey(writer, epoch, scope))
  if (known !== undefined && canonicalJson(known) !== canonicalJson(seen)) return false
  return (
    isCommitted(fields, salt, commitment, digest) && chainHash(before, change, actHash, seenHash(seen, digest), commitment, digest) === hash
  )
}

/** True for what was written after a refused change: the rest of a copy that ran at once would wait for ever. */
function followsRefused({ change, actHash, seen }: Waiting, refused: ReadonlyMap<string, Refused>, digest: Digest): boolean {
  const { writer, scope, seq, commitment, hash } = change
  return [...refused.values()].some(
    (before) =>
      before.writer === writer &&
      before.scope === scope &&
      before.seq === seq - 1 &&
      chainHash(before.hash, change, actHash, seenHash(seen, digest), commitment, digest) === hash,
  )
}

function isCommitted(fields: Change['fields'], salt: string | null, commitment: string, digest: Digest): boolean {
  return fields === null || (salt !== null && commitmentOf(salt, canonicalJson(fields), digest) === commitment)
}

function apply(state: LogState, { change, actHash, seen }: Waiting): void {
  const { writer, scope, seq, epoch, at } = change
  state.applied.set(stampKey(change), change)
  state.vector[scope] = { ...state.vector[scope], [writer]: seq }
  state.acts.set(change.act, actHash)
  state.epochs.set(epochKey(writer, epoch, scope), seen)
  const record = state.records.get(change.record) ?? { changes: [], heads: new Map<string, Head[]>() }
  state.records.set(change.record, record)
  record.changes.push(change)
  if (record.changes.some(isErasure)) return erase(state, change.record, record)
  for (const [field, value] of Object.entries(change.fields ?? {})) {
    record.heads.set(field, headsAfter(record.heads.get(field) ?? [], { writer, scope, seq, epoch, at, value }, seenIn(state)))
  }
}

/** Takes every value of a record out, for ever: of what is applied and of what waits. The erasures themselves stay readable. */
function erase(state: LogState, id: string, record: RecordState): void {
  record.heads.clear()
  record.changes = record.changes.map(withoutValues)
  for (const change of record.changes) state.applied.set(stampKey(change), change)
  for (const [key, waiting] of state.pending)
    if (waiting.change.record === id) state.pending.set(key, { ...waiting, change: withoutValues(waiting.change) })
}

/** Values that were missing, because the sender had erased them, and come again from somebody who does not know of the erasure. */
function giveBack(state: LogState, known: Change, { fields, salt }: Change, digest: Digest): void {
  const record = state.records.get(known.record)
  if (fields === null || record === undefined || record.changes.some(isErasure) || !isCommitted(fields, salt, known.commitment, digest))
    return
  const full = { ...known, fields, salt }
  state.applied.set(stampKey(known), full)
  record.changes = record.changes.map((one) => (one === known ? full : one))
  record.heads = headsOf(record.changes, seenIn(state))
}

function asKept(state: LogState, change: Change): Change {
  return state.records.get(change.record)?.changes.some(isErasure) === true ? withoutValues(change) : change
}

function withoutValues(change: Change): Change {
  return isErasure(change) ? change : { ...change, fields: null, salt: null }
}

function fuller(known: Waiting | undefined, arriving: Waiting): Waiting {
  return known !== undefined && known.change.fields !== null ? known : arriving
}

function refuse(refused: Map<string, Refused>, change: Change, reason: Refusal['reason']): void {
  const { writer, scope, seq, hash } = change
  if (!refused.has(waitingKey(change))) refused.set(waitingKey(change), { writer, scope, seq, hash, reason })
}

function byChain(a: Change, b: Change): number {
  if (a.writer !== b.writer) return a.writer < b.writer ? -1 : 1
  if (a.scope !== b.scope) return a.scope < b.scope ? -1 : 1
  return a.seq - b.seq
}

function epochKey(writer: string, epoch: number, scope: string): string {
  return `${writer} ${epoch} ${scope}`
}

function waitingKey(change: Change): string {
  return `${stampKey(change)} ${change.hash}`
}
