import type { courses } from '../../shared/courses/calls'
import { PlanBasis } from '../../shared/courses/planDocument'
import type { Query } from '../store/store'
import { letterheadOf } from '../workspace/letterhead'
import { NEWEST_PACE, NEWEST_PLACEMENT, newestPlan } from './newest'

const Course = PlanBasis.shape.courses.element
const Person = PlanBasis.shape.people.element

/** What the document of a plan is made of: the letterhead, the newest kept plan, courses by provider and people by name. */
export const getPlanBasis: Query<typeof courses.getPlanBasis> = (store) => {
  const kept = newestPlan(store)
  return {
    letterhead: letterheadOf(store),
    kept: kept === undefined ? null : { planName: kept.planName, seats: kept.seats },
    courses: store.rows(
      Course,
      `SELECT course.id, courseNumber, courseType, courseState, course.organisationId, siteId, slot, courseStart, courseEnd, minSize, maxSize,
      childcarePlaces, siteName, organisationName AS providerName FROM course LEFT JOIN site ON site.id = siteId
      LEFT JOIN organisation ON organisation.id = course.organisationId
      ORDER BY organisationName_sort, course.organisationId, courseNumber_sort, course.id`,
    ),
    people: store.rows(
      Person,
      `SELECT participant.id, personId, lastName, firstName, birthDate, participant.organisationId, organisationName AS providerName,
      placementScore, cefr, learningPace FROM participant LEFT JOIN person ON person.id = personId
      LEFT JOIN organisation ON organisation.id = participant.organisationId
      ${NEWEST_PLACEMENT}
      ${NEWEST_PACE}
      ORDER BY lastName_sort, firstName_sort, participant.id`,
    ),
  }
}
