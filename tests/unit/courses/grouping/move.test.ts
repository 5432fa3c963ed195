import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conflictsOf } from '../../../../electron/courses/grouping/conflicts'
import { firstSeating } from '../../../../electron/courses/grouping/greedy'
import { instanceOf } from '../../../../electron/courses/grouping/instance'
import type { GroupingPlan, GroupingProblem } from '../../../../shared/courses/grouping/model'
import { chainOf, costOfMoves, movePerson } from '../../../../shared/courses/grouping/move'
import { check } from '../../../fixtures/grouping/check.mjs'
import { readInstance } from '../../../fixtures/grouping/instances'
import { smallProblem } from '../../../fixtures/grouping/smallProblem'

function firstPlan(problem: GroupingProblem): GroupingPlan | null {
  if (conflictsOf(problem).length > 0) return null
  const seating = firstSeating(instanceOf(problem))
  return seating.isComplete() ? seating.plan(null) : null
}

test('what a move is said to cost and break is what the moved plan costs and breaks, and moving back restores the cost', () => {
  let moves = 0
  fc.assert(
    fc.property(smallProblem, (problem) => {
      const plan = firstPlan(problem)
      if (plan === null) return
      expect(check(problem, plan).problems).toEqual([])
      for (const { id } of problem.people) {
        const from = plan.assignments[id] ?? null
        for (const { groupId, delta, broken } of costOfMoves(problem, plan, id)) {
          const moved = movePerson(problem, plan, id, groupId)
          expect(moved.plan.objective - plan.objective).toBe(delta)
          expect(broken.length > 0).toBe(moved.broken.length > 0)
          expect(check(problem, moved.plan).problems.length > 0).toBe(moved.broken.length > 0)
          expect(movePerson(problem, moved.plan, id, from).plan).toMatchObject({ objective: plan.objective, assignments: plan.assignments })
          moves += 1
        }
      }
    }),
    { numRuns: 150 },
  )
  expect(moves).toBeGreaterThan(200)
})

test('allowed moves come first, cheaper ones before dearer ones, and the present place is not offered', () => {
  const problem = readInstance('pairs-60-1')
  const plan = firstPlan(problem)!
  const seated = problem.people.find(({ id, locked }) => plan.assignments[id] !== null && locked === null)!
  const moves = costOfMoves(problem, plan, seated.id)
  const allowed = moves.filter(({ broken }) => broken.length === 0)
  expect(moves.slice(0, allowed.length)).toEqual(allowed)
  expect(allowed.map(({ delta }) => delta)).toEqual(allowed.map(({ delta }) => delta).sort((a, b) => a - b))
  expect(moves.map(({ groupId }) => groupId)).not.toContain(plan.assignments[seated.id])
  expect(moves).toHaveLength(problem.groups.length)
})

test('who must stay with somebody moves along, and the bound stays', () => {
  const problem = readInstance('pairs-60-1')
  const plan = { ...firstPlan(problem)!, bound: 5000 }
  const [one] = problem.together[0]!
  const chain = chainOf(problem, one)
  expect(chain.length).toBeGreaterThan(1)
  const moved = movePerson(problem, plan, one, null)
  expect(chain.map(({ id }) => moved.plan.assignments[id])).toEqual(chain.map(() => null))
  expect(moved.plan.bound).toBe(5000)
})

test('broken rules are said in words, with the names that are given', () => {
  const problem = readInstance('standard-60-1')
  const plan = firstPlan(problem)!
  const person = problem.people.find(({ types, locked }) => types.length === 1 && types[0] === 'general' && locked === null)!
  const literacy = problem.groups.find(({ type }) => type === 'literacy')!
  const { broken } = costOfMoves(problem, plan, person.id, { [person.id]: 'Haddad, Amira', [literacy.id]: 'E-104' }).find(
    ({ groupId }) => groupId === literacy.id,
  )!
  expect(broken).toContain('Haddad, Amira kann keinen Kurs der Art „Literacy course“ besuchen (Gruppe E-104).')
})

test('the last one of a group may move to a closed group although only one may be open: the emptied one closes', () => {
  const { people, weights } = readInstance('standard-60-1')
  const group = {
    id: 'E-101',
    type: 'general',
    site: 'town',
    slot: 'mornings',
    minSize: 1,
    maxSize: 3,
    childcare: 0,
    opening: 300,
    mustOpen: false,
  }
  const groups = [group, { ...group, id: 'E-102' }]
  const one = {
    ...people[0]!,
    types: ['general'],
    slots: ['mornings'],
    minutes: { town: 5 },
    childcare: 0,
    score: 50,
    present: null,
    locked: null,
  }
  const problem: GroupingProblem = {
    format: 'grouping-instance-1',
    name: 'one',
    travelLimit: 45,
    weights,
    centres: [50],
    paces: [3],
    types: [],
    slots: [],
    sites: [],
    groups,
    people: [one],
    limits: [{ id: 'l', name: 'Räume', groups: ['E-101', 'E-102'], max: 1 }],
    together: [],
    apart: [],
  }
  const plan = movePerson(
    problem,
    { format: 'grouping-plan-1', instance: 'one', groups: [], assignments: { [one.id]: null }, objective: 0, bound: null },
    one.id,
    'E-101',
  ).plan
  expect(costOfMoves(problem, plan, one.id)).toContainEqual({ groupId: 'E-102', delta: 0, broken: [] })
})
