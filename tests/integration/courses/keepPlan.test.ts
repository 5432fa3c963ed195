import { expect, test } from 'vitest'
import { changeParticipant, keepPlan, recordPlacement } from '../../../electron/courses/commands'
import { getGroupingProblem, getProviderWorkbooks, listParticipants } from '../../../electron/courses/queries'
import { planBroken, planOutdated } from '../../../shared/courses/calls'
import { course } from '../../../shared/courses/course'
import { enrolment } from '../../../shared/courses/enrolment'
import { checkPlan } from '../../../shared/courses/grouping/check'
import type { GroupingPlan } from '../../../shared/courses/grouping/model'
import { participant } from '../../../shared/courses/participant'
import { site } from '../../../shared/courses/site'
import { organisation } from '../../../shared/directory/organisation'
import { bildungswerk } from '../../fixtures/bodies'
import { failing } from '../../fixtures/failing'
import { wholeList } from '../../fixtures/listWindow'
import { amira, oemer, olena, registered } from '../../fixtures/people'
import { temporaryWorkspace, type TestWorkspace } from '../../fixtures/workspace'

/** Two providers with a course of two seats each: one runs and Amira is in it, one is planned. Amira, Ömer and Olena are tested. */
function threePeople(workspace: TestWorkspace) {
  const [here, there] = workspace.act((store) =>
    ['Bildungswerk', 'Volkshochschule'].map((organisationName) => {
      const organisationId = store.create(organisation, { ...bildungswerk, organisationName })
      const siteId = store.create(site, { siteName: organisationName, organisationId, municipalityId: null, street: null })
      const courseState = organisationName === 'Bildungswerk' ? 'running' : 'planned'
      return store.create(course, {
        courseNumber: organisationName,
        courseType: 'general',
        courseState,
        organisationId,
        siteId,
        slot: 'morning',
        courseStart: null,
        courseEnd: null,
        minSize: 1,
        maxSize: 2,
        childcarePlaces: 0,
      })
    }),
  ) as [string, string]
  const [one, two, three] = [amira, oemer, olena].map((who) => registered(workspace, who)) as [string, string, string]
  const test = {
    placementDate: '2026-11-01',
    scoreOral: null,
    scoreWritten: null,
    cefr: null,
    recommendedType: null,
    recommendedModule: null,
  }
  for (const participantId of [one, two, three])
    workspace.act((store) => recordPlacement(store, { ...test, participantId, placementScore: 50 }))
  workspace.act((store) => store.create(enrolment, { participantId: one, courseId: here, enrolledOn: '2026-09-01', endedOn: null }))
  const asked = workspace.store.noting(() => getGroupingProblem(workspace.store, {})).value
  return { here, there, one, two, three, ...asked }
}

/** A plan that claims what it costs. */
function planOf(
  { problem }: ReturnType<typeof getGroupingProblem>,
  groups: readonly string[],
  assignments: Record<string, string | null>,
): GroupingPlan {
  const plan: GroupingPlan = {
    format: 'grouping-plan-1',
    instance: problem.name,
    groups: groups.map((id) => ({ id, centre: 50, pace: 3 })),
    assignments,
    objective: 0,
    bound: null,
  }
  return { ...plan, objective: checkPlan(problem, plan).objective }
}

const standing = (workspace: TestWorkspace) =>
  listParticipants(workspace.store, wholeList).rows.map(({ lastName, courseNumber, participantState }) => [
    lastName,
    courseNumber,
    participantState,
  ])

test('the planner is asked for courses that are not over: a running one stays open, who sits there is known, and no slot named is any slot', () => {
  using workspace = temporaryWorkspace()
  const { problem, here, there, one, two } = threePeople(workspace)
  expect(Object.fromEntries(problem.groups.map(({ id, mustOpen }) => [id, mustOpen]))).toEqual({ [here]: true, [there]: false })
  expect(problem.people.map(({ id, present, slots }) => [id, present, slots])).toContainEqual([one, here, ['morning']])
  workspace.act((store) => store.put(participant, two, { availableSlots: ['evening'] }))
  workspace.act((store) => store.put(course, there, { courseState: 'cancelled' }))
  const next = getGroupingProblem(workspace.store, {}).problem
  expect(next.groups.map(({ id }) => id)).toEqual([here])
  expect(next.people.find(({ id }) => id === two)?.slots).toEqual(['evening'])
})

test('a kept plan seats everybody as it says, ends what was before, and is taken back as a whole', () => {
  using workspace = temporaryWorkspace()
  const asked = threePeople(workspace)
  const { here, there, one, two, three, readAt } = asked
  const before = standing(workspace)
  const plan = planOf(asked, [here, there], { [one]: there, [two]: here, [three]: null })
  const { act } = workspace.store.run('courses.keepPlan', (store) => keepPlan(store, { planName: 'Herbst', plan, readAt }))
  expect(standing(workspace)).toEqual([
    ['Haddad', 'Volkshochschule', 'inCourse'],
    ['Müller-Kowalenko', null, 'waitingList'],
    ['Öztürk', 'Bildungswerk', 'inCourse'],
  ])
  expect(workspace.store.find(enrolment, { participantId: one }, { newestFirst: 'enrolledOn' })).toMatchObject([
    { courseId: there, enrolledOn: '2026-11-24', endedOn: null },
    { courseId: here, enrolledOn: '2026-09-01', endedOn: '2026-11-24' },
  ])
  workspace.act((store) => store.undo(act!))
  expect(standing(workspace)).toEqual(before)
})

test('a plan whose people were changed meanwhile, or that breaks a rule, is refused in a sentence and changes nothing', () => {
  using workspace = temporaryWorkspace()
  const asked = threePeople(workspace)
  const { here, there, one, two, three, readAt } = asked
  const before = standing(workspace)
  const keep = (plan: GroupingPlan) => workspace.act((store) => keepPlan(store, { planName: 'Herbst', plan, readAt }))
  const full = planOf(asked, [here], { [one]: here, [two]: here, [three]: here })
  expect(() => keep(full)).toThrow(failing(planBroken, { rule: 'Gruppe Bildungswerk hat 3 Personen, erlaubt sind 1 bis 2.' }))
  expect(() => keep(planOf(asked, [there], { [one]: there, [two]: null, [three]: null }))).toThrow(failing(planBroken))
  const good = planOf(asked, [here], { [one]: here, [two]: here, [three]: null })
  expect(() => keep({ ...good, objective: good.objective - 1 })).toThrow(failing(planBroken))
  workspace.act((store) => changeParticipant(store, { id: three, participant: { childcareNeed: 1 }, person: {} }))
  expect(() => keep(good)).toThrow(failing(planOutdated))
  expect(standing(workspace)).toEqual(before)
})

test('a provider gets its own people alone, with the seat that the newest plan gives them', () => {
  using workspace = temporaryWorkspace()
  const asked = threePeople(workspace)
  const { here, there, one, two, three, readAt } = asked
  const plan = planOf(asked, [here, there], { [one]: here, [two]: there, [three]: null })
  workspace.act((store) => keepPlan(store, { planName: 'Herbst', plan, readAt }))
  const people = getProviderWorkbooks(workspace.store, {}).map(({ organisationName, people: own }) => [
    organisationName,
    own.map(({ person: { lastName }, plannedCourse }) => `${lastName}: ${plannedCourse}`),
  ])
  expect(people).toEqual([
    ['Bildungswerk', ['Haddad: Bildungswerk']],
    ['Volkshochschule', ['Öztürk: Volkshochschule']],
  ])
})
