// What a plan says, sorted for its document: groups with their members, and who has no place.
import type { Id } from '../../shared/core/entity'
import type { PlannedSeat } from '../../shared/courses/groupingPlan'
import type { PlanBasis } from '../../shared/courses/planDocument'
import { t } from '../../shared/i18n/text'

export type Person = PlanBasis['people'][number]
type Course = PlanBasis['courses'][number]

/** A plan: `planName` is `null` while nobody has kept it. */
export interface PlanToWrite {
  planName: string | null
  seats: readonly PlannedSeat[]
}

export interface Group {
  course: Course
  members: Person[]
}
/** `reason`: in words, as the plan says it. */
export interface LeftOver {
  person: Person
  reason: string | null
}
/** What one document shows. `provider`: `null` in the document of all. */
export interface Part {
  provider: string | null
  groups: Group[]
  leftOver: LeftOver[]
  /** How many the plan names who are not here any more. */
  gone: number
}

/** All of a plan, by the courses and people that are here. */
export function partOf({ courses, people }: PlanBasis, { seats }: PlanToWrite): Part {
  const seatOf = new Map(seats.map((seat) => [seat.participantId, seat]))
  const membersOf = new Map<Id, Person[]>(courses.map(({ id }) => [id, []]))
  const leftOver: LeftOver[] = []
  let gone = seats.length
  for (const who of people) {
    const seat = seatOf.get(who.id)
    if (seat === undefined) continue
    gone -= 1
    const members = seat.courseId === null ? undefined : membersOf.get(seat.courseId)
    if (members !== undefined) members.push(who)
    else leftOver.push({ person: who, reason: seat.courseId === null ? seat.reason : t('Der geplante Kurs ist nicht mehr vorhanden.') })
  }
  const groups = courses.map((one) => ({ course: one, members: membersOf.get(one.id) ?? [] })).filter(({ members }) => members.length > 0)
  return { provider: null, groups, leftOver, gone }
}

/** The plan parted by provider: its groups, and its own people without a place. Nobody else's. */
export function providersOf({ groups, leftOver }: Part): Part[] {
  const parts = new Map<Id, Part>()
  const part = (id: Id, provider: string | null) => {
    const found = parts.get(id) ?? { provider: provider ?? t('Kursträger nicht vorhanden'), groups: [], leftOver: [], gone: 0 }
    parts.set(id, found)
    return found
  }
  for (const group of groups) part(group.course.organisationId, group.course.providerName).groups.push(group)
  for (const one of leftOver)
    if (one.person.organisationId !== null) part(one.person.organisationId, one.person.providerName).leftOver.push(one)
  return [...parts.values()]
}
