import * as z from 'zod'
import { Choice } from '../../shared/core/call'
import type { Field } from '../../shared/core/entity'
import { searchForm } from '../../shared/core/textKeys'
import { CourseLine, type courses, ParticipantLine, SiteLine } from '../../shared/courses/calls'
import { course } from '../../shared/courses/course'
import { enrolment } from '../../shared/courses/enrolment'
import { groupingPlan } from '../../shared/courses/groupingPlan'
import { NEXT_STEPS, OVER, warnedUntil } from '../../shared/courses/nextStep'
import { paceJudgement } from '../../shared/courses/paceJudgement'
import { participant } from '../../shared/courses/participant'
import { placement } from '../../shared/courses/placement'
import { scoreBands } from '../../shared/courses/scoreChart'
import { site } from '../../shared/courses/site'
import { municipality } from '../../shared/directory/municipality'
import { organisation } from '../../shared/directory/organisation'
import { person } from '../../shared/directory/person'
import { fieldColumn, fieldColumns, inOrderOf, joinedColumn, type ListSource, numberColumn, readList } from '../store/list'
import type { Query } from '../store/store'
import { NEWEST_PACE, NEWEST_PLACEMENT, OPEN_ENROLMENT } from './newest'

export { getImport, listImportRows, listImports } from './import/queries'
export { getGroupingProblem } from './groupingProblem'
export { getPlanBasis } from './planBasis'
export { getProviderWorkbooks } from './providerWorkbooks'

/** The next step as SQL has to know it to sort and filter by it; a test holds it against the rule. */
const NEXT_STEP = `CASE WHEN participant.participantState IN (${OVER.map((state) => `'${state}'`).join(', ')}) THEN 'none'
  WHEN course.courseNumber IS NULL AND participant.entitlementUntil < :today THEN 'entitlementOver'
  WHEN course.courseNumber IS NULL AND participant.entitlementUntil <= :warnedUntil THEN 'entitlementEnds'
  WHEN placement.placementScore IS NULL THEN 'test' WHEN course.courseNumber IS NULL THEN 'assign' ELSE 'none' END`

/** What other records say of a participant. */
const FOUND: readonly Field[] = [
  person.fields.lastName,
  person.fields.firstName,
  person.fields.birthDate,
  person.fields.city,
  person.fields.firstLanguage,
  course.fields.courseNumber,
  placement.fields.placementDate,
  placement.fields.placementScore,
  placement.fields.cefr,
  placement.fields.recommendedType,
  paceJudgement.fields.learningPace,
]

// LEFT JOIN: who refers to a person that is not here stays on the list.
const PARTICIPANTS: ListSource = {
  table: 'participant',
  joins: `LEFT JOIN person ON person.id = participant.personId
  LEFT JOIN organisation ON organisation.id = participant.organisationId
  LEFT JOIN site ON site.id = participant.wishSiteId
  ${NEWEST_PLACEMENT}
  ${NEWEST_PACE}
  ${OPEN_ENROLMENT}
  LEFT JOIN course ON course.id = enrolment.courseId`,
  columns: {
    ...fieldColumns(participant.fields),
    ...Object.fromEntries(FOUND.map((field) => [field.name, joinedColumn(field)])),
    name: {
      kind: 'text',
      value: `person.lastName || CASE person.firstName WHEN '' THEN '' ELSE ', ' || person.firstName END`,
      order: ['person.lastName_sort', 'person.firstName_sort'],
      folded: `person.lastName_search || ' ' || person.firstName_search || ' ' || person.lastName_search`,
    },
    nextStep: { kind: 'code', value: NEXT_STEP, order: [inOrderOf(NEXT_STEPS, NEXT_STEP), 'participant.entitlementUntil'], isFilled: true },
    organisationId: fieldColumn(participant.fields.organisationId, organisation.fields.organisationName),
    providerName: joinedColumn(organisation.fields.organisationName),
    wishSiteId: fieldColumn(participant.fields.wishSiteId, site.fields.siteName),
    wishSiteName: joinedColumn(site.fields.siteName),
  },
  search: `person.lastName_search || ' ' || person.firstName_search || ' ' || person.lastName_search`,
  order: [{ column: 'name', isDescending: false }],
}

/** Participants by name, as phone books sort; those whose person is not here come last. */
export const listParticipants: Query<typeof courses.listParticipants> = (store, window) =>
  readList(store, { ...PARTICIPANTS, values: { today: store.today(), warnedUntil: warnedUntil(store.today()) } }, ParticipantLine, window)

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

// Standard deviation of the newest points of those who are in the course now ("Streuung", domain.md 3).
const COURSES: ListSource = {
  with: `WITH seated AS (SELECT courseId, (SELECT placementScore FROM placement AS one WHERE one.participantId = enrolment.participantId
    ORDER BY placementDate DESC, id DESC LIMIT 1) AS score FROM enrolment WHERE endedOn IS NULL),
  scores AS (SELECT courseId, count(*) AS people, avg(score) AS mean,
    sqrt(max(0, avg(score * score * 1.0) - avg(score) * avg(score))) AS spread FROM seated GROUP BY courseId)`,
  table: 'course',
  joins: `LEFT JOIN organisation ON organisation.id = course.organisationId LEFT JOIN site ON site.id = course.siteId
  LEFT JOIN scores ON scores.courseId = course.id`,
  columns: {
    ...fieldColumns(course.fields),
    organisationId: fieldColumn(course.fields.organisationId, organisation.fields.organisationName),
    providerName: joinedColumn(organisation.fields.organisationName),
    siteId: fieldColumn(course.fields.siteId, site.fields.siteName),
    siteName: joinedColumn(site.fields.siteName),
    people: numberColumn('ifnull(scores.people, 0)'),
    meanScore: numberColumn('scores.mean', 'number'),
    spread: numberColumn('scores.spread', 'number'),
  },
  search: `course.courseNumber_search || ' ' || ifnull(organisation.organisationName_search, '') || ' ' || ifnull(site.siteName_search, '')`,
  order: [{ column: 'courseNumber', isDescending: false }],
}

/** Courses by number, with how many people are in each and how unequal their points are. */
export const listCourses: Query<typeof courses.listCourses> = (store, window) => readList(store, COURSES, CourseLine, window)

/** One course, or `null` if it is not here. */
export const getCourse: Query<typeof courses.getCourse> = (store, { id }) => store.get(course, id) ?? null

/** The newest points of those who are in a course now, as a distribution; who has none is in no band. */
export const getCourseScores: Query<typeof courses.getCourseScores> = (store, { id }) => ({
  bands: scoreBands(
    store
      .rows(
        z.object({ placementScore: z.int() }),
        `SELECT placementScore FROM participant ${NEWEST_PLACEMENT} ${OPEN_ENROLMENT}
        WHERE enrolment.courseId = :id AND placementScore IS NOT NULL`,
        { id },
      )
      .map(({ placementScore }) => placementScore),
  ),
})

const SITES: ListSource = {
  table: 'site',
  joins: 'LEFT JOIN organisation ON organisation.id = site.organisationId LEFT JOIN municipality ON municipality.id = site.municipalityId',
  columns: {
    ...fieldColumns(site.fields),
    organisationId: fieldColumn(site.fields.organisationId, organisation.fields.organisationName),
    providerName: joinedColumn(organisation.fields.organisationName),
    municipalityId: fieldColumn(site.fields.municipalityId, municipality.fields.municipalityName),
    municipalityName: joinedColumn(municipality.fields.municipalityName),
  },
  search: `site.siteName_search || ' ' || ifnull(organisation.organisationName_search, '')`,
  order: [
    { column: 'providerName', isDescending: false },
    { column: 'siteName', isDescending: false },
  ],
}

/** Sites by provider and name. */
export const listSites: Query<typeof courses.listSites> = (store, window) => readList(store, SITES, SiteLine, window)

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
