import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isConflict, missingFor, seenIn, shownHead, standing, takeIn, emptyLog, type LogState } from '../../../../shared/core/merge'
import { exchangeAll, newWorld, perform, SCOPES, type Step, type World } from './offices'
import { twin, type TwinRecord } from './twin'

const RUNS = Number(process.env.MERGE_RUNS ?? 300)

const office = fc.nat({ max: 5 })
const record = fc.nat({ max: 5 })
// Clocks of offices are wrong by years, forward and back.
const at = fc.integer({ min: 0, max: 1000 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      office,
      record,
      field: fc.constantFrom('a' as const, 'b' as const),
      value: fc.nat({ max: 3 }),
      at,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('delete' as const, 'undelete' as const), office, record, at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), office, record, at }) },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      from: office,
      to: office,
      scopes: fc.subarray([...SCOPES], { minLength: 1 }),
      part: fc.constantFrom(0.4, 0.7, 1, 1),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('backUp' as const, 'restore' as const), office }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('copy' as const), office }) },
)
const life = fc.record({ offices: fc.integer({ min: 3, max: 5 }), steps: fc.array(step, { minLength: 10, maxLength: 60 }) })

const lived = ({ offices, steps }: { offices: number; steps: Step[] }, rules?: { newWriter: boolean }): World => {
  const world = newWorld(offices)
  for (const one of steps) perform(world, one, rules)
  return world
}

test('every office shows what the slow twin works out from the changes that it holds', () => {
  fc.assert(
    fc.property(life, (plan) => {
      const world = lived(plan)
      for (const { state } of world.offices) expect(picture(state)).toEqual(asPicture(twin([...state.applied.values()], world.epochs)))
      expect(world.refused).toEqual([])
    }),
    { numRuns: RUNS },
  )
})

test('after everybody got everything all offices are the same and nothing waits', () => {
  fc.assert(
    fc.property(life, (plan) => {
      const world = lived(plan)
      exchangeAll(world)
      const [first, ...others] = world.offices.map(({ state }) => picture(state))
      for (const other of others) expect(other).toEqual(first)
      // What a restored office never got back, because nobody else had it, is all that may wait for ever.
      for (const { state } of world.offices)
        for (const waiting of state.pending.values()) expect(missingFor(waiting, state.vector, seenIn(state)).length).toBeGreaterThan(0)
    }),
    { numRuns: RUNS },
  )
})

test('merging the same changes twice, or in another order, changes nothing', () => {
  fc.assert(
    fc.property(life, fc.nat(), (plan, seed) => {
      const world = lived(plan)
      for (const { state } of world.offices) {
        const before = picture(state)
        const changes = [...state.applied.values()]
        takeIn(state, changes, world.epochs)
        expect(picture(state)).toEqual(before)
        const shuffled = changes
          .map((change, index) => ({ change, key: (index * 7919 + seed) % 1009 }))
          .sort((a, b) => a.key - b.key)
          .map(({ change }) => change)
        const other = emptyLog()
        for (const change of shuffled) takeIn(other, [change], world.epochs)
        expect(picture(other)).toEqual(before)
        expect(other.pending.size).toBe(0)
      }
    }),
    { numRuns: Math.ceil(RUNS / 3) },
  )
})

test('the lives that these tests run through have conflicts, restores, waiting changes and left-out scopes', () => {
  const seen = { conflicts: 0, restores: 0, waiting: 0, gone: 0, erased: 0, copies: 0 }
  for (const plan of fc.sample(life, { numRuns: 1000, seed: 1 })) {
    const world = lived(plan)
    seen.restores += world.restores
    seen.copies += world.offices.length - plan.offices
    for (const { state } of world.offices) {
      seen.waiting += state.pending.size
      for (const one of state.records.values()) {
        const stands = standing(one, seenIn(state))
        if (stands === 'gone') seen.gone += 1
        if (stands === 'erased') seen.erased += 1
        for (const heads of one.heads.values()) if (isConflict(heads)) seen.conflicts += 1
      }
    }
  }
  expect(Object.entries(seen).filter(([, count]) => count <= 50)).toEqual([])
})

test('without a new writer after a restore, one number gets two hashes and is refused', () => {
  const plan: Step[] = [
    { kind: 'write', office: 0, record: 0, field: 'a', value: 1, at: 1 },
    { kind: 'backUp', office: 0 },
    { kind: 'write', office: 0, record: 0, field: 'a', value: 2, at: 2 },
    { kind: 'send', from: 0, to: 1, scopes: ['persons'], part: 1 },
    { kind: 'restore', office: 0 },
    { kind: 'write', office: 0, record: 0, field: 'a', value: 3, at: 3 },
  ]
  const twice = lived({ offices: 3, steps: plan }, { newWriter: false })
  twice.refused.push(...takeIn(twice.offices[1]!.state, [...twice.offices[0]!.state.applied.values()], twice.epochs))
  expect(twice.refused).toMatchObject([{ writer: 'w001', scope: 'persons', seq: 2, reason: 'two-hashes' }])
  const once = lived({ offices: 3, steps: plan })
  expect(takeIn(once.offices[1]!.state, [...once.offices[0]!.state.applied.values()], once.epochs)).toEqual([])
})

test('a change waits for what its epoch had seen in its scope, and only there', () => {
  const world = newWorld(3)
  const [one, two, three] = world.offices
  perform(world, { kind: 'write', office: 0, record: 0, field: 'a', value: 1, at: 1 })
  perform(world, { kind: 'write', office: 0, record: 1, field: 'a', value: 1, at: 1 })
  perform(world, { kind: 'send', from: 0, to: 1, scopes: [...SCOPES], part: 1 })
  perform(world, { kind: 'write', office: 1, record: 0, field: 'a', value: 2, at: 0 })
  const [answer] = [...two!.state.applied.values()].filter(({ writer }) => writer === two!.writer)
  takeIn(three!.state, [answer!], world.epochs)
  expect([...three!.state.pending.values()]).toEqual([answer])
  expect(missingFor(answer!, three!.state.vector, seenIn(three!.state))).toEqual([{ writer: one!.writer, scope: 'persons', seq: 1 }])
  perform(world, { kind: 'send', from: 0, to: 2, scopes: ['persons'], part: 1 })
  expect(three!.state.pending.size).toBe(0)
  // The answer had seen the question, so it holds although its clock stood before it.
  expect(shownHead(three!.state.records.get('r0')!.heads.get('a')!)?.value).toBe(2)
})

test('a change that a deletion had not seen brings the record back, and erasure beats all', () => {
  const world = newWorld(3)
  perform(world, { kind: 'write', office: 0, record: 0, field: 'a', value: 1, at: 1 })
  exchangeAll(world)
  perform(world, { kind: 'delete', office: 0, record: 0, at: 9 })
  perform(world, { kind: 'write', office: 1, record: 0, field: 'b', value: 2, at: 2 })
  const stands = (index: number) => standing(world.offices[index]!.state.records.get('r0')!, seenIn(world.offices[index]!.state))
  expect([stands(0), stands(1)]).toEqual(['gone', 'present'])
  exchangeAll(world)
  expect([stands(0), stands(1), stands(2)]).toEqual(['present', 'present', 'present'])
  perform(world, { kind: 'erase', office: 2, record: 0, at: 3 })
  perform(world, { kind: 'write', office: 0, record: 0, field: 'a', value: 3, at: 99 })
  exchangeAll(world)
  for (const { state } of world.offices) expect([...state.records.get('r0')!.heads.get('a')!].map(({ value }) => value)).toEqual([null])
})

function picture(state: LogState): Record<string, TwinRecord> {
  const records = [...state.records].map(([id, one]): [string, TwinRecord] => [
    id,
    {
      standing: standing(one, seenIn(state)),
      fields: Object.fromEntries(
        [...one.heads].map(([field, heads]) => [
          field,
          { shown: shownHead(heads)?.value, values: [...new Set(heads.map(({ value }) => JSON.stringify(value)))].sort() },
        ]),
      ),
    },
  ])
  return Object.fromEntries(records.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function asPicture(records: Map<string, TwinRecord>): Record<string, TwinRecord> {
  return Object.fromEntries([...records].sort(([a], [b]) => (a < b ? -1 : 1)))
}
