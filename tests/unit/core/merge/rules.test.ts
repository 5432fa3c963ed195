import { expect, test } from 'vitest'
import { DELETED, MERGED_INTO, type Change } from '../../../../shared/core/change'
import { epochNow, inOrder, missingFor } from '../../../../shared/core/merge/knowledge'
import { emptyLog, parcelFor, seenIn, takeIn } from '../../../../shared/core/merge/log'
import { rootOf } from '../../../../shared/core/merge/mergedInto'
import { headRows, isConflict, shownFields, shownHead, standing } from '../../../../shared/core/merge/record'
import { undone } from '../../../../shared/core/merge/undo'
import { digest, exchangeAll, newWorld, type Office, perform, SCOPES, type Step, type World, write } from './offices'

const all = [...SCOPES]
const three = () => newWorld([all, all, all])
const wrote = (office: number, at: number, field: 'a' | 'b' | 'c', value: number, record = 0): Step => ({
  kind: 'write',
  office,
  at,
  writes: [{ record, field, value }],
})
const sent = (from: number, to: number, scopes = all): Step => ({ kind: 'send', from, to, scopes, loses: 0 })
const stateOf = (world: World, office: number) => world.offices[office]!.state
const recordOf = (world: World, office: number, record = 0) => stateOf(world, office).records.get(`r${record}`)!
const standingOf = (world: World, office: number) => {
  const { changes, heads } = recordOf(world, office)
  return standing(changes, heads.get(DELETED) ?? [], seenIn(stateOf(world, office)))
}
const newestOf = ({ state, writer }: Office): Change => [...state.applied.values()].filter((change) => change.writer === writer).at(-1)!

test('a change waits for what its epoch had seen in its scope, and only there', () => {
  const world = three()
  const [asking, answering] = world.offices
  for (const step of [wrote(0, 1, 'a', 1), wrote(0, 1, 'a', 1, 1), sent(0, 1), wrote(1, 0, 'a', 2)]) perform(world, step)
  const answer = newestOf(answering!)
  const parcel = parcelFor(answering!.state, {}, ['persons'])
  takeIn(stateOf(world, 2), { ...parcel, changes: [answer] }, digest)
  const waiting = [...stateOf(world, 2).pending.values()]
  expect(waiting.map(({ change }) => change)).toEqual([answer])
  expect(missingFor(answer, waiting[0]!.seen, stateOf(world, 2).vector)).toEqual([{ writer: asking!.writer, scope: 'persons', seq: 1 }])
  perform(world, sent(0, 2, ['persons']))
  expect(stateOf(world, 2).pending.size).toBe(0)
  // The answer had seen the question, so it holds although its clock stood before it.
  expect(shownHead(recordOf(world, 2).heads.get('a')!)?.value).toBe(2)
  expect(recordOf(world, 2).heads.get('a')).toHaveLength(1)
})

test('a parcel tells nothing of scopes that are not sent', () => {
  const world = three()
  for (const step of [
    wrote(0, 1, 'a', 1),
    wrote(0, 1, 'a', 1, 1),
    wrote(0, 1, 'a', 1, 2),
    sent(0, 1),
    wrote(1, 2, 'a', 2),
    wrote(1, 2, 'a', 2, 1),
  ])
    perform(world, step)
  const parcel = parcelFor(stateOf(world, 1), {}, ['persons'])
  expect(new Set(parcel.changes.map(({ scope }) => scope))).toEqual(new Set(['persons']))
  expect(parcel.epochs.map(({ seen }) => Object.keys(seen))).toEqual(parcel.epochs.map(() => ['persons']))
})

test('who gets a scope later gets all of it, although epochs came before without it', () => {
  const world = three()
  for (const step of [
    wrote(0, 1, 'a', 1),
    wrote(0, 1, 'a', 1, 1),
    sent(0, 1),
    wrote(1, 2, 'a', 2),
    wrote(1, 2, 'a', 2, 1),
    sent(1, 2, ['persons']),
    sent(1, 2, ['courses']),
  ])
    perform(world, step)
  expect(shownFields(recordOf(world, 2, 0).heads)).toEqual({ a: 2, b: 0, c: 0 })
  expect(shownFields(recordOf(world, 2, 1).heads)).toEqual({ a: 2, b: 0, c: 0 })
})

test('two values that did not know each other are a conflict everywhere, and the decision ends it everywhere', () => {
  const world = three()
  perform(world, wrote(0, 5, 'a', 1))
  exchangeAll(world)
  for (const step of [wrote(0, 7, 'a', 2), wrote(1, 6, 'a', 3)]) perform(world, step)
  exchangeAll(world)
  for (const office of [0, 1, 2]) {
    const heads = recordOf(world, office).heads.get('a')!
    expect([isConflict(heads), shownHead(heads)?.value]).toEqual([true, 2])
  }
  // The decision had seen both, so its early clock does not matter.
  perform(world, wrote(2, 0, 'a', 3))
  exchangeAll(world)
  for (const office of [0, 1, 2])
    expect(
      recordOf(world, office)
        .heads.get('a')!
        .map(({ value }) => value),
    ).toEqual([3])
})

test('two equal values that did not know each other are no conflict', () => {
  const world = three()
  perform(world, wrote(0, 5, 'a', 1))
  exchangeAll(world)
  for (const step of [wrote(0, 7, 'a', 2), wrote(1, 6, 'a', 2)]) perform(world, step)
  exchangeAll(world)
  const heads = recordOf(world, 2).heads.get('a')!
  expect([heads.length, isConflict(heads)]).toEqual([2, false])
})

test('only fields that were changed since their record was made need a row', () => {
  const world = three()
  perform(world, wrote(0, 1, 'a', 1))
  const rows = (office: number) => [
    ...headRows(recordOf(world, office).changes, recordOf(world, office).heads, seenIn(stateOf(world, office))).keys(),
  ]
  expect(rows(0)).toEqual([])
  exchangeAll(world)
  expect(rows(1)).toEqual([])
  perform(world, wrote(1, 2, 'b', 5))
  exchangeAll(world)
  expect(rows(0)).toEqual(['b'])
})

test('a record that two offices made apart has no single creation, so every field has its rows', () => {
  const world = three()
  for (const step of [wrote(0, 1, 'a', 1), wrote(1, 2, 'a', 2)]) perform(world, step)
  exchangeAll(world)
  const { changes, heads } = recordOf(world, 2)
  expect([...headRows(changes, heads, seenIn(stateOf(world, 2))).keys()].sort()).toEqual(['a', 'b', 'c'])
})

test('a change that a deletion had not seen brings the record back, and a deletion that saw both takes it away', () => {
  const world = three()
  perform(world, wrote(0, 1, 'a', 1))
  exchangeAll(world)
  for (const step of [{ kind: 'delete', office: 0, record: 0, at: 9 } as const, wrote(1, 2, 'b', 2)]) perform(world, step)
  expect([standingOf(world, 0), standingOf(world, 1)]).toEqual(['gone', 'present'])
  exchangeAll(world)
  expect([0, 1, 2].map((office) => standingOf(world, office))).toEqual(['present', 'present', 'present'])
  perform(world, { kind: 'delete', office: 2, record: 0, at: 0 })
  exchangeAll(world)
  expect([0, 1, 2].map((office) => standingOf(world, office))).toEqual(['gone', 'gone', 'gone'])
})

test('two offices that delete the same record apart both deleted it', () => {
  const world = three()
  perform(world, wrote(0, 1, 'a', 1))
  exchangeAll(world)
  for (const office of [0, 1]) perform(world, { kind: 'delete', office, record: 0, at: office })
  exchangeAll(world)
  expect(standingOf(world, 2)).toBe('gone')
})

test('undelete brings a record back as its log has it, also one whose clocks went backwards', () => {
  const world = three()
  for (const step of [
    wrote(0, 9, 'a', 1),
    wrote(0, 3, 'a', 2),
    { kind: 'delete', office: 0, record: 0, at: 1 } as const,
    { kind: 'undelete', office: 0, record: 0, at: 0 } as const,
  ])
    perform(world, step)
  expect([standingOf(world, 0), shownFields(recordOf(world, 0).heads).a]).toEqual(['present', 2])
})

test('an erasure beats changes before, after and beside it, and each value that comes later', () => {
  const world = three()
  perform(world, wrote(0, 1, 'a', 1))
  exchangeAll(world)
  for (const step of [
    { kind: 'erase', office: 2, record: 0, at: 3 } as const,
    wrote(0, 99, 'a', 3),
    sent(2, 0),
    wrote(1, 99, 'a', 4),
    sent(1, 0),
  ])
    perform(world, step)
  expect(standingOf(world, 0)).toBe('erased')
  expect(recordOf(world, 0).changes.flatMap(({ fields }) => (fields === null ? [] : Object.keys(fields)))).toEqual(['$erased'])
  expect(recordOf(world, 0).changes).toHaveLength(4)
})

test('a record whose values were erased elsewhere is not shown, and comes back whole if somebody still has them', () => {
  const world = three()
  for (const step of [wrote(0, 1, 'a', 1), sent(0, 1), { kind: 'erase', office: 0, record: 0, at: 2 } as const]) perform(world, step)
  const parcel = parcelFor(stateOf(world, 0), {}, ['persons'])
  takeIn(stateOf(world, 2), { ...parcel, changes: parcel.changes.slice(0, 1) }, digest)
  expect(standingOf(world, 2)).toBe('withheld')
  takeIn(stateOf(world, 2), parcelFor(stateOf(world, 1), {}, ['persons']), digest)
  expect([standingOf(world, 2), shownFields(recordOf(world, 2).heads).a]).toEqual(['present', 1])
  takeIn(stateOf(world, 2), parcel, digest)
  expect(standingOf(world, 2)).toBe('erased')
})

test('one number with two hashes: what is here stays, the rest of the copy is refused, and nothing of it waits', () => {
  const world = newWorld([all, all, all], { hasNewWriters: false })
  const steps: Step[] = [
    wrote(0, 1, 'a', 1),
    { kind: 'backUp', office: 0 },
    wrote(0, 2, 'a', 2),
    sent(0, 1, ['persons']),
    { kind: 'restore', office: 0 },
  ]
  for (const step of [...steps, wrote(0, 3, 'a', 3), wrote(0, 4, 'a', 4), wrote(0, 5, 'a', 5)]) perform(world, step)
  const { writer } = world.offices[0]!
  const refused = takeIn(stateOf(world, 1), parcelFor(stateOf(world, 0), {}, ['persons']), digest)
  expect(refused).toEqual([2, 3, 4].map((seq) => ({ writer, scope: 'persons', seq, reason: 'two-hashes' })))
  expect([stateOf(world, 1).pending.size, shownFields(recordOf(world, 1).heads).a]).toEqual([0, 2])
  // A copy that sends only what the vector lacks is found by its chain.
  const beyond = takeIn(stateOf(world, 1), parcelFor(stateOf(world, 0), stateOf(world, 1).vector, ['persons']), digest)
  expect(beyond.map(({ seq, reason }) => [seq, reason])).toEqual([
    [3, 'wrong-hash'],
    [4, 'two-hashes'],
  ])
})

test('with a new writer after the restore, everything is taken', () => {
  const world = three()
  for (const step of [
    wrote(0, 1, 'a', 1),
    { kind: 'backUp', office: 0 } as const,
    wrote(0, 2, 'a', 2),
    sent(0, 1),
    { kind: 'restore', office: 0 } as const,
    wrote(0, 3, 'a', 3),
  ])
    perform(world, step)
  exchangeAll(world)
  expect(world.refused).toEqual([])
  expect(isConflict(recordOf(world, 2).heads.get('a')!)).toBe(true)
})

test.each([
  ['value', { fields: { a: 7, b: 0, c: 0 } }],
  ['salt', { salt: '0'.repeat(32) }],
  ['clock', { at: 77 }],
  ['record', { record: 'r3' }],
  ['row', { row: 4 }],
  ['epoch', { epoch: 1, commitment: '0'.repeat(64) }],
])('a forged %s is refused', (_, forged) => {
  const world = three()
  perform(world, wrote(0, 1, 'a', 1))
  const parcel = parcelFor(stateOf(world, 0), {}, ['persons'])
  const refused = takeIn(stateOf(world, 1), { ...parcel, changes: parcel.changes.map((change) => ({ ...change, ...forged })) }, digest)
  expect(refused.map(({ reason }) => reason)).toEqual(['wrong-hash'])
  expect([stateOf(world, 1).applied.size, stateOf(world, 1).pending.size]).toEqual([0, 0])
  expect(takeIn(stateOf(world, 1), parcel, digest)).toEqual([])
  expect(stateOf(world, 1).applied.size).toBe(1)
})

test('a forged act or a forged past is refused', () => {
  const world = three()
  for (const step of [wrote(0, 1, 'a', 1), sent(0, 1), wrote(1, 2, 'a', 2)]) perform(world, step)
  const parcel = parcelFor(stateOf(world, 1), {}, ['persons'])
  const answer = parcel.changes.filter(({ writer }) => writer === world.offices[1]!.writer)
  const question = parcel.changes.filter(({ writer }) => writer !== world.offices[1]!.writer)
  const state = emptyLog()
  takeIn(state, { ...parcel, changes: question }, digest)
  expect(
    takeIn(structuredClone(state), { ...parcel, changes: answer, acts: { [answer[0]!.act]: digest('somebody else') } }, digest),
  ).toHaveLength(1)
  expect(
    takeIn(
      structuredClone(state),
      { ...parcel, changes: answer, epochs: parcel.epochs.map((epoch) => ({ ...epoch, seen: { persons: {} } })) },
      digest,
    ),
  ).toHaveLength(1)
  expect(takeIn(state, { ...parcel, changes: answer }, digest)).toEqual([])
  expect(() => takeIn(state, { ...parcel, epochs: [] }, digest)).toThrow(TypeError)
})

test('an epoch goes on while nothing of others was applied, and the next one has seen all of it', () => {
  const first = epochNow('w', null, {})
  expect(first).toEqual({ writer: 'w', epoch: 1, seen: {} })
  expect(epochNow('w', first, { persons: { w: 3 }, courses: { w: 1 } })).toBe(first)
  const second = epochNow('w', first, { persons: { w: 3, x: 1 } })
  expect(second).toEqual({ writer: 'w', epoch: 2, seen: { persons: { w: 3, x: 1 } } })
  expect(epochNow('w', second, { persons: { w: 9, x: 1 } })).toBe(second)
})

test('a history stands in the order of clocks, but never before what it had seen', () => {
  const world = three()
  for (const step of [wrote(0, 9, 'a', 1), sent(0, 1), wrote(1, 2, 'a', 2), wrote(0, 10, 'b', 3), sent(1, 0)]) perform(world, step)
  expect(inOrder(recordOf(world, 0).changes.toReversed(), seenIn(stateOf(world, 0))).map(({ at }) => at)).toEqual([9, 2, 10])
})

test('undo leaves and lists what was changed since, takes back the rest, and deletes what the act made', () => {
  const world = three()
  const office = world.offices[0]!
  write(world, office, 1, [{ record: 0, fields: { a: 1, b: 1 } }])
  write(world, office, 2, [
    { record: 0, fields: { a: 2, b: 2 } },
    { record: 3, fields: { a: 5 } },
  ])
  write(world, office, 3, [{ record: 0, fields: { b: 3 } }])
  const act = world.acts[1]!
  const undoneOf = (record: number) => undone(recordOf(world, 0, record).changes, act, seenIn(stateOf(world, 0)))
  expect(undoneOf(0)).toEqual({ fields: { a: 1 }, left: ['b'] })
  expect(undoneOf(3)).toEqual({ fields: { [DELETED]: true }, left: [] })
  write(world, office, 4, [{ record: 3, fields: { c: 9 } }])
  expect(undoneOf(3)).toEqual({ fields: {}, left: ['c'] })
})

test('undo of a deletion brings the record back, and undo of two merged records parts them', () => {
  const world = three()
  const office = world.offices[0]!
  write(world, office, 1, [{ record: 0, fields: { a: 1 } }])
  write(world, office, 2, [{ record: 0, fields: { [MERGED_INTO]: 'r3' } }])
  write(world, office, 3, [{ record: 0, fields: { [DELETED]: true } }])
  const undoneOf = (number: number) => undone(recordOf(world, 0).changes, world.acts[number]!, seenIn(stateOf(world, 0)))
  expect(undoneOf(2)).toEqual({ fields: { [DELETED]: false }, left: [] })
  expect(undoneOf(1)).toEqual({ fields: {}, left: [MERGED_INTO] })
  perform(world, { kind: 'undelete', office: 0, record: 0, at: 4 })
  expect(undoneOf(1)).toEqual({ fields: { [MERGED_INTO]: null }, left: [] })
})

test('references go to the record that stays, however many were merged, and in a circle to the smallest id', () => {
  const by = (merged: Record<string, string>) => (id: string) => merged[id] ?? null
  expect(rootOf('A', by({}))).toBe('A')
  expect(rootOf('A', by({ A: 'B', B: 'C' }))).toBe('C')
  expect([rootOf('B', by({ A: 'B', B: 'A' })), rootOf('A', by({ A: 'B', B: 'A' }))]).toEqual(['A', 'A'])
  expect(rootOf('X', by({ X: 'D', D: 'C', C: 'B', B: 'D' }))).toBe('B')
})
