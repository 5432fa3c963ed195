// The cost of a plan (bench/grouping/model.md, "Cost"), part by part, in minutes of travel of one person. The checker has its own.
import type { CandidateGroup, GroupingPerson, GroupingProblem, GroupingWeights } from './model'

/** What a distance in points between somebody and the middle of the band costs, whether or not the band admits it. */
export function levelCost(weights: GroupingWeights, score: number, centre: number): number {
  const distance = Math.abs(score - centre)
  return weights.spread * Math.min(distance, weights.near) + weights.spreadFar * Math.max(0, distance - weights.near)
}

/** What the steps between somebody's pace and the group's cost. */
export function paceCost(weights: GroupingWeights, pace: number, groupPace: number): number {
  return weights.pace * Math.abs(pace - groupPace)
}

/** What somebody costs in a group apart from band, languages and size: way, type, wishes, leaving the present group. */
export function seatCost({ weights }: GroupingProblem, person: GroupingPerson, group: CandidateGroup): number {
  const missedSite = person.wishSite !== null && person.wishSite !== group.site
  const missedSlot = person.wishSlot !== null && person.wishSlot !== group.slot
  return (
    weights.travel * (person.minutes[group.site] ?? 0) +
    (person.types[0] === group.type ? 0 : weights.otherType) +
    (missedSite ? weights.wish : 0) +
    (missedSlot ? weights.wish : 0) +
    (person.present !== null && person.present !== group.id ? weights.moved : 0)
  )
}

/** What leaving somebody over costs. */
export function unplacedCost({ weights }: GroupingProblem, person: GroupingPerson): number {
  return weights.unplaced * person.urgency
}

/** What one first language costs that `count` members of a group share. */
export function languageCost(weights: GroupingWeights, count: number): number {
  return weights.sameLanguage * Math.max(0, count - weights.languageFree)
}

/**
 * The cheapest band for these people, and its cost. Level and pace do not depend on each other, so each is chosen alone. Where no
 * middle admits everybody, the one that excludes the fewest.
 */
export function bestBand(
  { weights, centres, paces }: GroupingProblem,
  people: readonly GroupingPerson[],
): { centre: number; pace: number; cost: number } {
  const levels = centres
    .map((centre) => ({
      centre,
      excluded: people.filter(({ score }) => Math.abs(score - centre) > weights.maxDeviation).length,
      cost: people.reduce((sum, { score }) => sum + levelCost(weights, score, centre), 0),
    }))
    .sort((a, b) => a.excluded - b.excluded || a.cost - b.cost)
  const steps = paces
    .map((pace) => ({ pace, cost: people.reduce((sum, one) => sum + paceCost(weights, one.pace, pace), 0) }))
    .sort((a, b) => a.cost - b.cost)
  const [level] = levels
  const [step] = steps
  if (level === undefined || step === undefined) throw new TypeError('A grouping problem has at least one middle and one pace')
  return { centre: level.centre, pace: step.pace, cost: level.cost + step.cost }
}

/** What an open group costs with these members on its cheapest band, empty seats included. */
export function groupCost(problem: GroupingProblem, group: CandidateGroup, members: readonly GroupingPerson[]): number {
  const countByLanguage = new Map<string, number>()
  for (const { language } of members) countByLanguage.set(language, (countByLanguage.get(language) ?? 0) + 1)
  return (
    group.opening +
    problem.weights.emptySeat * Math.max(0, group.maxSize - members.length) +
    bestBand(problem, members).cost +
    members.reduce((sum, person) => sum + seatCost(problem, person, group), 0) +
    [...countByLanguage.values()].reduce((sum, count) => sum + languageCost(problem.weights, count), 0)
  )
}
