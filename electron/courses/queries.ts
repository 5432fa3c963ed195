import * as z from 'zod'
import { Choice } from '../../shared/core/call'
import { searchForm } from '../../shared/core/textKeys'
import { CourseLine, type courses, ParticipantLine, SiteLine } from '../../shared/courses/calls'
import { course } from '../../shared/courses/course'
import { enrolment } from '../../shared/courses/enrolment'
import { groupingPlan } from '../../shared/courses/groupingPlan'
import { paceJudgement } from '../../shared/courses/paceJudgement'
import { participant } from '../../shared/courses/participant'
import { placement } from '../../shared/courses/placement'
import { site } from '../../shared/courses/site'
import { person } from '../../shared/directory/person'
import type { Query } from '../store/store'
import { NEWEST_PACE, NEWEST_PLACEMENT, OPEN_ENROLMENT } from './newest'

export { getImport, listImportRows, listImports } from './import/queries'
export { getGroupingProblem } from './groupingProblem'
export { getProviderWorkbooks } from './providerWorkbooks'

// LEFT JOIN: who refers to a person that is not here stays on the list.
const PARTICIPANTS = `FROM participant
  LEFT JOIN person ON person.id = participant.personId
  LEFT JOIN organisation ON organisation.id = participant.organisationId
  ${NEWEST_PLACEMENT}
  ${NEWEST_PACE}
  ${OPEN_ENROLMENT}
  LEFT JOIN course ON course.id = enrolment.courseId
  WHERE (:search = '' OR instr(person.lastName_search || ' ' || person.firstName_search || ' ' || person.lastName_search, :search) > 0)
    AND (:organisationId IS NULL OR participant.organisationId = :organisationId)
    AND (:courseId IS NULL OR enrolment.courseId = :courseId)`

/** Participants by name, as phone books sort. `total` counts every match, so the screen can say what the window left out. */
export const listParticipants: Query<typeof courses.listParticipants> = (store, { search, organisationId, courseId, offset, limit }) => {
  const values = { search: searchForm(search), organisationId, courseId }
  return {
    rows: store.rows(
      ParticipantLine,
      `SELECT participant.id, personId, lastName, firstName, birthDate, person.city AS city, participantState,
      organisationName AS providerName, courseNumber, placementScore, cefr, recommendedType, learningPace, entitlementUntil ${PARTICIPANTS}
      ORDER BY lastName_sort, firstName_sort, participant.id LIMIT :limit OFFSET :offset`,
      { ...values, offset, limit },
    ),
    total: store.count(`SELECT count(*) ${PARTICIPANTS}`, values),
  }
}

const EnrolmentLine = enrolment.schema.extend({ courseNumber: z.string().nullable() })

/** One participant with the person and everything dated, newest first; `null` if it is not here. */
export const getParticipant: Query<typeof courses.getParticipant> = (store, { id }) => {
  const found = store.get(participant, id)
  if (found === undefined) return null
  return {
    participant: found,
    person: store.get(person, found.personId) ?? null,
    placements: store.find(placement, { participantId: id }, { newestFirst: 'placementDate' }),
    paces: store.find(paceJudgement, { participantId: id }, { newestFirst: 'judgedOn' }),
    enrolments: store.rows(
      EnrolmentLine,
      `SELECT enrolment.id, participantId, courseId, enrolledOn, endedOn, courseNumber FROM enrolment
      LEFT JOIN course ON course.id = courseId WHERE participantId = :id ORDER BY endedOn IS NULL DESC, enrolledOn DESC, enrolment.id`,
      { id },
    ),
  }
}

const COURSES = `FROM course LEFT JOIN organisation ON organisation.id = course.organisationId LEFT JOIN site ON site.id = course.siteId`
const COURSE_MATCHES = `WHERE (:search = '' OR instr(courseNumber_search || ' ' || ifnull(organisationName_search, '') || ' ' || ifnull(siteName_search, ''), :search) > 0)
    AND (:organisationId IS NULL OR course.organisationId = :organisationId)`
// Standard deviation of the newest points of those who are in the course now ("Streuung", domain.md 3).
const SCORES = `WITH seated AS (SELECT courseId, (SELECT placementScore FROM placement AS one WHERE one.participantId = enrolment.participantId
    ORDER BY placementDate DESC, id DESC LIMIT 1) AS score FROM enrolment WHERE endedOn IS NULL),
  scores AS (SELECT courseId, count(*) AS people, avg(score) AS mean,
    sqrt(max(0, avg(score * score * 1.0) - avg(score) * avg(score))) AS spread FROM seated GROUP BY courseId)`

/** Courses by number, with how many people are in each and how unequal their points are. */
export const listCourses: Query<typeof courses.listCourses> = (store, { search, organisationId, offset, limit }) => {
  const values = { search: searchForm(search), organisationId }
  return {
    rows: store.rows(
      CourseLine,
      `${SCORES} SELECT course.id, courseNumber, courseType, courseState, course.organisationId, siteId, slot, courseStart, courseEnd,
      minSize, maxSize, childcarePlaces, organisationName AS providerName, siteName, ifnull(people, 0) AS people, mean AS meanScore, spread
      ${COURSES} LEFT JOIN scores ON scores.courseId = course.id ${COURSE_MATCHES}
      ORDER BY courseNumber_sort, course.id LIMIT :limit OFFSET :offset`,
      { ...values, offset, limit },
    ),
    total: store.count(`SELECT count(*) ${COURSES} ${COURSE_MATCHES}`, values),
  }
}

/** One course, or `null` if it is not here. */
export const getCourse: Query<typeof courses.getCourse> = (store, { id }) => store.get(course, id) ?? null

const SITES = `FROM site LEFT JOIN organisation ON organisation.id = site.organisationId LEFT JOIN municipality ON municipality.id = site.municipalityId
  WHERE :search = '' OR instr(siteName_search || ' ' || ifnull(organisationName_search, ''), :search) > 0`

/** Sites by provider and name. */
export const listSites: Query<typeof courses.listSites> = (store, { search, offset, limit }) => {
  const values = { search: searchForm(search) }
  return {
    rows: store.rows(
      SiteLine,
      `SELECT site.id, siteName, site.organisationId, site.municipalityId, site.street, organisationName AS providerName, municipalityName ${SITES}
      ORDER BY organisationName_sort, siteName_sort, site.id LIMIT :limit OFFSET :offset`,
      { ...values, offset, limit },
    ),
    total: store.count(`SELECT count(*) ${SITES}`, values),
  }
}

/** One site, or `null` if it is not here. */
export const getSite: Query<typeof courses.getSite> = (store, { id }) => store.get(site, id) ?? null

const CHOICES = {
  course: { from: 'course', title: 'courseNumber', search: 'courseNumber_search', order: 'courseNumber_sort' },
  site: {
    from: 'site LEFT JOIN organisation ON organisation.id = site.organisationId',
    title: `siteName || ifnull(' (' || organisationName || ')', '')`,
    search: `siteName_search || ' ' || ifnull(organisationName_search, '')`,
    order: 'siteName_sort',
  },
  participant: {
    from: 'participant LEFT JOIN person ON person.id = personId',
    title: `ifnull(lastName || ', ' || firstName, participant.id)`,
    search: `ifnull(lastName_search || ' ' || firstName_search, '')`,
    order: 'lastName_sort, firstName_sort',
  },
}

/** Records to choose in a reference field. The one that is selected now comes first, whatever is searched. */
export const chooseReference: Query<typeof courses.chooseReference> = (store, { entity, search, selected, limit }) => {
  const { from, title, search: key, order } = CHOICES[entity]
  return store.rows(
    Choice,
    `SELECT ${entity}.id, ${title} AS label FROM ${from}
    WHERE ${entity}.id = :selected OR :search = '' OR instr(${key}, :search) > 0
    ORDER BY ${entity}.id IS :selected DESC, ${order}, ${entity}.id LIMIT :limit`,
    { search: searchForm(search), selected, limit },
  )
}

const PlanRow = z.object({ id: z.string(), keptAt: z.int() })

/** Kept plans, newest first, with how many people they seat and leave over. */
export const listPlans: Query<typeof courses.listPlans> = (store) =>
  store
    .rows(
      PlanRow,
      `SELECT groupingPlan.id, ifnull((SELECT min(at) FROM change WHERE record = groupingPlan.id), 0) AS keptAt FROM groupingPlan ORDER BY keptAt DESC, id`,
    )
    .flatMap(({ id, keptAt }) => {
      const plan = store.get(groupingPlan, id)
      if (plan === undefined) return []
      const seated = plan.seats.filter(({ courseId }) => courseId !== null).length
      const { planName, objective, bound, meanSpread } = plan
      return [{ id, planName, objective, bound, meanSpread, keptAt, seated, left: plan.seats.length - seated }]
    })
