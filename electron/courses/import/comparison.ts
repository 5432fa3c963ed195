// What a row would change, compared with what is here now. The review shows it and taking writes it, from the same lines.
import * as z from 'zod'
import { paceJudgement } from '../../../shared/courses/paceJudgement'
import { participant } from '../../../shared/courses/participant'
import { placement } from '../../../shared/courses/placement'
import { person } from '../../../shared/directory/person'
import { searchForm } from '../../../shared/core/textKeys'
import type { RecordOf } from '../../../shared/core/entity'
import type { Reader } from '../../store/store'
import { listNameOf, valuesFor } from '../../../shared/courses/import/fieldsOfList'
import { identityIn } from './knownPeople'
import type { ReadRow } from './stagedRow'

const OpenCourse = z.object({ courseId: z.string(), courseNumber: z.string() })
type Values = Record<string, z.core.util.JSONType>

/** What taking a row writes, by record; an empty part writes nothing. `current`: what is here now, by the list's field names. */
export interface Comparison {
  person: Values
  participant: Values
  placement: { id: string | null; values: Values }
  pace: Values
  courseId: string | null
  current: Values
  isChange: boolean
}

/** Courses by number in search form and provider, read once for an import. */
export type CourseIds = ReadonlyMap<string, string>

/** The key of a course in `CourseIds`: providers write "IK 01/2026", "ik-01-2026". */
export function courseKey(courseNumber: string, organisationId: string | null): string {
  return `${organisationId ?? ''} ${searchForm(courseNumber).replaceAll(/[^a-z0-9]/g, '')}`
}

/** Compares a row with the person and participant that it speaks of; both `null` for somebody new. */
export function compare(
  store: Reader,
  values: ReadRow['values'],
  ids: { personId: string | null; participantId: string | null },
  organisationId: string | null,
  courses: CourseIds,
): Comparison {
  const who = ids.personId === null ? undefined : store.get(person, ids.personId)
  const way = ids.participantId === null ? undefined : store.get(participant, ids.participantId)
  const placements = way === undefined ? [] : store.find(placement, { participantId: way.id })
  const tested = valuesFor('placement', values)
  const former = placementMeant(placements, tested)
  const pace = valuesFor('pace', values)
  const present = way === undefined ? null : openCourse(store, way.id)
  const courseId = typeof values.courseNumber === 'string' ? (courses.get(courseKey(values.courseNumber, organisationId)) ?? null) : null

  const current: Values = {}
  const personChanges = differences('person', { ...valuesFor('person', values), ...precisionOf(values) }, who, current)
  const participantChanges = differences(
    'participant',
    { ...valuesFor('participant', values), ...(organisationId === null ? {} : { organisationId }) },
    way,
    current,
  )
  const placementChanges = differences('placement', tested, former, current)
  const paceChanges = differences('pace', pace, way === undefined ? undefined : newestPace(store, way.id), current)
  const newCourse = courseId !== null && courseId !== present?.courseId ? courseId : null
  if (newCourse !== null && present !== null) current.courseNumber = present.courseNumber
  return {
    person: personChanges,
    participant: participantChanges,
    placement: { id: former?.id ?? null, values: placementChanges },
    pace: paceChanges,
    courseId: newCourse,
    current,
    isChange:
      [personChanges, participantChanges, placementChanges, paceChanges].some((part) => Object.keys(part).length > 0) || newCourse !== null,
  }
}

function differences(
  part: 'person' | 'participant' | 'placement' | 'pace',
  wanted: Values,
  here: Record<string, unknown> | undefined,
  current: Values,
): Values {
  const changed = Object.entries(wanted).filter(([name, value]) => here === undefined || !isSame(name, here[name] ?? null, value))
  if (here !== undefined) for (const [name] of changed) current[listNameOf(part, name)] = (here[name] ?? null) as z.core.util.JSONType
  return Object.fromEntries(changed)
}

/** Another spelling of the same letters (KOVALENKO, Oeztuerk) is no change: the one that is here stays. */
function isSame(name: string, here: unknown, value: unknown): boolean {
  const isName = name === 'lastName' || name === 'firstName'
  if (isName && typeof here === 'string' && typeof value === 'string') return searchForm(here) === searchForm(value)
  return JSON.stringify(here) === JSON.stringify(value)
}

function precisionOf(values: ReadRow['values']): Values {
  const { birthDate, birthDatePrecision } = identityIn(values)
  return birthDate === null ? {} : { birthDatePrecision }
}

/** A result of the same day corrects that day's; one without a day repeats the newest if its points agree, or fills the one without a day. */
function placementMeant(placements: RecordOf<typeof placement>[], tested: Values): RecordOf<typeof placement> | undefined {
  if (typeof tested.placementDate === 'string') return placements.find(({ placementDate }) => placementDate === tested.placementDate)
  const newest = [...placements].sort(byDay)[0]
  if (newest === undefined) return undefined
  const isSame = tested.placementScore === undefined || tested.placementScore === newest.placementScore
  return isSame ? newest : placements.find(({ placementDate }) => placementDate === null)
}
const byDay = (a: RecordOf<typeof placement>, b: RecordOf<typeof placement>) =>
  (b.placementDate ?? '').localeCompare(a.placementDate ?? '') || b.id.localeCompare(a.id)

function newestPace(store: Reader, participantId: string): RecordOf<typeof paceJudgement> | undefined {
  return store
    .find(paceJudgement, { participantId })
    .sort((a, b) => (b.judgedOn ?? '').localeCompare(a.judgedOn ?? '') || b.id.localeCompare(a.id))[0]
}

function openCourse(store: Reader, participantId: string): { courseId: string; courseNumber: string } | null {
  const found = store.row(
    OpenCourse,
    `SELECT courseId, ifnull(courseNumber, courseId) AS courseNumber FROM enrolment LEFT JOIN course ON course.id = courseId
    WHERE participantId = :participantId AND endedOn IS NULL ORDER BY enrolledOn DESC, enrolment.id DESC LIMIT 1`,
    { participantId },
  )
  return found ?? null
}
