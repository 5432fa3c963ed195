// The problem in arrays, for the search and the solver. People who must stay together are one unit.
import { languageCost, levelCost, paceCost, seatCost, unplacedCost } from '../../../shared/courses/grouping/cost'
import { type CandidateGroup, chainsOf, type GroupingPerson, type GroupingProblem } from '../../../shared/courses/grouping/model'
import { seatRules } from '../../../shared/courses/grouping/rules'

/** More than any sum of costs: whatever reaches it is excluded by a rule. Finite, so that sums can be added to and taken from. */
export const EXCLUDED = 1e12

/** One person, or people who must stay together. */
export interface Unit {
  people: GroupingPerson[]
  size: number
  childcare: number
  /** Cost of leaving all of it over. */
  unplaced: number
  /** Index of the group it is locked into; -1: free. */
  locked: number
  /** Indices of the groups that it may enter by rules 2, 4 and 7, in the order of the problem. */
  reach: number[]
  /** Indices of units that may not share its group. */
  apart: number[]
  /** How many of it speak which first language: index of the language, number. */
  languages: [language: number, count: number][]
}

export interface Instance {
  problem: GroupingProblem
  groups: CandidateGroup[]
  units: Unit[]
  centres: number
  paces: number
  languages: number
  /** [unit * groups + group]: cost of the seat apart from band, languages and size; `EXCLUDED` where a rule forbids it. */
  seat: Float64Array
  /** [unit * centres + centre]: level cost; `EXCLUDED` beyond the largest deviation. */
  level: Float64Array
  /** [unit * paces + pace]: pace cost. */
  pace: Float64Array
  /** For each group the indices of the units that may enter it. */
  reachedBy: number[][]
  /** True for groups that must open, or have somebody locked into them. */
  must: boolean[]
  /** For each group the indices of the limits it counts in. */
  limitsOf: number[][]
  limitMax: number[]
  /** [members of one first language]: what they cost. */
  languagePrice: Float64Array
}

/** Puts a problem into arrays. Shapes are said at `Instance`. */
export function instanceOf(problem: GroupingProblem): Instance {
  const { groups, weights, centres, paces } = problem
  const groupIndex = new Map(groups.map(({ id }, index) => [id, index]))
  const languageIndex = new Map([...new Set(problem.people.map(({ language }) => language))].map((language, index) => [language, index]))
  const chains = chainsOf(problem)
  const unitIndex = new Map(chains.flatMap((chain, index) => chain.map(({ id }) => [id, index] as const)))

  const seat = new Float64Array(chains.length * groups.length).fill(EXCLUDED)
  const level = new Float64Array(chains.length * centres.length)
  const pace = new Float64Array(chains.length * paces.length)
  const units = chains.map((people, unit): Unit => {
    const count = new Map<number, number>()
    for (const { language } of people) {
      const index = languageIndex.get(language) ?? 0
      count.set(index, (count.get(index) ?? 0) + 1)
    }
    const childcare = people.reduce((sum, one) => sum + one.childcare, 0)
    centres.forEach((centre, index) => {
      const excluded = people.some(({ score }) => Math.abs(score - centre) > weights.maxDeviation)
      level[unit * centres.length + index] = excluded
        ? EXCLUDED
        : people.reduce((sum, { score }) => sum + levelCost(weights, score, centre), 0)
    })
    paces.forEach((of, index) => {
      pace[unit * paces.length + index] = people.reduce((sum, one) => sum + paceCost(weights, one.pace, of), 0)
    })
    // Somebody who must keep apart from their own chain can sit nowhere; nor can a chain whom no band admits whole.
    const ids = new Set(people.map(({ id }) => id))
    const impossible =
      problem.apart.some(([one, other]) => ids.has(one) && ids.has(other)) ||
      centres.every((_, index) => level[unit * centres.length + index] === EXCLUDED)
    const reach: number[] = []
    groups.forEach((group, index) => {
      if (impossible || people.length > group.maxSize || childcare > group.childcare) return
      if (people.some((person) => seatRules(problem, person, group).length > 0)) return
      seat[unit * groups.length + index] = people.reduce((sum, person) => sum + seatCost(problem, person, group), 0)
      reach.push(index)
    })
    return {
      people,
      size: people.length,
      childcare,
      reach,
      apart: [],
      languages: [...count],
      unplaced: people.reduce((sum, person) => sum + unplacedCost(problem, person), 0),
      locked: groupIndex.get(people.find(({ locked }) => locked !== null)?.locked ?? '') ?? -1,
    }
  })
  for (const [one, other] of problem.apart) {
    const a = unitIndex.get(one)
    const b = unitIndex.get(other)
    if (a === undefined || b === undefined || a === b) continue
    units[a]?.apart.push(b)
    units[b]?.apart.push(a)
  }
  const reachedBy: number[][] = groups.map(() => [])
  units.forEach(({ reach }, unit) => {
    for (const group of reach) reachedBy[group]!.push(unit)
  })

  const lockedInto = new Set(units.map(({ locked }) => locked))
  const limitsOf: number[][] = groups.map(() => [])
  problem.limits.forEach((limit, index) => {
    for (const id of new Set(limit.groups)) limitsOf[groupIndex.get(id) ?? -1]?.push(index)
  })
  return {
    problem,
    groups,
    units,
    seat,
    level,
    pace,
    limitsOf,
    reachedBy,
    centres: centres.length,
    paces: paces.length,
    languages: languageIndex.size,
    must: groups.map(({ mustOpen }, index) => mustOpen || lockedInto.has(index)),
    limitMax: problem.limits.map(({ max }) => max),
    languagePrice: Float64Array.from({ length: problem.people.length + 1 }, (_, count) => languageCost(weights, count)),
  }
}
