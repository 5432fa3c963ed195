import * as z from 'zod'
import type { courses, ProviderWorkbook } from '../../shared/courses/calls'
import { course } from '../../shared/courses/course'
import { participant } from '../../shared/courses/participant'
import { placement } from '../../shared/courses/placement'
import { person } from '../../shared/directory/person'
import type { Query, Reader } from '../store/store'
import { NEWEST_PACE, NEWEST_PLACEMENT, newestPlan, OPEN_ENROLMENT } from './newest'

const Provider = z.object({ organisationId: z.string(), organisationName: z.string() })
const CourseOfProvider = course.schema.extend({ siteName: z.string().nullable() })
const PersonOfProvider = z.object({
  id: z.string(),
  personId: z.string(),
  placementId: z.string().nullable(),
  learningPace: z.string().nullable(),
  courseNumber: z.string().nullable(),
})

/**
 * What each provider gets: its courses, and the people who are registered with it or whom the newest plan seats in one of its
 * courses. Nobody else's: a provider sees only its own (IntV § 8).
 */
export const getProviderWorkbooks: Query<typeof courses.getProviderWorkbooks> = (store) => {
  const seats = newestSeats(store)
  const numbers = new Map(
    store
      .rows(z.object({ id: z.string(), courseNumber: z.string() }), 'SELECT id, courseNumber FROM course')
      .map((one) => [one.id, one.courseNumber]),
  )
  return store
    .rows(
      Provider,
      `SELECT id AS organisationId, organisationName FROM organisation
    WHERE id IN (SELECT organisationId FROM course) OR id IN (SELECT organisationId FROM participant) ORDER BY organisationName_sort, id`,
    )
    .map((provider) => ({
      ...provider,
      courses: coursesOf(store, provider.organisationId),
      people: peopleOf(store, provider.organisationId, seats, numbers),
    }))
    .filter(({ people, courses: own }) => people.length > 0 || own.length > 0)
}

type Workbook = z.infer<typeof ProviderWorkbook>
type Seats = Map<string, { courseId: string | null; reason: string | null }>

function newestSeats(store: Reader): Seats {
  return new Map((newestPlan(store)?.seats ?? []).map((one) => [one.participantId, one]))
}

function coursesOf(store: Reader, organisationId: string): Workbook['courses'] {
  return store.rows(
    CourseOfProvider,
    `SELECT course.id, courseNumber, courseType, courseState, course.organisationId, siteId, slot, courseStart, courseEnd, minSize, maxSize,
    childcarePlaces, siteName FROM course LEFT JOIN site ON site.id = siteId WHERE course.organisationId = :organisationId ORDER BY courseNumber_sort, course.id`,
    { organisationId },
  )
}

function peopleOf(store: Reader, organisationId: string, seats: Seats, numbers: Map<string, string>): Workbook['people'] {
  const rows = store.rows(
    PersonOfProvider,
    `SELECT participant.id, personId, courseNumber, learningPace, placement.id AS placementId
    FROM participant LEFT JOIN person ON person.id = personId
    ${NEWEST_PLACEMENT}
    ${OPEN_ENROLMENT}
    LEFT JOIN course ON course.id = enrolment.courseId
    ${NEWEST_PACE}
    WHERE participant.organisationId = :organisationId OR course.organisationId = :organisationId
    ORDER BY lastName_sort, firstName_sort, participant.id`,
    { organisationId },
  )
  return rows.flatMap((row) => {
    const own = store.get(participant, row.id)
    const who = store.get(person, row.personId)
    if (own === undefined || who === undefined) return []
    const planned = seats.get(row.id)
    return [
      {
        participant: own,
        person: who,
        placement: row.placementId === null ? null : (store.get(placement, row.placementId) ?? null),
        learningPace: row.learningPace,
        courseNumber: row.courseNumber,
        plannedCourse: planned?.courseId == null ? null : (numbers.get(planned.courseId) ?? null),
        leftOver: planned?.reason ?? null,
      },
    ]
  })
}
