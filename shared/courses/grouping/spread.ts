// "Streuung": the standard deviation of the points within a group (domain.md 3). Not the planner's level cost.
import type { GroupingPlan, GroupingProblem } from './model'

/** Mean of points; `null` for nobody. */
export function meanOf(scores: readonly number[]): number | null {
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length
}

/** Rounded to tenths, as lists show points. */
export function toTenths(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10) / 10
}

/** Standard deviation of points, in points, of exactly these people (not an estimate for others); `null` for nobody. */
export function spreadOf(scores: readonly number[]): number | null {
  const mean = meanOf(scores)
  if (mean === null) return null
  return Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length)
}

/** The spread of every open group that has members, in points. */
export function spreadByGroup(problem: GroupingProblem, plan: GroupingPlan): Record<string, number> {
  const scoresByGroup = new Map<string, number[]>(plan.groups.map(({ id }) => [id, []]))
  for (const { id, score } of problem.people) scoresByGroup.get(plan.assignments[id] ?? '')?.push(score)
  return Object.fromEntries(
    [...scoresByGroup].flatMap(([id, scores]) => {
      const spread = spreadOf(scores)
      return spread === null ? [] : [[id, spread]]
    }),
  )
}

/** Mean of the groups' spreads, every group counting the same; `null` where no group has members. */
export function meanSpread(problem: GroupingProblem, plan: GroupingPlan): number | null {
  const spreads = Object.values(spreadByGroup(problem, plan))
  return meanOf(spreads)
}
