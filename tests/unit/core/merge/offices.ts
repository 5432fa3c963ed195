// Offices that write, send parts of their log, lose their file to a backup and copy it. Time may go backwards in each of them.
import { canonicalJson, type ChangedFields, DELETED, ERASED, type Seen } from '../../../../shared/core/change'
import {
  changesBeyond,
  cutTo,
  emptyLog,
  epochKey,
  type HashedChange,
  type LogState,
  type Refusal,
  takeIn,
} from '../../../../shared/core/merge'

export const SCOPES = ['persons', 'courses', 'care'] as const
export type ScopeName = (typeof SCOPES)[number]

export type Step =
  | { kind: 'write'; office: number; record: number; field: 'a' | 'b'; value: number; at: number }
  | { kind: 'delete' | 'undelete' | 'erase'; office: number; record: number; at: number }
  | { kind: 'send'; from: number; to: number; scopes: ScopeName[]; part: number }
  | { kind: 'backUp' | 'restore' | 'copy'; office: number }

export interface Office {
  state: LogState
  writer: string
  epoch: number
  /** Something was taken in since the last own change: the next one begins an epoch. */
  hasNews: boolean
  backup: LogState | null
}

/** Everything that was ever written, for the twin: it forgets nothing. */
export interface World {
  offices: Office[]
  changes: Map<string, HashedChange>
  epochs: Map<string, Seen>
  refused: Refusal[]
  restores: number
  writers: number
}

export function newWorld(count: number): World {
  const world: World = { offices: [], changes: new Map(), epochs: new Map(), refused: [], restores: 0, writers: 0 }
  for (let office = 0; office < count; office++) world.offices.push(open(world, emptyLog()))
  return world
}

/** Each record lies in one scope for ever. */
export const scopeOf = (record: number): ScopeName => SCOPES[record % SCOPES.length]!

export function perform(world: World, step: Step, rules: { newWriter: boolean } = { newWriter: true }): void {
  switch (step.kind) {
    case 'write':
      return write(world, step.office, step.record, step.at, { [step.field]: step.value })
    case 'delete':
      return write(world, step.office, step.record, step.at, { [DELETED]: true })
    case 'undelete':
      return write(world, step.office, step.record, step.at, { [DELETED]: false })
    case 'erase':
      return write(world, step.office, step.record, step.at, { [ERASED]: true })
    case 'send':
      return send(world, step)
    case 'backUp': {
      const office = officeAt(world, step.office)
      office.backup = clone(office.state)
      return
    }
    case 'restore': {
      const office = officeAt(world, step.office)
      if (office.backup === null) return
      world.restores += 1
      const { writer, epoch } = office
      const restored = open(world, clone(office.backup))
      if (!rules.newWriter) Object.assign(restored, { writer, epoch })
      world.offices[step.office % world.offices.length] = restored
      return
    }
    case 'copy': {
      const office = officeAt(world, step.office)
      if (world.offices.length < 6) world.offices.push(open(world, clone(office.state)))
    }
  }
}

/** Everything goes to everybody until nothing changes. */
export function exchangeAll(world: World): void {
  for (let round = 0; round < world.offices.length + 1; round++) {
    world.offices.forEach((_, from) =>
      world.offices.forEach((__, to) => send(world, { kind: 'send', from, to, scopes: [...SCOPES], part: 1 })),
    )
  }
}

function write(world: World, at: number, record: number, moment: number, fields: ChangedFields): void {
  const office = officeAt(world, at)
  if (office.hasNews) {
    office.epoch += 1
    office.hasNews = false
    rememberEpoch(world, office)
  }
  const scope = scopeOf(record)
  const seq = (office.state.vector[office.writer]?.[scope] ?? 0) + 1
  const change: HashedChange = {
    writer: office.writer,
    scope,
    seq,
    epoch: office.epoch,
    act: 'act',
    at: moment,
    entity: 'thing',
    record: `r${record}`,
    row: null,
    fields,
    hash: canonicalJson([office.writer, scope, seq, `r${record}`, moment, fields]),
  }
  const key = `${change.writer} ${change.scope} ${change.seq}`
  if (!world.changes.has(key)) world.changes.set(key, change)
  world.refused.push(...takeIn(office.state, [change], world.epochs))
}

function send(world: World, { from, to, scopes, part }: Extract<Step, { kind: 'send' }>): void {
  const [sender, recipient] = [officeAt(world, from), officeAt(world, to)]
  if (sender === recipient) return
  const all = changesBeyond(sender.state, cutTo(recipient.state.vector, scopes), scopes)
  // A stick that was read halfway, or files that came in another order: only the end of what was written.
  const some = part >= 1 ? all : all.filter((_, index) => (index * 7) % 10 < part * 10)
  if (some.length === 0) return
  const epochs = new Map(
    some.map(({ writer, epoch }) => [epochKey(writer, epoch), world.epochs.get(epochKey(writer, epoch)) ?? {}] as const),
  )
  world.refused.push(...takeIn(recipient.state, some, epochs))
  recipient.hasNews = true
}

function open(world: World, state: LogState): Office {
  world.writers += 1
  const office: Office = { state, writer: `w${String(world.writers).padStart(3, '0')}`, epoch: 1, hasNews: false, backup: null }
  rememberEpoch(world, office)
  return office
}

function rememberEpoch(world: World, { state, writer, epoch }: Office): void {
  const seen = structuredClone(state.vector)
  world.epochs.set(epochKey(writer, epoch), seen)
  state.epochs.set(epochKey(writer, epoch), seen)
}

function officeAt(world: World, index: number): Office {
  return world.offices[index % world.offices.length]!
}

function clone(state: LogState): LogState {
  return structuredClone(state)
}
