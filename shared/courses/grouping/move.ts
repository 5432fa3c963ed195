// Moving people by hand: what it costs at once, and what it breaks.
import { checkPlan } from './check'
import { bestBand, groupCost, unplacedCost } from './cost'
import { type CandidateGroup, chainsOf, type GroupingPerson, type GroupingPlan, type GroupingProblem, type Names } from './model'
import { groupFaults, openFaults } from './rules'

/** One place somebody could go. `groupId` null: left over. `delta`: minutes more (or less) than now. `broken`: rules that the move would break, in words. */
export interface Move {
  groupId: string | null
  delta: number
  broken: string[]
}

/**
 * The plan after somebody moved, with cost, bands and broken rules worked out anew; `broken` names all that the new plan breaks.
 * Who must stay with this person moves along. A closed group opens, an emptied one closes unless it must stay open. The two groups
 * take the band that is cheapest for their members. The bound stays: it holds for every plan.
 */
export function movePerson(
  problem: GroupingProblem,
  plan: GroupingPlan,
  personId: string,
  groupId: string | null,
  names: Names = {},
): { plan: GroupingPlan; broken: string[] } {
  const chain = chainOf(problem, personId)
  const assignments = { ...plan.assignments, ...Object.fromEntries(chain.map(({ id }) => [id, groupId])) }
  const touched = new Set([groupId, ...chain.map(({ id }) => plan.assignments[id] ?? null)])
  const bandById = new Map(plan.groups.map((band) => [band.id, band]))
  const groups = problem.groups.flatMap((group) => {
    const present = bandById.get(group.id)
    if (!touched.has(group.id)) return present === undefined ? [] : [present]
    const members = problem.people.filter(({ id }) => assignments[id] === group.id)
    if (members.length === 0) return group.mustOpen && present !== undefined ? [present] : []
    const { centre, pace } = bestBand(problem, members)
    return [{ id: group.id, centre, pace }]
  })
  const { format, instance, bound, certificate } = plan
  const moved: GroupingPlan = {
    format,
    instance,
    groups,
    assignments,
    objective: 0,
    bound,
    ...(certificate === undefined ? {} : { certificate }),
  }
  const objective = checkPlan(problem, moved).objective
  const judged = { ...moved, objective }
  return { plan: judged, broken: checkPlan(problem, judged, names).problems }
}

/**
 * Every place that somebody could go, allowed ones first, cheaper ones first; the place they have is not among them. `broken` names
 * what would be broken after the move in the groups it touches and was not before.
 */
export function costOfMoves(problem: GroupingProblem, plan: GroupingPlan, personId: string, names: Names = {}): Move[] {
  const chain = chainOf(problem, personId)
  const ids = new Set(chain.map(({ id }) => id))
  const from = plan.assignments[personId] ?? null
  const open = new Set(plan.groups.map(({ id }) => id))
  const staying = new Map<string, GroupingPerson[]>(problem.groups.map(({ id }) => [id, []]))
  for (const person of problem.people) if (!ids.has(person.id)) staying.get(plan.assignments[person.id] ?? '')?.push(person)

  const source = problem.groups.find(({ id }) => id === from)
  const leftBehind = source === undefined ? [] : (staying.get(source.id) ?? [])
  const leaving =
    source === undefined
      ? { cost: -leftOverCost(problem, chain), faults: [], closes: false }
      : {
          cost: change(problem, source, [...leftBehind, ...chain], leftBehind),
          faults: faultsAfter(problem, source, [...leftBehind, ...chain], leftBehind, names),
          closes: leftBehind.length === 0 && !source.mustOpen,
        }

  const moves = problem.groups
    .filter(({ id }) => id !== from)
    .map((group): Move => {
      const before = staying.get(group.id) ?? []
      const after = [...before, ...chain]
      const openAfter = new Set([...open, group.id])
      if (leaving.closes && source !== undefined) openAfter.delete(source.id)
      const limits = openFaults(problem, openAfter, names).filter((fault) => !openFaults(problem, open, names).includes(fault))
      return {
        groupId: group.id,
        delta: leaving.cost + change(problem, group, before, after),
        broken: [...faultsAfter(problem, group, before, after, names), ...leaving.faults, ...limits],
      }
    })
  if (from !== null) {
    const unlocked = chain.every(({ locked }) => locked === null) ? [] : movePerson(problem, plan, personId, null, names).broken
    moves.push({
      groupId: null,
      delta: leaving.cost + leftOverCost(problem, chain),
      broken: [...new Set([...unlocked, ...leaving.faults])],
    })
  }
  return moves.sort((a, b) => Number(a.broken.length > 0) - Number(b.broken.length > 0) || a.delta - b.delta)
}

/** Who moves together with this person; the person alone, if bound to nobody. */
export function chainOf(problem: GroupingProblem, personId: string): GroupingPerson[] {
  return chainsOf(problem).find((chain) => chain.some(({ id }) => id === personId)) ?? []
}

function leftOverCost(problem: GroupingProblem, chain: readonly GroupingPerson[]): number {
  return chain.reduce((sum, person) => sum + unplacedCost(problem, person), 0)
}

/** What it costs more that a group has `after` instead of `before`; without members it is closed, unless it must stay open. */
function change(
  problem: GroupingProblem,
  group: CandidateGroup,
  before: readonly GroupingPerson[],
  after: readonly GroupingPerson[],
): number {
  const cost = (members: readonly GroupingPerson[]) => (members.length === 0 && !group.mustOpen ? 0 : groupCost(problem, group, members))
  return cost(after) - cost(before)
}

function faultsAfter(
  problem: GroupingProblem,
  group: CandidateGroup,
  before: readonly GroupingPerson[],
  after: readonly GroupingPerson[],
  names: Names,
): string[] {
  const faults = (members: readonly GroupingPerson[]) =>
    members.length === 0 && !group.mustOpen ? [] : groupFaults(problem, group, bestBand(problem, members).centre, members, names)
  const old = new Set(faults(before))
  return faults(after).filter((fault) => !old.has(fault))
}
