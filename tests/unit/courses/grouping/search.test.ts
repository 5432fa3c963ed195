import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstSeating } from '../../../../electron/courses/grouping/greedy'
import { solveExactly } from '../../../../electron/courses/grouping/highs'
import { instanceOf } from '../../../../electron/courses/grouping/instance'
import { priceBound } from '../../../../electron/courses/grouping/prices'
import { Seating } from '../../../../electron/courses/grouping/seating'
import { findPlan, type SearchOptions } from '../../../../electron/courses/grouping/search'
import { checkPlan } from '../../../../shared/courses/grouping/check'
import { bestBand } from '../../../../shared/courses/grouping/cost'
import { type GroupingPlan, type GroupingProblem, NoPlan } from '../../../../shared/courses/grouping/model'
import { meanSpread } from '../../../../shared/courses/grouping/spread'
import { check } from '../../../fixtures/grouping/check.mjs'
import { readInstance } from '../../../fixtures/grouping/instances'
import { everyAssignment, everySubset, planOf, smallProblem } from '../../../fixtures/grouping/smallProblem'

const quiet: SearchOptions = { seed: 1, seconds: 60, signal: { aborted: false }, report: () => {} }

async function planned(problem: GroupingProblem, options: Partial<SearchOptions> = {}): Promise<GroupingPlan> {
  const found = await findPlan(problem, { ...quiet, ...options })
  if ('infeasible' in found) throw new Error(found.infeasible.join(' '))
  return found
}

function expectToHold(problem: GroupingProblem, plan: GroupingPlan): void {
  expect(check(problem, plan).problems).toEqual([])
  expect(checkPlan(problem, plan).problems).toEqual([])
}

describe('generated counties', () => {
  test.each([
    ['literacy-60-1', 13840],
    ['scarce-60-1', 12824],
  ])(
    '%s is solved, with proof, at the value that the bench proves',
    async (name, value) => {
      const problem = readInstance(name)
      const plan = await planned(problem)
      expectToHold(problem, plan)
      expect(plan).toMatchObject({ objective: value, bound: value, proven: true })
    },
    120_000,
  )

  test.each(['standard-60-1', 'pairs-60-1', 'standard-200-1'])(
    '%s: every plan on the way holds, none is worse than the one before or below its bound',
    async (name) => {
      const problem = readInstance(name)
      const plans: GroupingPlan[] = []
      plans.push(await planned(problem, { seconds: 4, report: (plan) => plans.push(plan) }))
      for (const plan of plans) expectToHold(problem, plan)
      const values = plans.map(({ objective }) => objective)
      expect(values).toEqual([...values].sort((a, b) => b - a))
      expect(plans.every(({ objective, bound }) => bound === null || (bound <= values.at(-1)! && bound <= objective))).toBe(true)
      // The demo county's goal (domain.md 11), on the standard weights.
      if (problem.people.length === 200) expect(meanSpread(problem, plans.at(-1)!)).toBeLessThan(9)
    },
    120_000,
  )
})

describe('a small problem', () => {
  test('is solved like by trying everything, and without a plan exactly where none exists', async () => {
    await fc.assert(
      fc.asyncProperty(smallProblem, async (problem) => {
        const cheapest = byTryingEverything(problem)
        const found = await findPlan(problem, quiet)
        if ('infeasible' in found) {
          expect(NoPlan.parse(found).infeasible[0]).toMatch(/\.$/)
          expect(cheapest).toBe(Infinity)
          return
        }
        expectToHold(problem, found)
        expect(found).toMatchObject({ objective: cheapest, bound: cheapest, proven: true })
      }),
      { numRuns: 60 },
    )
  }, 240_000)
})

test.each(['strong', 'aggregated'] as const)(
  'HiGHS alone, %s form: the same value as by trying everything, and no plan exactly where none exists',
  async (form) => {
    await fc.assert(
      fc.asyncProperty(smallProblem, async (problem) => {
        const cheapest = byTryingEverything(problem)
        const instance = instanceOf(problem)
        const seating = new Seating(instance)
        let highest = -Infinity
        const end = await solveExactly(instance, null, null, {
          form,
          seed: 1,
          seconds: 60,
          stop: () => false,
          bound: (bound) => {
            highest = bound
          },
          better: (where) => seating.restore(where),
        })
        expect(end).toBe(cheapest === Infinity ? 'impossible' : 'proven')
        if (cheapest === Infinity) return
        expect({ value: seating.total, highest }).toEqual({ value: cheapest, highest: cheapest })
      }),
      { numRuns: 40 },
    )
  },
  240_000,
)

test('a bound from prices, whatever prices begin with, is never above the cheapest plan, and close to it', () => {
  const gaps: number[] = []
  fc.assert(
    fc.property(smallProblem, fc.boolean(), (problem, fromPlan) => {
      const cheapest = byTryingEverything(problem)
      if (cheapest === Infinity) return
      let highest = 0
      const instance = instanceOf(problem)
      priceBound(instance, {
        target: cheapest,
        ...(fromPlan ? { start: firstSeating(instance) } : {}),
        rounds: 200,
        stop: () => false,
        bound: (bound) => {
          highest = Math.max(highest, bound)
        },
      })
      expect(highest).toBeLessThanOrEqual(cheapest)
      gaps.push(cheapest === 0 ? 0 : 1 - highest / cheapest)
    }),
    { numRuns: 300 },
  )
  expect(gaps.filter((gap) => gap < 0.05).length).toBeGreaterThan(gaps.length / 2)
}, 240_000)

test('prices know that a group with one childcare place needs others than parents for its smallest size', () => {
  const { weights, people } = readInstance('standard-60-1')
  const parent = {
    ...people[0]!,
    types: ['general'],
    slots: ['mornings'],
    minutes: { town: 5 },
    childcare: 1,
    score: 50,
    pace: 3,
    present: null,
    locked: null,
    urgency: 1,
  }
  const problem: GroupingProblem = {
    format: 'grouping-instance-1',
    name: 'parents',
    travelLimit: 45,
    weights,
    centres: [50],
    paces: [3],
    types: [],
    slots: [],
    sites: [],
    limits: [],
    together: [],
    apart: [],
    groups: [
      { id: 'g0', type: 'general', site: 'town', slot: 'mornings', minSize: 2, maxSize: 3, childcare: 1, opening: 300, mustOpen: true },
    ],
    people: [
      { ...parent, id: 'a' },
      { ...parent, id: 'b' },
      { ...parent, id: 'c', childcare: 0, score: 75 },
    ],
  }
  const cheapest = byTryingEverything(problem)
  let highest = 0
  priceBound(instanceOf(problem), {
    target: cheapest,
    rounds: 200,
    stop: () => false,
    bound: (bound) => {
      highest = bound
    },
  })
  expect(highest).toBe(cheapest)
})

describe('stopping', () => {
  test('a search that is cancelled before it finds any plan says that this proves nothing', async () => {
    const { weights, people } = readInstance('standard-60-1')
    // Every pair must be apart and the group needs two: only a proof by HiGHS shows that there is no plan.
    const alone = {
      ...people[0]!,
      types: ['general'],
      slots: ['mornings'],
      minutes: { town: 5 },
      childcare: 0,
      present: null,
      locked: null,
    }
    const problem: GroupingProblem = {
      ...readInstance('standard-60-1'),
      weights,
      limits: [],
      together: [],
      apart: [['a', 'b']],
      groups: [
        { id: 'g0', type: 'general', site: 'town', slot: 'mornings', minSize: 2, maxSize: 3, childcare: 0, opening: 300, mustOpen: true },
      ],
      people: [
        { ...alone, id: 'a' },
        { ...alone, id: 'b' },
      ],
    }
    expect(await findPlan(problem, quiet)).toHaveProperty('infeasible')
    await expect(findPlan(problem, { ...quiet, signal: { aborted: true } })).rejects.toThrow('courses/plan-not-found')
  })

  test('a cancelled search gives the best plan so far, at once', async () => {
    const problem = readInstance('standard-200-1')
    const reported: GroupingPlan[] = []
    let asked = 0
    const signal = {
      get aborted() {
        return (asked += 1) > 300
      },
    }
    const plan = await planned(problem, { signal, report: (one) => reported.push(one) })
    expectToHold(problem, plan)
    expect(plan.objective).toBeLessThanOrEqual(Math.min(...reported.map(({ objective }) => objective)))
    expect(asked).toBeLessThan(320)
  })

  test('a search that is cancelled before it begins still gives a plan that holds', async () => {
    const problem = readInstance('pairs-60-1')
    expectToHold(problem, await planned(problem, { signal: { aborted: true } }))
  })

  test('HiGHS, too, hears that it is cancelled', async () => {
    const instance = instanceOf(readInstance('standard-60-1'))
    let bounds = 0
    const end = await solveExactly(instance, firstSeating(instance), null, {
      seed: 1,
      seconds: 300,
      stop: () => bounds > 0,
      bound: () => {
        bounds += 1
      },
      better: () => {},
    })
    expect(end).toBe('stopped')
    expect(bounds).toBeGreaterThan(0)
  }, 120_000)
})

test('the same problem and seed give the same plan where work ends the search', async () => {
  const problem = readInstance('literacy-60-1')
  expect(await planned(problem)).toEqual(await planned(problem))
}, 120_000)

/** The least cost of all plans, by the bench's own checker; `Infinity`: no plan exists. */
function byTryingEverything(problem: GroupingProblem): number {
  let cheapest = Infinity
  for (const assignments of everyAssignment(problem)) {
    const used = new Set(Object.values(assignments))
    // A group may be open without members where its smallest size is 0.
    for (const empty of everySubset(problem.groups.filter(({ id }) => !used.has(id)))) {
      const open = problem.groups.filter((group) => used.has(group.id) || empty.includes(group))
      const bands = open.map((group) => {
        const { centre, pace } = bestBand(
          problem,
          problem.people.filter(({ id }) => assignments[id] === group.id),
        )
        return { id: group.id, centre, pace }
      })
      const plan = planOf(problem, bands, assignments)
      const judged = { ...plan, objective: check(problem, plan).objective }
      if (judged.objective < cheapest && check(problem, judged).problems.length === 0) cheapest = judged.objective
    }
  }
  return cheapest
}
