import * as z from 'zod'
import { labelOf, ruleValue } from '../../shared/core/lists'
import { type GroupingProblem, GroupingWeights } from '../../shared/courses/grouping/model'
import type { courses } from '../../shared/courses/calls'
import { paceValue } from '../../shared/courses/learningPace'
import type { Query, Reader } from '../store/store'
import { NEWEST_PACE, NEWEST_PLACEMENT, OPEN_ENROLMENT } from './newest'

// A course that is not over takes part in planning; one that runs stays open (courseState, domain.md 2.9).
const CANDIDATE_STATES = ['planned', 'announced', 'registration', 'confirmed', 'running']
const PLANNED_STATES = ['entitled', 'registered', 'placed', 'waitingList', 'inCourse', 'paused']

const Candidate = z.object({
  id: z.string(),
  courseNumber: z.string(),
  courseType: z.string(),
  courseState: z.string(),
  siteId: z.string(),
  siteName: z.string(),
  slot: z.string(),
  minSize: z.int(),
  maxSize: z.int(),
  childcarePlaces: z.int(),
  east: z.number().nullable(),
  north: z.number().nullable(),
})
const Planned = z.object({
  id: z.string(),
  name: z.string(),
  placementScore: z.int().nullable(),
  recommendedType: z.string().nullable(),
  literacy: z.string().nullable(),
  learningPace: z.string().nullable(),
  availableSlots: z.string(),
  childcareNeed: z.int(),
  firstLanguage: z.string().nullable(),
  wishSiteId: z.string().nullable(),
  wishSlot: z.string().nullable(),
  entitlementBasis: z.string().nullable(),
  presentCourseId: z.string().nullable(),
  east: z.number().nullable(),
  north: z.number().nullable(),
})
type Candidate = z.infer<typeof Candidate>
type Planned = z.infer<typeof Planned>

const Travel = z.object({ limitMinutes: z.int(), baseMinutes: z.number(), minutesPerKilometre: z.number() })
const Bands = z.object({ centres: z.array(z.int()), paces: z.array(z.int()), opening: z.int() })
const Codes = z.record(z.string(), z.array(z.string()))
const Numbers = z.record(z.string(), z.number())

/**
 * The grouping problem of all courses that are not over, in model.md's format with ids of courses, sites and participants.
 * Whose municipality is unknown has no way that counts: it neither excludes nor costs. Unknown pace counts as regular.
 */
export const getGroupingProblem: Query<typeof courses.getGroupingProblem> = (store) => {
  const { problem, people, names } = buildProblem(store)
  return {
    problem,
    readAt: store.readAt(),
    names,
    withoutPlacement: people.filter(({ placementScore }) => placementScore === null).map(({ id, name }) => ({ id, label: name })),
  }
}

/** The problem as the data stand now; `people` includes those without a placement, who are not in the problem. */
export function buildProblem(store: Reader): { problem: GroupingProblem; people: Planned[]; names: Record<string, string> } {
  const day = store.today()
  const candidates = store.rows(
    Candidate,
    `SELECT course.id, courseNumber, courseType, courseState, siteId, siteName, slot, minSize, maxSize, childcarePlaces,
    gridEast AS east, gridNorth AS north FROM course JOIN site ON site.id = siteId LEFT JOIN municipality ON municipality.id = site.municipalityId
    WHERE courseState IN (SELECT value FROM json_each(:states)) ORDER BY courseNumber_sort, course.id`,
    { states: JSON.stringify(CANDIDATE_STATES) },
    ['json_each'],
  )
  const people = store.rows(Planned, PEOPLE, { states: JSON.stringify(PLANNED_STATES) }, ['json_each'])
  const travel = Travel.parse(ruleValue('travel', day))
  const { centres, paces, opening } = Bands.parse(ruleValue('groupingBands', day))
  const alternatives = Codes.parse(ruleValue('courseTypeAlternatives', day))
  const urgency = Numbers.parse(ruleValue('entitlementUrgency', day))
  const sites = [...new Map(candidates.map((one) => [one.siteId, one])).values()]
  const slots = [...new Set(candidates.map(({ slot }) => slot))]
  const present = new Set(candidates.map(({ id }) => id))

  const problem: GroupingProblem = {
    format: 'grouping-instance-1',
    name: `kreiswerkbank-${day}`,
    travelLimit: travel.limitMinutes,
    weights: GroupingWeights.parse(ruleValue('groupingWeights', day)),
    centres,
    paces,
    types: [...new Set(candidates.map(({ courseType }) => courseType))].map((id) => ({ id, name: labelOf('courseType', id) })),
    slots: slots.map((id) => ({ id, name: labelOf('slot', id) })),
    sites: sites.map(({ siteId, siteName }) => ({ id: siteId, name: siteName })),
    groups: candidates.map((one) => ({
      id: one.id,
      type: one.courseType,
      site: one.siteId,
      slot: one.slot,
      minSize: one.minSize,
      maxSize: one.maxSize,
      childcare: one.childcarePlaces,
      opening,
      mustOpen: one.courseState === 'running',
    })),
    limits: [],
    people: people
      .filter(({ placementScore }) => placementScore !== null)
      .map((one) => ({
        id: one.id,
        types: typesFor(one, alternatives),
        score: one.placementScore ?? 0,
        pace: paceValue(one.learningPace, day),
        slots: slotsFor(one, slots),
        minutes: Object.fromEntries(sites.map((place) => [place.siteId, minutesBetween(one, place, travel)])),
        childcare: one.childcareNeed,
        // Whose language is unknown shares it with nobody.
        language: one.firstLanguage ?? `unknown-${one.id}`,
        wishSite: one.wishSiteId,
        wishSlot: one.wishSlot,
        urgency: urgency[one.entitlementBasis ?? ''] ?? 1,
        present: one.presentCourseId !== null && present.has(one.presentCourseId) ? one.presentCourseId : null,
        locked: null,
      })),
    together: [],
    apart: [],
  }
  const names = Object.fromEntries([
    ...people.map(({ id, name }) => [id, name] as const),
    ...candidates.flatMap(
      (one) =>
        [
          [one.id, one.courseNumber],
          [one.siteId, one.siteName],
        ] as const,
    ),
  ])
  return { problem, people, names }
}

const PEOPLE = `SELECT participant.id, ifnull(lastName || CASE firstName WHEN '' THEN '' ELSE ', ' || firstName END, participant.id) AS name, placementScore, recommendedType, literacy,
    learningPace, availableSlots, childcareNeed, firstLanguage, wishSiteId, wishSlot, entitlementBasis, enrolment.courseId AS presentCourseId, gridEast AS east, gridNorth AS north
  FROM participant LEFT JOIN person ON person.id = personId LEFT JOIN municipality ON municipality.id = person.municipalityId
  ${NEWEST_PLACEMENT}
  ${NEWEST_PACE}
  ${OPEN_ENROLMENT}
  WHERE participantState IN (SELECT value FROM json_each(:states)) ORDER BY lastName_sort, firstName_sort, participant.id`

/** The recommended type first, then those that it may be replaced by. Without a recommendation literacy decides (domain.md 2.1). */
function typesFor({ recommendedType, literacy }: Planned, alternatives: Record<string, string[]>): string[] {
  const first = recommendedType ?? (literacy === 'none' ? 'literacy' : 'general')
  return [first, ...(alternatives[first] ?? [])]
}

function slotsFor({ availableSlots }: Planned, all: string[]): string[] {
  const named = z.array(z.string()).parse(JSON.parse(availableSlots))
  return named.length === 0 ? all : named
}

interface Spot {
  east: number | null
  north: number | null
}

function minutesBetween(home: Spot, place: Spot, travel: z.infer<typeof Travel>): number {
  if (home.east === null || home.north === null || place.east === null || place.north === null) return 0
  return Math.round(travel.baseMinutes + travel.minutesPerKilometre * Math.hypot(home.east - place.east, home.north - place.north))
}
