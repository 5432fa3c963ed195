// What the planning screen says about a plan, computed while drawing.
import type { GroupingPlan, GroupingProblem } from '../../../shared/courses/grouping/model'

type PlannedPerson = GroupingProblem['people'][number]
type Candidate = GroupingProblem['groups'][number]

/** One open group with its members by points, and its band. */
export interface GroupPicture {
  group: Candidate
  centre: number
  pace: number
  members: PlannedPerson[]
  median: number
  /** Greatest minus smallest points ("Spannweite"). */
  range: number
  meanMinutes: number
}

/** The open groups in the order of the problem, members by points. */
export function groupPictures(problem: GroupingProblem, plan: GroupingPlan): GroupPicture[] {
  const bands = new Map(plan.groups.map((one) => [one.id, one]))
  const membersByGroup = new Map<string, PlannedPerson[]>()
  for (const one of problem.people) {
    const to = plan.assignments[one.id]
    if (to == null) continue
    membersByGroup.set(to, [...(membersByGroup.get(to) ?? []), one])
  }
  return problem.groups.flatMap((group) => {
    const band = bands.get(group.id)
    if (band === undefined) return []
    const members = (membersByGroup.get(group.id) ?? []).sort((a, b) => a.score - b.score)
    const minutes = members.reduce((sum, one) => sum + (one.minutes[group.site] ?? 0), 0)
    return [
      {
        group,
        centre: band.centre,
        pace: band.pace,
        members,
        median: members[Math.floor(members.length / 2)]?.score ?? band.centre,
        range: (members.at(-1)?.score ?? 0) - (members[0]?.score ?? 0),
        meanMinutes: members.length === 0 ? 0 : minutes / members.length,
      },
    ]
  })
}

/** Where each mark stands in a strip of `height` pixels: marks of near points are stacked, never on top of each other. */
export function stacked(scores: readonly number[], height: number): { left: number; top: number }[] {
  const step = 6.4
  const perStack = Math.max(1, Math.floor(height / step))
  // Marks are 6 pixels wide; strips are at least 300 wide, so two points are one mark's width.
  const columns = new Map<number, number>()
  return scores.map((score) => {
    const column = Math.round(score / 2)
    const before = columns.get(column) ?? 0
    columns.set(column, before + 1)
    const level = before % perStack
    const offset = (level % 2 === 1 ? -1 : 1) * Math.ceil(level / 2) * step
    return { left: score, top: height / 2 + offset }
  })
}
