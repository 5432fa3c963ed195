import { expect, test } from 'vitest'
import { changeParticipant, createParticipant, judgePace, recordPlacement, removeParticipant } from '../../../electron/courses/commands'
import { getParticipant, listParticipants } from '../../../electron/courses/queries'
import { recordHistory } from '../../../electron/workspace/queries'
import { recordGone } from '../../../shared/core/errors'
import { placementOfThatDay } from '../../../shared/courses/calls'
import { participant } from '../../../shared/courses/participant'
import { placement } from '../../../shared/courses/placement'
import { wholeList } from '../../fixtures/listWindow'
import { amira, way, oemer, olena, registered } from '../../fixtures/people'
import { temporaryWorkspace, type TestWorkspace } from '../../fixtures/workspace'

const result = (participantId: string, placementScore: number, placementDate: string | null) => ({
  participantId,
  placementDate,
  placementScore,
  scoreOral: null,
  scoreWritten: null,
  cefr: null,
  recommendedType: null,
  recommendedModule: null,
})
const names = (workspace: TestWorkspace, search: string) =>
  listParticipants(workspace.store, { ...wholeList, search }).rows.map(({ lastName }) => lastName)

test('a day has one placement; a late one is taken, and the newest counts, also after closing and unlocking', () => {
  using workspace = temporaryWorkspace()
  const participantId = registered(workspace, amira)
  const record = (score: number, day: string) =>
    workspace.onBehalfOf('KT', (store) => recordPlacement(store, result(participantId, score, day)))
  record(62, '2026-03-02')
  record(48, '2025-11-20')
  expect(() => record(26, '2026-03-02')).toThrow(expect.objectContaining({ definition: placementOfThatDay }))
  workspace.reopen()
  expect(listParticipants(workspace.store, { ...wholeList, search: 'haddad' })).toMatchObject({
    total: 1,
    rows: [{ lastName: 'Haddad', placementScore: 62 }],
  })
  expect(getParticipant(workspace.store, { id: participantId })?.placements.map(({ placementScore }) => placementScore)).toEqual([62, 48])
})

test('of two results of one day, which a merge can bring, list and detail agree on the newest', () => {
  using workspace = temporaryWorkspace()
  const participantId = registered(workspace, amira)
  // The command refuses the second one of a day; a snapshot would not.
  for (const score of [10, 20, 30, 40, 50, 60])
    workspace.act((store) => store.create(placement, result(participantId, score, '2026-03-02')))
  workspace.act((store) => recordPlacement(store, result(participantId, 99, null)))
  const scores = getParticipant(workspace.store, { id: participantId })!.placements.map(({ placementScore }) => placementScore)
  expect(listParticipants(workspace.store, wholeList).rows[0]?.placementScore).toBe(scores[0])
  expect(scores.at(-1)).toBe(99)
})

test('participants stand as in a phone book and are found by any spelling of either name', () => {
  using workspace = temporaryWorkspace()
  for (const who of [oemer, olena, amira, { ...amira, lastName: 'Muff' }]) registered(workspace, who)
  expect(names(workspace, '')).toEqual(['Haddad', 'Müller-Kowalenko', 'Muff', 'Öztürk'])
  for (const search of ['mueller', 'MÜLLER', 'olena muller']) expect(names(workspace, search), search).toEqual(['Müller-Kowalenko'])
  expect(listParticipants(workspace.store, { ...wholeList, limit: 2, offset: 1 })).toMatchObject({
    total: 4,
    rows: [{ lastName: 'Müller-Kowalenko' }, { lastName: 'Muff' }],
  })
})

test('a participant is entered with the person in one act, and goes with what happened on the way while the person stays', () => {
  using workspace = temporaryWorkspace()
  const id = workspace.act((store) => createParticipant(store, { person: amira, participant: way }))
  workspace.act((store) => recordPlacement(store, result(id, 40, '2026-01-05')))
  workspace.act((store) =>
    judgePace(store, { participantId: id, learningPace: 'fast', judgedOn: '2026-02-01', judgedBy: 'Lehrkraft', paceReason: null }),
  )
  expect(listParticipants(workspace.store, wholeList).rows[0]).toMatchObject({
    lastName: 'Haddad',
    placementScore: 40,
    learningPace: 'fast',
  })
  workspace.clock.now += 1000
  workspace.act((store) => removeParticipant(store, { id }))
  expect(listParticipants(workspace.store, wholeList).total).toBe(0)
  expect(workspace.store.count('SELECT count(*) FROM person')).toBe(1)
  expect(() => workspace.act((store) => recordPlacement(store, result(id, 41, '2026-01-06')))).toThrow(
    expect.objectContaining({ definition: recordGone }),
  )
  const removal = String(workspace.database.prepare('SELECT id FROM act ORDER BY at DESC LIMIT 1').pluck().get())
  workspace.act((store) => store.undo(removal))
  expect(listParticipants(workspace.store, wholeList).rows[0]).toMatchObject({
    lastName: 'Haddad',
    placementScore: 40,
    learningPace: 'fast',
  })
})

test('a list names the tables that it read, so that a commit to one of them draws it anew', () => {
  using workspace = temporaryWorkspace()
  const { entities } = workspace.store.noting(() => listParticipants(workspace.store, wholeList))
  expect(entities).toEqual(
    expect.arrayContaining(['participant', 'person', 'placement', 'paceJudgement', 'enrolment', 'course', 'organisation']),
  )
  const entered = workspace.store.run('test.act', (store) => createParticipant(store, { person: amira, participant: way }))
  expect(entered.entities).toEqual(expect.arrayContaining(['participant', 'person']))
})

test('the history of a participant tells what happened to the person too, newest first', () => {
  using workspace = temporaryWorkspace()
  const id = registered(workspace, amira)
  const { personId } = workspace.store.get(participant, id)!
  const acts: Pick<Parameters<typeof changeParticipant>[1], 'person' | 'participant'>[] = [
    { person: { city: 'Kaltensee' }, participant: {} },
    { person: {}, participant: { schoolYears: 9 } },
    { person: { city: 'Wolkental' }, participant: {} },
  ]
  for (const changes of acts) {
    workspace.clock.now += 1000
    workspace.act((store) => changeParticipant(store, { id, ...changes }))
  }
  const records = [
    { entity: 'participant', id },
    { entity: 'person', id: personId },
  ]
  expect(
    recordHistory(workspace.store, { records })
      .slice(0, 3)
      .map(({ entity, field, to }) => [entity, field, to]),
  ).toEqual([
    ['person', 'city', 'Wolkental'],
    ['participant', 'schoolYears', 9],
    ['person', 'city', 'Kaltensee'],
  ])
  // A clock that went back moves nothing within a record.
  workspace.clock.now -= 86_400_000
  workspace.act((store) => changeParticipant(store, { id, participant: { schoolYears: 10 }, person: {} }))
  const years = recordHistory(workspace.store, { records }).filter(({ field }) => field === 'schoolYears')
  expect(years.map(({ to }) => to)).toEqual([10, 9])
})
