import { expect, test } from 'vitest'
import { placement } from '../../../shared/courses/placement'
import { participant } from '../../../shared/courses/participant'
import { contact } from '../../../shared/directory/contact'
import { organisation } from '../../../shared/directory/organisation'
import { person } from '../../../shared/directory/person'
import { actGone } from '../../../shared/workspace/calls'
import { failing } from '../../fixtures/failing'
import { amira, newParticipant, oemer } from '../../fixtures/people'
import { temporaryWorkspace, type TestWorkspace } from '../../fixtures/workspace'
import { bildungswerk } from '../../fixtures/bodies'

const lastAct = (workspace: TestWorkspace) =>
  String(workspace.database.prepare('SELECT id FROM act ORDER BY at DESC LIMIT 1').pluck().get())

test('undo takes a whole act back; what was changed since is left and listed; undoing the undo brings it again', () => {
  using workspace = temporaryWorkspace()
  const [one, other] = workspace.act((store) => [store.create(person, amira), store.create(person, oemer)])
  workspace.clock.now += 1000
  workspace.act((store) => {
    store.put(person, one, { city: 'Kaltensee', phone: '1' })
    store.put(person, other, { city: 'Kaltensee' })
  })
  const act = lastAct(workspace)
  workspace.clock.now += 1000
  workspace.act((store) => store.put(person, one, { phone: '2' }))
  workspace.clock.now += 1000
  const undone = workspace.act((store) => store.undo(act))
  expect(undone).toEqual({ fields: 2, records: 0, left: [{ entity: 'person', id: one, field: 'phone' }] })
  expect(workspace.store.get(person, one)).toMatchObject({ city: 'Erlenburg', phone: '2' })
  expect(workspace.store.get(person, other)).toMatchObject({ city: null })
  const undo = lastAct(workspace)
  workspace.clock.now += 1000
  expect(() => workspace.act((store) => store.undo(act))).toThrow(failing(actGone))
  workspace.act((store) => store.undo(undo))
  expect(workspace.store.get(person, one)).toMatchObject({ city: 'Kaltensee', phone: '2' })
  expect(workspace.store.get(person, other)).toMatchObject({ city: 'Kaltensee' })
})

test('undoing an act that created records deletes them, also where they refer to each other, unless somebody else refers to them', () => {
  using workspace = temporaryWorkspace()
  workspace.act((store) => {
    for (const who of [amira, oemer]) {
      const participantId = store.create(participant, newParticipant(store.create(person, who)))
      store.create(placement, {
        participantId,
        placementDate: null,
        placementScore: 40,
        scoreOral: null,
        scoreWritten: null,
        cefr: null,
        recommendedType: null,
        recommendedModule: null,
      })
    }
  })
  const act = lastAct(workspace)
  workspace.clock.now += 1000
  const kept = workspace.store.find(person, { lastName: 'Haddad' })[0]!.id
  workspace.act((store) => store.create(participant, newParticipant(kept)))
  workspace.clock.now += 1000
  const undone = workspace.act((store) => store.undo(act))
  expect(undone).toEqual({ fields: 0, records: 5, left: [{ entity: 'person', id: kept, field: '$deleted' }] })
  expect(workspace.store.find(person, {}).map(({ lastName }) => lastName)).toEqual(['Haddad'])
})

test('records of one act that refer to each other go with its undo, also where the one referred to was touched last', () => {
  using workspace = temporaryWorkspace()
  const { act } = workspace.store.run('test.act', (store) => {
    const organisationId = store.create(organisation, bildungswerk)
    store.create(contact, { organisationId, contactName: 'Leitung', contactRole: null, phone: null, email: null })
    store.put(organisation, organisationId, { city: 'Erlenburg' })
  })
  expect(workspace.act((store) => store.undo(act!))).toEqual({ fields: 0, records: 2, left: [] })
  expect(workspace.store.find(organisation, {})).toEqual([])
})
