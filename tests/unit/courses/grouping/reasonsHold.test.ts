import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conflictsOf } from '../../../../electron/courses/grouping/conflicts'
import { firstSeating } from '../../../../electron/courses/grouping/greedy'
import { instanceOf } from '../../../../electron/courses/grouping/instance'
import type { GroupingPlan, GroupingProblem } from '../../../../shared/courses/grouping/model'
import { movePerson } from '../../../../shared/courses/grouping/move'
import { reasonsLeftOver } from '../../../../shared/courses/grouping/reasons'
import { check } from '../../../fixtures/grouping/check.mjs'
import { smallProblem } from '../../../fixtures/grouping/smallProblem'

/** A sentence, and what the bench's checker has to say of every group that it speaks of if the sentence is true. */
const RULES: [sentence: RegExp, broken: RegExp][] = [
  [/keinen Kurs einer passenden Kursart/, /may not attend/],
  [/liegt in einer möglichen Kurszeit/, /may not attend|has no time/],
  [/Minuten entfernt, die Grenze/, /may not attend|has no time|would travel/],
  [/hat die nötige Kinderbetreuung/, /may not attend|has no time|would travel|childcare places/],
  [/auf einem anderen Niveau/, /away from the middle/],
  [/von dem die Person getrennt sein soll/, /must be apart/],
  [/ist die Kinderbetreuung belegt|reicht die Kinderbetreuung nicht/, /childcare places/],
  [/sind voll|Plätze mehr frei/, /has room for/],
]

test('what blocks somebody who is left over is true of every group, judged by the bench alone', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(smallProblem, fc.nat(4), (problem, index) => {
      const plan = planWithSomebodyOut(problem, index)
      if (plan === null) return
      for (const [id, sentence] of Object.entries(reasonsLeftOver(problem, plan))) {
        const open = new Set(plan.groups.map((group) => group.id))
        const listed = /\((g\d(?:, g\d)*)\)\.$/.exec(sentence)?.[1]?.split(', ')
        const possible = /Möglich wäre Gruppe (\w+); das kostet (\d+) Minuten (mehr|weniger)/.exec(sentence)
        if (possible !== null) {
          seen.set(`Möglich ${possible[3]}`, 1 + (seen.get(`Möglich ${possible[3]}`) ?? 0))
          const costs = withChainIn(problem, plan, id, possible[1]!)
            .filter(({ problems }) => problems.length === 0)
            .map(({ objective }) => objective)
          expect(Math.min(...costs) - plan.objective, sentence).toBe(Number(possible[2]) * (possible[3] === 'mehr' ? 1 : -1))
          continue
        }
        // Whatever the sentence: no open group can take the person and those who stay with them.
        for (const group of open) expect(withChainIn(problem, plan, id, group).every(({ problems }) => problems.length > 0)).toBe(true)
        if (/öffnen in diesem Plan nicht/.test(sentence)) {
          expect(listed?.some((group) => open.has(group))).toBe(false)
          continue
        }
        const rule = RULES.find(([words]) => words.test(sentence))
        expect(rule, sentence).toBeDefined()
        seen.set(rule![0].source, 1 + (seen.get(rule![0].source) ?? 0))
        for (const group of listed ?? problem.groups.map((one) => one.id))
          for (const { problems } of withChainIn(problem, plan, id, group)) expect(problems.join(' '), sentence).toMatch(rule![1])
      }
    }),
    { numRuns: 1500, seed: 7 },
  )
  expect([...seen.keys()].sort()).toEqual([...RULES.map(([words]) => words.source), 'Möglich mehr', 'Möglich weniger'].sort())
})

/** A plan that holds, in which one person (and who stays with them) was left over by hand, where that breaks nothing. */
function planWithSomebodyOut(problem: GroupingProblem, index: number): GroupingPlan | null {
  if (conflictsOf(problem).length > 0) return null
  const seating = firstSeating(instanceOf(problem))
  if (!seating.isComplete()) return null
  const plan = seating.plan(null)
  const moved = movePerson(problem, plan, problem.people[index % problem.people.length]!.id, null)
  return moved.broken.length === 0 ? moved.plan : plan
}

/** What the bench says of the plan with somebody, and all who have to stay with them, in a group: once for every band of it. */
function withChainIn(problem: GroupingProblem, plan: GroupingPlan, id: string, group: string): { problems: string[]; objective: number }[] {
  const chain = new Set([id])
  for (let before = 0; before < chain.size;) {
    before = chain.size
    for (const [one, other] of problem.together) if (chain.has(one) || chain.has(other)) chain.add(one).add(other)
  }
  const assignments = { ...plan.assignments, ...Object.fromEntries([...chain].map((member) => [member, group])) }
  return problem.centres.flatMap((centre) =>
    problem.paces.map((pace) => {
      const groups = [...plan.groups.filter((open) => open.id !== group), { id: group, centre, pace }]
      const judged = { ...plan, groups, assignments, bound: null }
      const { objective } = check(problem, judged)
      return { objective, problems: check(problem, { ...judged, objective }).problems }
    }),
  )
}
