import { recordGone, WorkbenchError } from '../../shared/core/errors'
import { type courses, placementOfThatDay } from '../../shared/courses/calls'
import { course } from '../../shared/courses/course'
import { enrolment } from '../../shared/courses/enrolment'
import { paceJudgement } from '../../shared/courses/paceJudgement'
import { participant } from '../../shared/courses/participant'
import { placement } from '../../shared/courses/placement'
import { site } from '../../shared/courses/site'
import { person } from '../../shared/directory/person'
import type { Command, Writer } from '../store/store'

export { correctImport, discardImport, reviewImport, stageImport, takeImport } from './import/commands'
export { keepPlan } from './keepPlan'

/** Adds a person and their way through courses in one act; returns the participant's id. */
export const createParticipant: Command<typeof courses.createParticipant> = (store, input) => {
  const personId = store.create(person, input.person)
  return store.create(participant, { ...input.participant, personId })
}

/** Changes fields of a participant and of the person behind it in one act. @throws recordGone */
export const changeParticipant: Command<typeof courses.changeParticipant> = (
  store,
  { id, participant: changes, person: personChanges },
) => {
  const { personId } = present(store, id)
  store.put(participant, id, changes)
  store.put(person, personId, personChanges)
  return null
}

/** Deletes a participant with placements, judgements and enrolments, which mean nothing without it. The person stays. @throws recordGone */
export const removeParticipant: Command<typeof courses.removeParticipant> = (store, { id }) => {
  present(store, id)
  for (const entity of [placement, paceJudgement, enrolment] as const) {
    for (const { id: dependent } of store.find(entity, { participantId: id })) store.remove(entity, dependent)
  }
  store.remove(participant, id)
  return null
}

/**
 * Adds the result of a placement test. An older one may come late, on paper from the former provider: it is history, the newest
 * counts. Two of one day are nearly always one typed twice; a correction edits the first. @throws recordGone, placementOfThatDay
 */
export const recordPlacement: Command<typeof courses.recordPlacement> = (store, result) => {
  const { participantId, placementDate } = result
  present(store, participantId)
  // Holds for own acts only: another office may add that day too, which is a finding after the merge.
  if (placementDate !== null && store.find(placement, { participantId, placementDate }).length > 0) {
    throw new WorkbenchError(placementOfThatDay, { placementDate })
  }
  return store.create(placement, result)
}

/** Adds a judgement of the learning pace; earlier ones stay. @throws recordGone */
export const judgePace: Command<typeof courses.judgePace> = (store, judgement) => {
  present(store, judgement.participantId)
  return store.create(paceJudgement, judgement)
}

/** Adds a course and returns its id. */
export const createCourse: Command<typeof courses.createCourse> = (store, values) => store.create(course, values)

/** Changes the named fields of a course. @throws recordGone */
export const changeCourse: Command<typeof courses.changeCourse> = (store, { id, values }) => {
  store.put(course, id, values)
  return null
}

/** Deletes a course. @throws recordGone, stillReferred while somebody is or was in it */
export const removeCourse: Command<typeof courses.removeCourse> = (store, { id }) => {
  store.remove(course, id)
  return null
}

/** Adds a site of a provider and returns its id. */
export const createSite: Command<typeof courses.createSite> = (store, values) => store.create(site, values)

/** Changes the named fields of a site. @throws recordGone */
export const changeSite: Command<typeof courses.changeSite> = (store, { id, values }) => {
  store.put(site, id, values)
  return null
}

/** Deletes a site. @throws recordGone, stillReferred while courses take place there */
export const removeSite: Command<typeof courses.removeSite> = (store, { id }) => {
  store.remove(site, id)
  return null
}

function present(store: Writer, participantId: string) {
  const found = store.get(participant, participantId)
  if (found === undefined) throw new WorkbenchError(recordGone, {})
  return found
}
