import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EXCLUDED, instanceOf } from '../../../../electron/courses/grouping/instance'
import { randomFrom } from '../../../../electron/courses/grouping/random'
import { NONE, Seating } from '../../../../electron/courses/grouping/seating'
import { checkPlan } from '../../../../shared/courses/grouping/check'
import { bestBand } from '../../../../shared/courses/grouping/cost'
import { check } from '../../../fixtures/grouping/check.mjs'
import { readInstance } from '../../../fixtures/grouping/instances'
import { planOf, smallProblem } from '../../../fixtures/grouping/smallProblem'

const places = fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 5, maxLength: 5 })
const bands = fc.array(fc.tuple(fc.constantFrom(20, 45, 70), fc.constantFrom(2, 4)), { minLength: 3, maxLength: 3 })

test('the product judges any plan, also a broken one, like the bench: same cost, as many broken rules', () => {
  fc.assert(
    fc.property(smallProblem, places, bands, (problem, places, bands) => {
      const assignments = Object.fromEntries(problem.people.map(({ id }, index) => [id, problem.groups[places[index] ?? -1]?.id ?? null]))
      const used = new Set(Object.values(assignments))
      const open = problem.groups
        .map(({ id }, index) => ({ id, centre: bands[index]?.[0] ?? 45, pace: bands[index]?.[1] ?? 2 }))
        .filter(({ id }) => used.has(id))
      const plan = planOf(problem, open, assignments)
      const ours = checkPlan(problem, { ...plan, objective: check(problem, plan).objective })
      const theirs = check(problem, { ...plan, objective: check(problem, plan).objective })
      expect(ours.objective).toBe(theirs.objective)
      expect(ours.problems, theirs.problems.join('\n')).toHaveLength(theirs.problems.length)
    }),
    { numRuns: 500 },
  )
})

test('the search prices every change as the checker prices the plan that comes of it', () => {
  for (const name of ['pairs-60-1', 'standard-60-1']) {
    const problem = readInstance(name)
    const instance = instanceOf(problem)
    const seating = new Seating(instance)
    const random = randomFrom(7)
    for (let step = 0; step < 3000; step++) {
      const unit = Math.floor(random() * instance.units.length)
      const { reach, unplaced } = instance.units[unit]!
      const to = reach[Math.floor(random() * reach.length)] ?? NONE
      const from = seating.where[unit]!
      if (to === NONE || to === from || !seating.mayOpen(to)) continue
      const enter = seating.costWith(to, unit, NONE)
      if (enter >= EXCLUDED) continue
      const expected =
        seating.total + enter - seating.cost[to]! + (from === NONE ? -unplaced : seating.costWith(from, NONE, unit) - seating.cost[from]!)
      seating.move(unit, to)
      expect(seating.total).toBe(expected)
    }
    const short = instance.groups.reduce(
      (sum, { minSize }, group) =>
        sum + (seating.isOpen(group) ? seating.shortPrice[group]! * Math.max(0, minSize - seating.size[group]!) : 0),
      0,
    )
    expect(checkPlan(problem, seating.plan(null)).objective).toBe(seating.total - short)
  }
})

test('no band is cheaper than the best one', () => {
  fc.assert(
    fc.property(smallProblem, (problem) => {
      const cost = (centre: number, pace: number) => {
        const free = {
          ...problem,
          people: problem.people.map((person) => ({ ...person, locked: null })),
          groups: problem.groups.slice(0, 1),
        }
        const { parts } = checkPlan(
          free,
          planOf(problem, [{ id: 'g0', centre, pace }], Object.fromEntries(problem.people.map(({ id }) => [id, 'g0']))),
        )
        return parts.level + parts.pace
      }
      const excludes = (centre: number) =>
        problem.people.filter(({ score }) => Math.abs(score - centre) > problem.weights.maxDeviation).length
      const best = bestBand(problem, problem.people)
      expect(best.cost).toBe(cost(best.centre, best.pace))
      for (const centre of problem.centres)
        for (const pace of problem.paces) {
          expect(excludes(best.centre)).toBeLessThanOrEqual(excludes(centre))
          if (excludes(centre) === excludes(best.centre)) expect(best.cost).toBeLessThanOrEqual(cost(centre, pace))
        }
    }),
  )
})

test('a plan that claims too low a cost, too high a bound, or proof without one is refused', () => {
  const problem = readInstance('literacy-60-1')
  const nobody = planOf({ ...problem, groups: [] }, [], Object.fromEntries(problem.people.map(({ id }) => [id, null])))
  const free = { ...problem, groups: [], limits: [], people: problem.people.map((person) => ({ ...person, locked: null, present: null })) }
  const { objective } = checkPlan(free, nobody)
  expect(checkPlan(free, { ...nobody, objective }).problems).toEqual([])
  expect(checkPlan(free, { ...nobody, objective: objective - 1 }).problems).toHaveLength(1)
  expect(checkPlan(free, { ...nobody, objective, bound: objective + 1 }).problems).toHaveLength(1)
  expect(checkPlan(free, { ...nobody, objective, bound: objective - 1, proven: true }).problems).toHaveLength(1)
})
