import { expect, test } from 'vitest'
import { placement } from '../../../shared/courses/placement'
import { paceJudgement } from '../../../shared/courses/paceJudgement'
import { participant } from '../../../shared/courses/participant'
import { cancelled, invalidInput, notResponsible, recordGone, referenceGone, stillReferred } from '../../../shared/core/errors'
import { municipality } from '../../../shared/directory/municipality'
import { person } from '../../../shared/directory/person'
import { keepDraft } from '../../../electron/workspace/commands'
import { search } from '../../../electron/workspace/search'
import { brokenPlaces } from '../../fixtures/logChecker'
import { failing } from '../../fixtures/failing'
import { amira, newParticipant, oemer, registered } from '../../fixtures/people'
import { temporaryWorkspace, type TestWorkspace } from '../../fixtures/workspace'

const lastAct = (workspace: TestWorkspace) =>
  String(workspace.database.prepare('SELECT id FROM act ORDER BY at DESC LIMIT 1').pluck().get())

test('what was written is there after closing and opening, and its history says who, when, from, to', () => {
  using workspace = temporaryWorkspace()
  const id = workspace.act((store) => store.create(person, amira), 'directory.createPerson')
  workspace.clock.now += 60_000
  workspace.act((store) => store.put(person, id, { city: 'Kaltensee' }), 'directory.changePerson')
  workspace.reopen()
  expect(workspace.store.get(person, id)).toEqual({ id, ...amira, city: 'Kaltensee' })
  const history = workspace.store.history(person, id)
  expect(history[0]).toMatchObject({
    field: 'city',
    from: 'Erlenburg',
    to: 'Kaltensee',
    user: 'Kerstin Vogt',
    act: 'Person ändern',
    at: workspace.clock.now,
  })
  expect(history.filter(({ field }) => field === 'city')).toHaveLength(2)
  expect(history.some(({ field }) => field === 'street')).toBe(false)
})

test('a change that changes nothing writes no act', () => {
  using workspace = temporaryWorkspace()
  const id = workspace.act((store) => store.create(person, amira))
  const before = workspace.database.prepare('SELECT count(*) FROM act').pluck().get()
  workspace.act((store) => store.put(person, id, { city: 'Erlenburg', nationalities: ['475'] }))
  expect(workspace.database.prepare('SELECT count(*) FROM act').pluck().get()).toBe(before)
})

test('a command answers with the act to undo, and with none where nothing was changed that can be undone', () => {
  using workspace = temporaryWorkspace()
  const { value: id, act } = workspace.store.run('directory.createPerson', (store) => store.create(person, amira))
  expect(act).toBe(lastAct(workspace))
  expect(workspace.store.run('directory.changePerson', (store) => store.put(person, id, { city: 'Erlenburg' })).act).toBe(null)
  expect(workspace.store.run('workspace.keepDraft', (store) => keepDraft(store, { view: 'x', values: {} })).act).toBe(null)
  workspace.act((store) => store.undo(act!))
  expect(workspace.store.get(person, id)).toBeUndefined()
})

test('a command that fails leaves nothing behind, and the chain goes on', () => {
  using workspace = temporaryWorkspace()
  expect(() =>
    workspace.act((store) => {
      store.create(person, amira)
      throw new Error('the power failed')
    }),
  ).toThrow('the power failed')
  expect(workspace.store.count('SELECT count(*) FROM person')).toBe(0)
  expect(workspace.database.prepare('SELECT count(*) FROM change').pluck().get()).toBe(0)
  workspace.act((store) => store.create(person, oemer))
  workspace.act((store) => store.create(person, amira))
  expect(brokenPlaces(workspace.database)).toEqual([])
})

test('values of the wrong form, out of bounds or of a field that another body leads are refused', () => {
  using workspace = temporaryWorkspace()
  const participantId = registered(workspace, amira)
  const tested = {
    participantId,
    placementDate: '2026-03-02',
    placementScore: 140,
    scoreOral: null,
    scoreWritten: null,
    cefr: null,
    recommendedType: null,
    recommendedModule: null,
  }
  for (const placementScore of [140, -1]) {
    expect(() => workspace.act((store) => store.create(placement, { ...tested, placementScore }))).toThrow(failing(invalidInput))
  }
  expect(() => workspace.act((store) => store.create(person, { ...amira, birthDate: '1991-13-14' }))).toThrow(failing(invalidInput))
  const { personId } = workspace.store.get(participant, participantId)!
  expect(() => workspace.onBehalfOf('KT', (store) => store.put(person, personId, { lastName: 'Hadad' }))).toThrow(failing(notResponsible))
  workspace.onBehalfOf('KT', (store) => store.put(person, personId, { firstLanguage: 'ar' }))
  expect(workspace.store.get(person, personId)).toMatchObject({ lastName: 'Haddad', firstLanguage: 'ar' })
})

test('whoever is still referred to cannot be deleted; deleted ones leave their table and come back as they were', () => {
  using workspace = temporaryWorkspace()
  const participantId = registered(workspace, amira)
  const { personId } = workspace.store.get(participant, participantId)!
  expect(() => workspace.act((store) => store.remove(person, personId))).toThrow(failing(stillReferred))
  workspace.act((store) => store.remove(participant, participantId))
  workspace.act((store) => store.remove(person, personId))
  expect(workspace.store.get(person, personId)).toBeUndefined()
  expect(() => workspace.act((store) => store.put(person, personId, { city: 'Wolkental' }))).toThrow(failing(recordGone))
  workspace.act((store) => store.restore(person, personId))
  expect(workspace.store.get(person, personId)).toEqual({ id: personId, ...amira })
})

test('a reference must lead to a record of its kind that is here; undo alone may bring back one to a record that is gone', () => {
  using workspace = temporaryWorkspace()
  const participantId = registered(workspace, amira)
  const { personId } = workspace.store.get(participant, participantId)!
  const strange = '0'.repeat(26)
  for (const id of [strange, participantId]) {
    expect(() => workspace.act((store) => store.create(participant, newParticipant(id)))).toThrow(
      failing(referenceGone, { field: 'Person' }),
    )
    expect(() => workspace.act((store) => store.put(person, personId, { municipalityId: id }))).toThrow(
      failing(referenceGone, { field: 'Gemeinde' }),
    )
  }
  const municipalityId = workspace.act((store) =>
    store.create(municipality, {
      municipalityKey: '99001001',
      municipalityName: 'Wolkental',
      inhabitants: null,
      gridEast: null,
      gridNorth: null,
    }),
  )
  workspace.act((store) => store.put(person, personId, { municipalityId }))
  workspace.clock.now += 1000
  workspace.act((store) => store.put(person, personId, { municipalityId: null }))
  const act = lastAct(workspace)
  workspace.act((store) => store.remove(municipality, municipalityId))
  workspace.act((store) => store.undo(act))
  expect(workspace.store.get(person, personId)?.municipalityId).toBe(municipalityId)
  // Saving something else of that record is no new reference.
  workspace.act((store) => store.put(person, personId, { municipalityId, city: 'Kaltensee' }))
})

test('a deleted record comes back as what it was, not under the name of another kind', () => {
  using workspace = temporaryWorkspace()
  const participantId = registered(workspace, amira)
  const judgement = { participantId, learningPace: 'medium', judgedOn: null, judgedBy: null, paceReason: null }
  const id = workspace.act((store) => store.create(paceJudgement, judgement))
  workspace.act((store) => store.remove(paceJudgement, id))
  expect(() => workspace.act((store) => store.restore(placement, id))).toThrow(failing(recordGone))
  expect(workspace.store.find(placement, {})).toEqual([])
  expect(workspace.store.history(placement, id)).toEqual([])
  workspace.act((store) => store.restore(paceJudgement, id))
  expect(workspace.store.get(paceJudgement, id)).toMatchObject(judgement)
})

test('only fields that changed since the creation have heads', () => {
  using workspace = temporaryWorkspace()
  const id = workspace.act((store) => store.create(person, amira))
  expect(workspace.database.prepare('SELECT count(*) FROM head').pluck().get()).toBe(0)
  workspace.act((store) => store.put(person, id, { city: 'Kaltensee' }))
  workspace.act((store) => store.put(person, id, { city: 'Wolkental', phone: '030 23125 000' }))
  expect(workspace.database.prepare('SELECT field FROM head WHERE record = ? ORDER BY field').pluck().all(id)).toEqual(['city', 'phone'])
})

test.each([
  ['a value', `UPDATE change SET fields = replace(fields, 'Kaltensee', 'Erlenburg') WHERE seq = 2`, ['persons 2']],
  ['the time', 'UPDATE change SET at = at + 1 WHERE seq = 2', ['persons 2']],
  ['who did it', `UPDATE act SET user = 'Niemand' WHERE id = (SELECT act FROM change WHERE seq = 2)`, ['persons 2']],
  [
    'what was known before',
    `UPDATE epoch SET seen = '{"persons":{"0123456789ABCDEFGHJKMNPQRS":4}}'`,
    ['persons 1', 'persons 2', 'persons 3'],
  ],
  ['a change in the middle that is gone', 'DELETE FROM change WHERE seq = 2', ['persons 3']],
])('every change is in its chain, and %s that was tampered with in the file is found', (_, tampering, places) => {
  using workspace = temporaryWorkspace()
  const id = workspace.act((store) => store.create(person, amira))
  for (const city of ['Kaltensee', 'Wolkental']) workspace.act((store) => store.put(person, id, { city }))
  expect(brokenPlaces(workspace.database)).toEqual([])
  workspace.database.exec(tampering)
  expect(brokenPlaces(workspace.database)).toEqual(places)
})

test('an own change after the clock went back is still the newest: values, history and undo go by what was seen, not by time', () => {
  using workspace = temporaryWorkspace()
  const id = workspace.act((store) => store.create(person, amira))
  workspace.clock.now -= 86_400_000
  workspace.act((store) => store.put(person, id, { city: 'Kaltensee' }))
  expect(workspace.store.history(person, id)[0]).toMatchObject({ field: 'city', from: 'Erlenburg', to: 'Kaltensee' })
  workspace.act((store) => store.remove(person, id))
  workspace.act((store) => store.restore(person, id))
  expect(workspace.store.get(person, id)).toMatchObject({ city: 'Kaltensee' })
})

test('people are found by any spelling, also after a change, a deletion and a return', () => {
  using workspace = temporaryWorkspace()
  const id = workspace.act((store) => store.create(person, oemer))
  const found = (text: string) => search(workspace.store, { search: text, limit: 10, recent: [] }).hits.map((hit) => hit.id)
  for (const text of ['öztürk', 'Oeztuerk', 'ozt', 'omer oz']) expect(found(text), text).toEqual([id])
  workspace.act((store) => store.put(person, id, { lastName: 'Yıldız' }))
  expect([found('Öztürk'), found('yildiz')]).toEqual([[], [id]])
  workspace.act((store) => store.remove(person, id))
  expect(found('yildiz')).toEqual([])
  workspace.act((store) => store.restore(person, id))
  expect(found('yildiz')).toEqual([id])
  expect(found('"*) OR (words')).toEqual([])
})

test('a record with a natural key that was deleted and is entered again has its new values as heads, and its undo takes only those back', () => {
  using workspace = temporaryWorkspace()
  const town = { municipalityKey: '99001001', municipalityName: 'Erlenburg', inhabitants: 100, gridEast: null, gridNorth: null }
  const enter = (inhabitants: number) =>
    workspace.act((store) => store.create(municipality, { ...town, inhabitants }, { key: town.municipalityKey }))
  const id = enter(100)
  expect(workspace.database.prepare('SELECT count(*) FROM head').pluck().get()).toBe(0)
  workspace.act((store) => store.remove(municipality, id))
  expect(enter(200)).toBe(id)
  expect(workspace.database.prepare('SELECT field FROM head WHERE record = ? ORDER BY field').pluck().all(id)).toEqual(
    ['$deleted', ...Object.keys(town)].sort(),
  )
  expect(workspace.store.get(municipality, id)).toMatchObject({ inhabitants: 200 })
})

test('an act on behalf of another body may change what that body leads, and no more what its writer leads; history names the body', () => {
  using workspace = temporaryWorkspace()
  const id = workspace.act((store) => store.create(person, amira))
  const asMeld = (values: Partial<typeof amira>) =>
    workspace.onBehalfOf('MELD', (store) => {
      store.describe({ body: 'KT' })
      store.put(person, id, values)
    })
  asMeld({ mobile: '0151 23125' })
  expect(workspace.store.history(person, id)[0]).toMatchObject({ field: 'mobile', body: 'KT', user: 'MELD' })
  expect(() => asMeld({ lastName: 'Hadad' })).toThrow(failing(notResponsible))
})

test('text is kept composed, however a keyboard or a file wrote it', () => {
  using workspace = temporaryWorkspace()
  const id = workspace.act((store) => store.create(person, { ...amira, lastName: 'O\u0308ztu\u0308rk' }))
  expect(workspace.store.get(person, id)?.lastName).toBe('Öztürk')
})

test('what an act says of itself must be said before its first change, for it is in the hash of each', () => {
  using workspace = temporaryWorkspace()
  expect(() =>
    workspace.act((store) => {
      store.create(person, amira)
      store.describe({ params: { people: 1 } })
    }),
  ).toThrow(TypeError)
  expect(workspace.store.count('SELECT count(*) FROM person')).toBe(0)
})

test('a long act that is asked to stop takes all of it back', () => {
  using workspace = temporaryWorkspace()
  let asked = false
  const signal = {
    get aborted() {
      return asked
    },
  }
  const reports: { done: number; total: number }[] = []
  expect(() =>
    workspace.store.run(
      'test.act',
      (store) => {
        store.create(person, amira)
        store.progress(1, 2)
        asked = true
        store.create(person, oemer)
        store.progress(2, 2)
      },
      { signal, report: (progress) => reports.push(progress) },
    ),
  ).toThrow(failing(cancelled))
  expect(reports).toEqual([{ done: 1, total: 2 }])
  expect(workspace.store.count('SELECT count(*) FROM person')).toBe(0)
})

test('only what is gone comes back: a record that is there, or that nobody ever made, is refused', () => {
  using workspace = temporaryWorkspace()
  const id = workspace.act((store) => store.create(person, amira))
  const before = workspace.database.prepare('SELECT count(*) FROM change').pluck().get()
  for (const one of [id, '7'.repeat(26)]) expect(() => workspace.act((store) => store.restore(person, one))).toThrow(failing(recordGone))
  expect(workspace.database.prepare('SELECT count(*) FROM change').pluck().get()).toBe(before)
})
