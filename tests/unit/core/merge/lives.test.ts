import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, type Change, DELETED } from '../../../../shared/core/change'
import { stampKey } from '../../../../shared/core/merge/knowledge'
import { emptyLog, type LogState, type Parcel, parcelFor, seenIn, takeIn } from '../../../../shared/core/merge/log'
import { headRows, headsOf, isConflict, isErasure, shownFields, shownHead, standing } from '../../../../shared/core/merge/record'
import { undone } from '../../../../shared/core/merge/undo'
import { counted, digest, exchangeAll, FIELDS, lived, type Office, perform, type Plan, SCOPES, scopeOf, type Step, write } from './offices'
import { type Twin, twin, type TwinRecord, twinUndo } from './twin'

const RUNS = Number(process.env.MERGE_RUNS ?? 250)

const office = fc.nat({ max: 5 })
const record = fc.nat({ max: 5 })
// Small, so that clocks go backwards and often agree.
const at = fc.nat({ max: 12 })
const oneWrite = fc.record({ record, field: fc.constantFrom(...FIELDS), value: fc.nat({ max: 3 }) })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ kind: fc.constant('write' as const), office, at, writes: fc.array(oneWrite, { minLength: 1, maxLength: 3 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('delete' as const, 'delete' as const, 'undelete' as const), office, at, record }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), office, at, record }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), office, at, act: fc.nat({ max: 40 }) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      from: office,
      to: office,
      scopes: fc.subarray([...SCOPES], { minLength: 1 }),
      loses: fc.constantFrom(0, 0, 1, 2, 3),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('takeAgain' as const), office, file: fc.nat({ max: 30 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('backUp' as const, 'restore' as const), office }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('copy' as const), office }) },
)
const scopesOfOne: fc.Arbitrary<Plan['offices'][number]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Plan['offices'][number]>([...SCOPES]) },
  { weight: 1, arbitrary: fc.subarray([...SCOPES], { minLength: 1 }) },
)
const life: fc.Arbitrary<Plan> = fc.record({
  offices: fc.array(scopesOfOne, { minLength: 3, maxLength: 5 }),
  steps: fc.array(step, { minLength: 10, maxLength: 70, size: 'max' }),
})

test('every office shows, keeps waiting and lists in head what the slow twin works out from all that came to it', () => {
  fc.assert(
    fc.property(life, (plan) => {
      const world = lived(plan)
      for (const { state, received } of world.offices) expect(picture(state)).toEqual(twin(received, world.written))
      expect(world.refused).toEqual([])
    }),
    { numRuns: RUNS },
  )
})

test('once everybody got what they may have, all offices show the same', () => {
  fc.assert(
    fc.property(life, (plan) => {
      const world = lived(plan)
      exchangeAll(world)
      for (const scope of SCOPES) {
        const [first, ...others] = world.offices
          .filter(({ scopes }) => scopes.includes(scope))
          .map(({ state }) => ofScope(picture(state), scope))
        for (const other of others) expect(other).toEqual(first)
      }
    }),
    { numRuns: RUNS },
  )
})

test('the same changes once more, in another order, in other parts or by way of another office change nothing', () => {
  fc.assert(
    fc.property(life, fc.nat(), (plan, seed) => {
      const dice = diceFrom(seed)
      const { offices } = lived(plan)
      for (const { state } of offices) {
        const before = picture(state)
        const everything = parcelFor(state, {}, SCOPES)
        expect(takeIn(state, everything, digest)).toEqual([])
        expect(picture(state)).toEqual(before)

        const oneByOne = emptyLog()
        for (const change of shuffled(everything.changes, dice)) takeIn(oneByOne, { ...everything, changes: [change] }, digest)
        expect(picture(oneByOne)).toEqual({ ...before, waiting: [] })

        const [left, right] = [emptyLog(), emptyLog()]
        for (const change of everything.changes) takeIn(dice() % 2 === 0 ? left : right, { ...everything, changes: [change] }, digest)
        const [oneWay, otherWay] = [structuredClone(left), structuredClone(right)]
        takeIn(oneWay, whole(right, everything), digest)
        takeIn(otherWay, whole(left, everything), digest)
        expect(picture(oneWay)).toEqual(picture(otherWay))
        expect(picture(oneWay)).toEqual({ ...before, waiting: [] })
      }
    }),
    { numRuns: Math.ceil(RUNS / 4) },
  )
})

test('an own change is the only head of its fields, because it has seen all that is here', () => {
  fc.assert(
    fc.property(life, record, office, (plan, number, which) => {
      const world = lived(plan)
      const one = world.offices[which % world.offices.length]!
      write(world, one, 0, [{ record: number, fields: { a: 9 } }])
      const state = one.state.records.get(`r${number}`)
      if (state === undefined || state.changes.some(isErasure)) return
      expect(state.heads.get('a')?.map(({ value }) => value)).toEqual([9])
    }),
    { numRuns: RUNS },
  )
})

test('the heads of a record are the same from its changes in any order', () => {
  fc.assert(
    fc.property(life, fc.nat(), (plan, seed) => {
      const dice = diceFrom(seed)
      for (const { state } of lived(plan).offices) {
        for (const { changes, heads } of state.records.values()) {
          if (changes.some(isErasure)) continue
          expect(sorted(headsOf(shuffled(changes, dice), seenIn(state)))).toEqual(sorted(heads))
        }
      }
    }),
    { numRuns: Math.ceil(RUNS / 2) },
  )
})

test('undoing any act means for each of its records what the slow twin says', () => {
  fc.assert(
    fc.property(life, (plan) => {
      const world = lived(plan)
      const held = (hash: string) => world.written.get(hash)!.held
      for (const { state } of world.offices) {
        for (const { changes } of state.records.values()) {
          for (const act of new Set(changes.map((change) => change.act)))
            expect(undone(changes, act, seenIn(state))).toEqual(twinUndo(changes, act, held))
        }
      }
    }),
    { numRuns: RUNS },
  )
})

test('an act that is undone before anything else happens leaves every record as it was', () => {
  const writes = fc.array(oneWrite, { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(life, office, at, at, writes, (plan, which, wroteAt, undoneAt, some) => {
      const world = lived(plan)
      const one = world.offices[which % world.offices.length]!
      const touched = [...new Set(some.map(({ record: number }) => number))].filter((number) => one.scopes.includes(scopeOf(number)))
      // A conflict is decided by the act, and taking it back does not open it again; gone records come back by being written.
      if (touched.length === 0 || touched.some((number) => !isPlain(one, number))) return
      const before = touched.map((number) => shownOf(one, number))
      perform(world, { kind: 'write', office: which, at: wroteAt, writes: some })
      perform(world, { kind: 'undo', office: which, at: undoneAt, act: world.acts.length - 1 })
      expect(touched.map((number) => shownOf(one, number))).toEqual(before)
    }),
    { numRuns: RUNS },
  )
})

test('of an erased record no value and no salt is left, wherever it came from and whatever still waits', () => {
  fc.assert(
    fc.property(life, (plan) => {
      const world = lived(plan)
      for (const { state } of world.offices) {
        for (const [id, { changes, heads }] of state.records) {
          if (!changes.some(isErasure)) continue
          const all = [...changes, ...state.applied.values(), ...[...state.pending.values()].map(({ change }) => change)].filter(
            (change) => change.record === id && !isErasure(change),
          )
          expect(all.filter(({ fields, salt }) => fields !== null || salt !== null)).toEqual([])
          expect(heads.size).toBe(0)
        }
      }
    }),
    { numRuns: RUNS },
  )
})

test('copies that run at once without a new writer never get mixed: each file follows one of them, number by number', () => {
  let refusals = 0
  fc.assert(
    fc.property(life, (plan) => {
      const world = lived(plan, { hasNewWriters: false })
      exchangeAll(world)
      refusals += world.refused.length
      for (const { state } of world.offices) {
        for (const change of state.applied.values()) {
          const before = state.applied.get(stampKey({ ...change, seq: change.seq - 1 }))
          const held = world.written.get(change.hash)!.held
          expect(change.seq === 1 || held.has(before!.hash)).toBe(true)
        }
      }
    }),
    { numRuns: RUNS },
  )
  expect(refusals).toBeGreaterThan(0)
})

test('these lives have conflicts, restores, copies, waiting changes, files taken again, and records gone, brought back, erased or made twice', () => {
  const sums: Record<string, number> = {}
  const plans = fc.sample(life, { numRuns: RUNS * 2, seed: 1 })
  for (const plan of plans) for (const [name, count] of Object.entries(counted(lived(plan)))) sums[name] = (sums[name] ?? 0) + count
  if (process.env.MERGE_RUNS !== undefined) process.stdout.write(`${plans.length} lives: ${JSON.stringify(sums)}\n`)
  expect(Object.entries(sums).filter(([, count]) => count < RUNS / 10)).toEqual([])
})

function picture(state: LogState): Twin {
  const records = [...state.records]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { changes, heads }]): [string, TwinRecord] => [
      id,
      {
        standing: standing(changes, heads.get(DELETED) ?? [], seenIn(state)),
        fields: Object.fromEntries(
          [...heads].map(([field, some]) => [
            field,
            { shown: shownHead(some)?.value, values: [...new Set(some.map(({ value }) => JSON.stringify(value)))].sort() },
          ]),
        ),
        rows: [...headRows(changes, heads, seenIn(state)).keys()].sort(),
      },
    ])
  const hashes = (changes: Iterable<Change>) => [...changes].map(({ hash }) => hash).sort()
  return {
    applied: hashes(state.applied.values()),
    waiting: hashes([...state.pending.values()].map(({ change }) => change)),
    records: Object.fromEntries(records),
  }
}

function ofScope({ records }: Twin, scope: string): [string, TwinRecord][] {
  return Object.entries(records).filter(([id]) => scopeOf(Number(id.slice(1))) === scope)
}

/** Everything that a file holds, also what waits in it. */
function whole(state: LogState, { acts, epochs }: Parcel): Parcel {
  return { acts, epochs, changes: [...state.applied.values(), ...[...state.pending.values()].map(({ change }) => change)] }
}

function isPlain({ state }: Office, number: number): boolean {
  const one = state.records.get(`r${number}`)
  if (one === undefined) return true
  return standing(one.changes, one.heads.get(DELETED) ?? [], seenIn(state)) === 'present' && ![...one.heads.values()].some(isConflict)
}

/** What a record shows; one that is not there shows nothing. */
function shownOf({ state }: Office, number: number): string {
  const one = state.records.get(`r${number}`)
  const isThere = one !== undefined && standing(one.changes, one.heads.get(DELETED) ?? [], seenIn(state)) === 'present'
  return isThere ? canonicalJson(shownFields(one.heads)) : 'not there'
}

function sorted(heads: ReadonlyMap<string, readonly object[]>): [string, string[]][] {
  return [...heads]
    .map(([field, some]): [string, string[]] => [field, some.map((head) => JSON.stringify(head)).sort()])
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/** A chance of its own, from a seed that shrinks with the example. */
function diceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 8
  }
}

function shuffled<Value>(values: readonly Value[], dice: () => number): Value[] {
  return values
    .map((value) => ({ value, key: dice() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value)
}
