// Offices that write, send parts of their log, take old files in again, lose their file to a backup and copy it. Every clock is wrong.
// What a file truly held when a change was written is noted apart from epochs and vectors, for the twin.
import { createHash } from 'node:crypto'
import {
  canonicalJson,
  chainHash,
  type Change,
  type ChangedFields,
  commitmentOf,
  DELETED,
  ERASED,
  type Epoch,
  seenHash,
} from '../../../../shared/core/change'
import { cutTo, epochNow, stampKey } from '../../../../shared/core/merge/knowledge'
import { emptyLog, type LogState, type Parcel, parcelFor, type Refusal, seenIn, takeIn } from '../../../../shared/core/merge/log'
import { creationOf, isErasure, standing } from '../../../../shared/core/merge/record'
import { undone } from '../../../../shared/core/merge/undo'

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

export const SCOPES = ['persons', 'courses', 'care'] as const
export type ScopeName = (typeof SCOPES)[number]
export const FIELDS = ['a', 'b', 'c'] as const

export type Step =
  | { kind: 'write'; office: number; at: number; writes: { record: number; field: (typeof FIELDS)[number]; value: number }[] }
  | { kind: 'delete' | 'undelete' | 'erase'; office: number; at: number; record: number }
  | { kind: 'undo'; office: number; at: number; act: number }
  | { kind: 'send'; from: number; to: number; scopes: ScopeName[]; loses: number }
  | { kind: 'takeAgain'; office: number; file: number }
  | { kind: 'backUp' | 'restore' | 'copy'; office: number }

export interface Plan {
  /** The scopes that each office gets; the others it never sees. */
  offices: ScopeName[][]
  steps: Step[]
}

/** The state of one file, and what ever came into it in its present life: by hash, with its values or without. */
interface File {
  state: LogState
  received: Map<string, boolean>
  writer: string
  epoch: Epoch | null
}
export interface Office extends File {
  scopes: ScopeName[]
  backup: File | null
}

/** A change as it was written, and what its writer's file held of its scope at that moment, by hash. */
export interface Written {
  change: Change
  held: ReadonlySet<string>
}

export interface World {
  offices: Office[]
  written: Map<string, Written>
  files: Parcel[]
  refused: Refusal[]
  /** Acts that can be undone, with the office that did them. */
  acts: string[]
  counts: { restores: number; copies: number; undos: number; takenAgain: number }
  /** The rule that a restored or copied file begins a new writer; taken out to see what it is for. */
  hasNewWriters: boolean
  writers: number
}

export function newWorld(offices: ScopeName[][], { hasNewWriters = true } = {}): World {
  const counts = { restores: 0, copies: 0, undos: 0, takenAgain: 0 }
  const world: World = { offices: [], written: new Map(), files: [], refused: [], acts: [], counts, hasNewWriters, writers: 0 }
  world.offices = offices.map((scopes) => ({
    ...opened(world, { state: emptyLog(), received: new Map(), writer: '', epoch: null }),
    scopes,
    backup: null,
  }))
  return world
}

export function lived({ offices, steps }: Plan, rules?: { hasNewWriters: boolean }): World {
  const world = newWorld(offices, rules)
  for (const step of steps) perform(world, step)
  return world
}

/** Each record lies in one scope for ever. */
export const scopeOf = (record: number): ScopeName => SCOPES[record % SCOPES.length]!

export function perform(world: World, step: Step): void {
  if (step.kind === 'send') return send(world, step)
  const office = world.offices[step.office % world.offices.length]!
  switch (step.kind) {
    case 'write':
      return write(
        world,
        office,
        step.at,
        step.writes.map(({ record, field, value }) => ({ record, fields: { [field]: value } })),
      )
    case 'delete':
    case 'undelete':
    case 'erase': {
      if (!office.state.records.has(`r${step.record}`)) return
      return write(world, office, step.at, [
        { record: step.record, fields: step.kind === 'erase' ? { [ERASED]: true } : { [DELETED]: step.kind === 'delete' } },
      ])
    }
    case 'undo':
      return undo(world, office, step)
    case 'takeAgain': {
      const parcel = world.files[step.file % Math.max(world.files.length, 1)]
      if (parcel === undefined) return
      world.counts.takenAgain += 1
      return take(world, office, onlyOf(parcel, office.scopes))
    }
    case 'backUp':
      office.backup = copied(office)
      return
    case 'restore':
      if (office.backup === null) return
      return restore(world, office, office.backup)
    case 'copy':
      if (world.offices.length >= 6) return
      world.counts.copies += 1
      world.offices.push({ ...opened(world, copied(office)), scopes: office.scopes, backup: null })
  }
}

/** Everything that an office may have goes to it, from everybody, until nothing moves any more. */
export function exchangeAll(world: World): void {
  for (let round = 0; round < world.offices.length + 1; round++) {
    world.offices.forEach((_, from) =>
      world.offices.forEach((__, to) => send(world, { kind: 'send', from, to, scopes: [...SCOPES], loses: 0 })),
    )
  }
}

/** One act. A record that the file does not have yet is made with all its fields. */
export function write(
  world: World,
  office: Office,
  at: number,
  writes: { record: number; fields: ChangedFields }[],
  undoes: string | null = null,
): void {
  const own = writes.filter(({ record }) => office.scopes.includes(scopeOf(record)))
  if (own.length === 0) return
  const act = `act${world.acts.length}`
  world.acts.push(act)
  office.epoch = epochNow(office.writer, office.epoch, office.state.vector)
  for (const { record, fields } of own) {
    const isNew = !office.state.records.has(`r${record}`)
    const whole = isNew && fields[ERASED] === undefined ? { ...Object.fromEntries(FIELDS.map((field) => [field, 0])), ...fields } : fields
    writeChange(world, office, { act, at, record, fields: whole, undoes })
  }
}

function writeChange(
  world: World,
  office: Office,
  { act, at, record, fields, undoes }: { act: string; at: number; record: number; fields: ChangedFields; undoes: string | null },
): void {
  const { writer, state } = office
  const scope = scopeOf(record)
  const epoch = office.epoch!
  const seq = (state.vector[scope]?.[writer] ?? 0) + 1
  const before = state.applied.get(stampKey({ writer, scope, seq: seq - 1 }))?.hash ?? ''
  const salt = digest(`${writer} ${scope} ${seq} ${world.written.size}`).slice(0, 32)
  const commitment = commitmentOf(salt, canonicalJson(fields), digest)
  const header = { writer, scope, seq, epoch: epoch.epoch, act, at, entity: 'thing', record: `r${record}`, row: null }
  const hashOfAct = digest(`${act} ${undoes ?? ''}`)
  const seen = cutTo(epoch.seen, [scope])
  const hash = chainHash(before, header, hashOfAct, seenHash(seen[scope]!, digest), commitment, digest)
  const change: Change = { ...header, fields, salt, commitment, hash }
  world.written.set(hash, {
    change,
    held: new Set([...state.applied.values()].filter((one) => one.scope === scope).map((one) => one.hash)),
  })
  take(world, office, { changes: [change], acts: { [act]: hashOfAct }, epochs: [{ writer, epoch: epoch.epoch, seen }] })
}

/** What was erased stays erased: its ids lie outside the file (erased.bin), and the restored file erases them again before it opens. */
function restore(world: World, office: Office, backup: File): void {
  world.counts.restores += 1
  const isErased = (file: File, id: string) => file.state.records.get(id)?.changes.some(isErasure) === true
  const erased = [...office.state.records.keys()].filter((id) => isErased(office, id) && !isErased(backup, id))
  Object.assign(office, opened(world, copied(backup)))
  if (erased.length === 0) return
  const again = erased.map((id) => ({ record: Number(id.slice(1)), fields: { [ERASED]: true } }))
  write(world, office, 0, again)
}

function undo(world: World, office: Office, { at, act: number }: { at: number; act: number }): void {
  const act = world.acts[number % Math.max(world.acts.length, 1)]
  const ofAct = [...office.state.applied.values()].filter((change) => change.act === act)
  if (act === undefined || ofAct.length === 0) return
  const writes = [...new Set(ofAct.map(({ record }) => record))].map((record) => ({
    record: Number(record.slice(1)),
    fields: undone(office.state.records.get(record)!.changes, act, seenIn(office.state)).fields,
  }))
  world.counts.undos += 1
  write(
    world,
    office,
    at,
    writes.filter(({ fields }) => Object.keys(fields).length > 0),
    act,
  )
}

function send(world: World, { from, to, scopes, loses }: Extract<Step, { kind: 'send' }>): void {
  const sender = world.offices[from % world.offices.length]!
  const recipient = world.offices[to % world.offices.length]!
  if (sender === recipient) return
  const granted = scopes.filter((scope) => recipient.scopes.includes(scope))
  const parcel = parcelFor(sender.state, cutTo(recipient.state.vector, granted), granted)
  // Parts that were lost on the way, or come later in another file.
  const changes = parcel.changes.filter((_, index) => loses === 0 || (index * 7 + loses) % 5 >= Math.min(loses, 3))
  if (changes.length === 0) return
  world.files.push({ ...parcel, changes })
  take(world, recipient, { ...parcel, changes })
}

function take(world: World, office: Office, parcel: Parcel): void {
  for (const { hash, fields } of parcel.changes) office.received.set(hash, fields !== null || office.received.get(hash) === true)
  world.refused.push(...takeIn(office.state, parcel, digest))
}

function onlyOf(parcel: Parcel, scopes: readonly string[]): Parcel {
  return { ...parcel, changes: parcel.changes.filter(({ scope }) => scopes.includes(scope)) }
}

/** A file that is opened for the first time, restored or copied. */
function opened(world: World, file: File): File {
  if (file.writer !== '' && !world.hasNewWriters) return file
  world.writers += 1
  // Not in the order of their time: the order of ids must not help.
  return { ...file, writer: `w${(world.writers * 7) % 10}${world.writers}`, epoch: null }
}

function copied({ state, received, writer, epoch }: File): File {
  return structuredClone({ state, received, writer, epoch })
}

/** What happens in these lives, so that a test can say that it saw it. */
export function counted({ offices, counts }: World) {
  const seen = { ...counts, waiting: 0, conflicts: 0, gone: 0, broughtBack: 0, erased: 0, withheld: 0, madeTwice: 0 }
  for (const { state } of offices) {
    seen.waiting += state.pending.size
    for (const { changes, heads } of state.records.values()) {
      const deletions = heads.get(DELETED) ?? []
      const stands = standing(changes, deletions, seenIn(state))
      if (stands !== 'present') seen[stands] += 1
      else if (deletions.some(({ value }) => value === true)) seen.broughtBack += 1
      if (creationOf(changes, seenIn(state)) === null) seen.madeTwice += 1
      for (const ofField of heads.values()) if (new Set(ofField.map(({ value }) => value)).size > 1) seen.conflicts += 1
    }
  }
  return seen
}
