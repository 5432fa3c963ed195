// What was done, in words: names out of the tables, what an undo left, what was deleted, values of before.
import { expect, test } from 'vitest'
import { judgePace, removeParticipant, stageImport, takeImport } from '../../../electron/courses/commands'
import { changePerson, createContact, createOrganisation, createPerson, removeContact } from '../../../electron/directory/commands'
import { restoreRecord, restoreValue, undoAct } from '../../../electron/workspace/commands'
import { getAct, listActs, listDeleted, recordHistory } from '../../../electron/workspace/queries'
import { recordGone } from '../../../shared/core/errors'
import type { Filter } from '../../../shared/core/list'
import { paceJudgement } from '../../../shared/courses/paceJudgement'
import { participant } from '../../../shared/courses/participant'
import { municipality } from '../../../shared/directory/municipality'
import { person } from '../../../shared/directory/person'
import { referredGone, valueGone } from '../../../shared/workspace/historyCalls'
import { bildungswerk } from '../../fixtures/bodies'
import { failing } from '../../fixtures/failing'
import { wholeList } from '../../fixtures/listWindow'
import { amira, registered } from '../../fixtures/people'
import { temporaryWorkspace, type TestWorkspace } from '../../fixtures/workspace'

const list = (workspace: TestWorkspace, filters: readonly Filter[] = []) =>
  listActs(workspace.store, { ...wholeList, filters: [...filters] })
const newest = (workspace: TestWorkspace) => list(workspace).rows[0]!

/** Reads a list of two people of which one is known, and takes it. */
function imported(workspace: TestWorkspace, organisationId: string): void {
  const rows = [
    { lastName: 'Haddad', firstName: 'Amira', birthDate: '1991-03-14', city: 'Kaltensee', phone: '0170 1' },
    { lastName: 'Kovalenko', firstName: 'Olena', birthDate: '1960-01-19' },
  ].map((values, index) => JSON.stringify({ sheet: 'TN', row: index + 2, values, findings: [] }))
  const columns = ['lastName', 'firstName', 'birthDate', 'city', 'phone'].map((field, index) => ({
    column: 'ABCDE'[index]!,
    header: field,
    field,
    samples: [],
  }))
  workspace.act((store) => {
    const id = stageImport(store, {
      file: 'Liste_Nov.xlsx',
      organisationId,
      summary: { rows: 2, good: 2, sheets: [{ name: 'TN', headerRow: 1, columns, rows: 2 }], notices: [] },
      rows: new TextEncoder().encode(rows.join('\n')),
    })
    takeImport(store, { id })
  }, 'courses.takeImport')
}

test('an act on one record says its title, an import its file and provider, and each is found by person and room', () => {
  using workspace = temporaryWorkspace()
  const id = registered(workspace, amira)
  workspace.act(
    (store) => judgePace(store, { participantId: id, learningPace: 'fast', judgedOn: null, judgedBy: null, paceReason: null }),
    'courses.judgePace',
  )
  expect(newest(workspace).about).toMatchObject({
    record: { entity: 'paceJudgement', title: 'Haddad, Amira', refersTo: [{ entity: 'participant', id }, { entity: 'person' }] },
  })
  const organisationId = workspace.act((store) => createOrganisation(store, bildungswerk), 'directory.createOrganisation')
  expect(newest(workspace)).toMatchObject({ act: 'Organisation anlegen', about: { record: { title: 'Bildungswerk' } } })
  imported(workspace, organisationId)
  expect(newest(workspace)).toMatchObject({ act: 'Einlesen', about: { kind: 'file', file: 'Liste_Nov.xlsx', provider: 'Bildungswerk' } })
  workspace.act((store) => undoAct(store, { actId: newest(workspace).id }), 'workspace.undoAct')
  expect(newest(workspace)).toMatchObject({ kind: 'undone', act: 'Einlesen', about: { file: 'Liste_Nov.xlsx' } })
  // What took an act of the room back is of this room too.
  expect(list(workspace, [{ kind: 'oneOf', column: 'room', values: ['courses'] }]).rows.map(({ act, kind }) => [act, kind])).toEqual([
    ['Einlesen', 'undone'],
    ['Einlesen', 'done'],
    ['Lerntempo einschätzen', 'done'],
  ])
  workspace.onBehalfOf('KOO', (store) => store.create(municipality, place))
  expect(list(workspace).total).toBe(6)
  expect(list(workspace, [{ kind: 'oneOf', column: 'isOwn', values: [1] }])).toMatchObject({ total: 5 })
})

test('of an import that somebody edited after, the undo names what it left, record by record, also after a restart', () => {
  using workspace = temporaryWorkspace()
  const organisationId = workspace.act((store) => createOrganisation(store, bildungswerk))
  registered(workspace, amira)
  imported(workspace, organisationId)
  const act = newest(workspace).id
  const { id } = workspace.store.find(person, { lastName: 'Haddad' })[0]!
  const { id: other } = workspace.store.find(person, { lastName: 'Kovalenko' })[0]!
  workspace.act((store) => changePerson(store, { id, values: { phone: '0170 2' } }))
  workspace.act((store) => changePerson(store, { id: other, values: { city: 'Wolkental' } }))
  const left = [
    { entity: 'person', id, title: 'Haddad, Amira', field: 'phone' },
    { entity: 'person', id: other, title: 'Kovalenko, Olena', field: 'city' },
  ]
  // Before the undo it says what the undo would leave, apart from what is still referred to.
  expect(getAct(workspace.store, { id: act })?.left).toMatchObject(left)
  const undone = workspace.act((store) => undoAct(store, { actId: act }), 'workspace.undoAct')
  expect(new Set(undone.left.map((one) => `${one.id} ${one.field}`))).toEqual(new Set(left.map((one) => `${one.id} ${one.field}`)))
  // Later changes are no concern of that undo.
  workspace.act((store) => changePerson(store, { id, values: { city: 'Mühlrade' } }))
  workspace.reopen()
  for (const one of [act, list(workspace).rows[1]!.id]) expect(getAct(workspace.store, { id: one })?.left).toMatchObject(left)
})

test('an act shows what it touched: records by name, fields, and which of them are gone', () => {
  using workspace = temporaryWorkspace()
  const id = workspace.act((store) => createPerson(store, amira), 'directory.createPerson')
  workspace.act((store) => changePerson(store, { id, values: { city: 'Kaltensee', phone: '1' } }), 'directory.changePerson')
  expect(getAct(workspace.store, { id: newest(workspace).id })).toMatchObject({
    line: { act: 'Person ändern', records: 1, user: 'Kerstin Vogt', undoneBy: null },
    records: [{ entity: 'person', id, title: 'Haddad, Amira', fields: ['city', 'phone'], isGone: false }],
    left: [],
  })
  const made = list(workspace).rows[1]!.id
  expect(getAct(workspace.store, { id: made })?.left.map(({ field }) => field)).toEqual(['city', 'phone'])
  expect(getAct(workspace.store, { id: '0'.repeat(26) })).toBeNull()
})

test('what is still referred to stays and is named as what the undo left', () => {
  using workspace = temporaryWorkspace()
  const organisationId = workspace.act((store) => {
    createPerson(store, amira)
    return createOrganisation(store, bildungswerk)
  })
  const act = newest(workspace).id
  workspace.act((store) => createContact(store, { organisationId, contactName: 'Leitung', contactRole: null, phone: null, email: null }))
  const left = [{ entity: 'organisation', id: organisationId, field: '$deleted' }]
  expect(workspace.act((store) => undoAct(store, { actId: act }), 'workspace.undoAct')).toEqual({ fields: 0, records: 1, left })
  expect(getAct(workspace.store, { id: act })?.left).toMatchObject([{ ...left[0], title: 'Bildungswerk' }])
})
const place = { municipalityKey: '99001001', municipalityName: 'Erlenburg', inhabitants: null, gridEast: null, gridNorth: null }

test('deleted records are found by name and come back; what came back is no longer among them', () => {
  using workspace = temporaryWorkspace()
  const id = registered(workspace, amira)
  workspace.act((store) => judgePace(store, { participantId: id, learningPace: 'fast', judgedOn: null, judgedBy: null, paceReason: null }))
  const organisationId = workspace.act((store) => createOrganisation(store, bildungswerk))
  const contact = workspace.act((store) =>
    createContact(store, { organisationId, contactName: 'Leitung', contactRole: null, phone: null, email: null }),
  )
  workspace.act((store) => removeParticipant(store, { id }), 'courses.removeParticipant')
  workspace.act((store) => removeContact(store, { id: contact }), 'directory.removeContact')
  const deleted = () => listDeleted(workspace.store, { offset: 0, limit: 10 })
  expect(deleted()).toMatchObject({
    rows: [
      { entity: 'contact', id: contact, title: 'Leitung', user: 'Kerstin Vogt' },
      { entity: 'paceJudgement', title: 'Haddad, Amira' },
      { entity: 'participant', id, title: 'Haddad, Amira' },
    ],
    total: 3,
  })
  workspace.act((store) => restoreRecord(store, { entity: 'participant', id }), 'workspace.restoreRecord')
  // With what meant nothing without it.
  expect(workspace.store.get(participant, id)).toBeDefined()
  expect(workspace.store.find(paceJudgement, { participantId: id })).toHaveLength(1)
  expect(deleted()).toMatchObject({ rows: [{ id: contact }], total: 1 })
})

test('a former value comes back as a new act; an imported one says its cell', () => {
  using workspace = temporaryWorkspace()
  const organisationId = workspace.act((store) => createOrganisation(store, bildungswerk))
  registered(workspace, amira)
  imported(workspace, organisationId)
  const { id } = workspace.store.find(person, { lastName: 'Haddad' })[0]!
  const history = () => recordHistory(workspace.store, { records: [{ entity: 'person', id }] })
  const entry = history().find(({ field }) => field === 'city')!
  expect(entry).toMatchObject({
    from: 'Erlenburg',
    to: 'Kaltensee',
    origin: { file: 'Liste_Nov.xlsx', sheet: 'TN', row: 2, cell: 'D2' },
  })
  const back = { entity: 'person', id, field: 'city', actId: entry.actId }
  workspace.act((store) => restoreValue(store, back), 'workspace.restoreValue')
  expect(workspace.store.get(person, id)?.city).toBe('Erlenburg')
  expect(history()[0]).toMatchObject({ act: 'Wert wiederherstellen', from: 'Kaltensee', to: 'Erlenburg', origin: null })
  expect(newest(workspace)).toMatchObject({ act: 'Wert wiederherstellen', about: { record: { title: 'Haddad, Amira' } } })
  // Of the act that made the record nothing stood before.
  const made = history().at(-1)!.actId
  expect(() => workspace.act((store) => restoreValue(store, { ...back, actId: made }))).toThrow(failing(valueGone))
  expect(() => workspace.act((store) => restoreValue(store, { ...back, field: '$deleted' }))).toThrow(failing(valueGone))
  expect(() => workspace.act((store) => restoreValue(store, { ...back, id: entry.actId }))).toThrow(failing(recordGone))
  // The restored value goes the way of every change: who may not write the field may not bring its value back.
  const other = recordHistory(workspace.store, { records: [{ entity: 'person', id }] }).find(({ field }) => field === 'phone')!
  expect(() => workspace.onBehalfOf('MELD', (store) => restoreValue(store, { ...back, field: 'phone', actId: other.actId }))).toThrow(
    expect.objectContaining({ definition: expect.objectContaining({ code: 'core/not-responsible' }) as unknown }) as Error,
  )
})

test('a value that refers to a record that is gone stays away', () => {
  using workspace = temporaryWorkspace()
  const municipalityId = workspace.act((store) => store.create(municipality, place))
  const id = workspace.act((store) => createPerson(store, { ...amira, municipalityId }))
  workspace.act((store) => changePerson(store, { id, values: { municipalityId: null } }))
  const { id: actId } = newest(workspace)
  workspace.act((store) => store.remove(municipality, municipalityId))
  const back = { entity: 'person', id, field: 'municipalityId', actId }
  expect(() => workspace.act((store) => restoreValue(store, back))).toThrow(failing(referredGone, { field: 'Gemeinde' }))
  workspace.act((store) => restoreRecord(store, { entity: 'municipality', id: municipalityId }))
  workspace.act((store) => restoreValue(store, back))
  expect(workspace.store.get(person, id)?.municipalityId).toBe(municipalityId)
})
