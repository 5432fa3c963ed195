import { expect, test } from 'vitest'
import { correctImport, createCourse, discardImport, stageImport, takeImport } from '../../../electron/courses/commands'
import { getImport, getParticipant, listImportRows, listImports, listParticipants } from '../../../electron/courses/queries'
import { createOrganisation } from '../../../electron/directory/commands'
import { cancelled } from '../../../shared/core/errors'
import type { Finding } from '../../../shared/core/finding'
import { importGone } from '../../../shared/courses/import/calls'
import { placement } from '../../../shared/courses/placement'
import type { ReadRow } from '../../../shared/courses/import/reading'
import { wholeList } from '../../fixtures/listWindow'
import { temporaryWorkspace, type TestWorkspace } from '../../fixtures/workspace'

const provider = {
  organisationName: 'Bildungswerk',
  bodyKind: 'KT',
  street: null,
  postcode: null,
  city: null,
  municipalityId: null,
  phone: null,
  email: null,
  remarks: null,
}
const faulty = (cell: string, field: string): Finding => ({
  code: 'date-invalid',
  severity: 'error',
  place: { sheet: 'TN', row: 3, cell, field },
  sentence: 'Zelle {cell}',
  params: { cell },
  repair: null,
})

function listOf(...people: (Record<string, ReadRow['values'][string]> & { findings?: Finding[] })[]): ReadRow[] {
  return people.map(({ findings = [], ...values }, index) => ({
    sheet: 'TN',
    row: index + 2,
    values: values as ReadRow['values'],
    findings,
  }))
}

function staged(workspace: TestWorkspace, organisationId: string, rows: readonly ReadRow[]): string {
  const bytes = new TextEncoder().encode(rows.map((row) => JSON.stringify(row)).join('\n'))
  return workspace.act((store) =>
    stageImport(store, {
      file: 'liste.xlsx',
      organisationId,
      summary: { rows: rows.length, good: rows.length, sheets: [], notices: [] },
      rows: bytes,
    }),
  )
}

const kinds = (workspace: TestWorkspace, id: string) =>
  listImportRows(workspace.store, { id, kind: null, offset: 0, limit: 50 }).rows.map(({ kind, name, taken }) => [kind, name, taken])
const olena = {
  lastName: 'Kovalenko',
  firstName: 'Olena',
  birthDate: '1960-01-19',
  sex: 'w',
  nationality: '166',
  placementScore: 64,
  learningPace: 'fast',
}
const dmytro = { lastName: 'Shevchuk', firstName: 'Dmytro', birthDate: '1967-02-20', placementScore: 60 }

test('nothing of a list is in the records before it is taken; then all of it is one act and one undo', () => {
  using workspace = temporaryWorkspace()
  const organisationId = workspace.act((store) => createOrganisation(store, provider))
  const id = staged(workspace, organisationId, listOf(olena, dmytro))
  expect(listParticipants(workspace.store, wholeList).total).toBe(0)
  workspace.reopen()
  expect(listImports(workspace.store, {})).toMatchObject([{ id, file: 'liste.xlsx', counts: { new: 2 }, taken: 2 }])
  workspace.clock.now += 1000
  expect(workspace.act((store) => takeImport(store, { id }))).toEqual({ created: 2, changed: 0, unchanged: 0, left: 0 })
  expect(getImport(workspace.store, { id })).toBeNull()
  expect(listParticipants(workspace.store, wholeList).rows).toMatchObject([
    { lastName: 'Kovalenko', placementScore: 64, learningPace: 'fast', providerName: 'Bildungswerk' },
    { lastName: 'Shevchuk', placementScore: 60, learningPace: null },
  ])
  const act = String(workspace.database.prepare('SELECT id FROM act ORDER BY at DESC LIMIT 1').pluck().get())
  workspace.act((store) => store.undo(act))
  expect(listParticipants(workspace.store, wholeList).total).toBe(0)
  expect(workspace.store.count('SELECT count(*) FROM person')).toBe(0)
})

test('a person who comes again is found in another spelling and not doubled; only what differs is written', () => {
  using workspace = temporaryWorkspace()
  const organisationId = workspace.act((store) => createOrganisation(store, provider))
  const first = staged(workspace, organisationId, listOf(olena, dmytro))
  workspace.act((store) => takeImport(store, { id: first }))
  const id = staged(workspace, organisationId, listOf({ ...olena, lastName: 'KOVALENKO', placementScore: 71 }, dmytro))
  expect(listImportRows(workspace.store, { id, kind: 'changed', offset: 0, limit: 5 }).rows).toMatchObject([
    { current: { placementScore: 64 }, taken: true },
  ])
  expect(kinds(workspace, id).map(([kind]) => kind)).toEqual(['changed', 'unchanged'])
  expect(workspace.act((store) => takeImport(store, { id }))).toMatchObject({ created: 0, changed: 1 })
  const { rows, total } = listParticipants(workspace.store, wholeList)
  expect(total).toBe(2)
  expect(rows[0]).toMatchObject({ lastName: 'Kovalenko', placementScore: 71 })
  // Both lists named no day, so the second corrects the first; the former points are in its history.
  const [only, ...more] = getParticipant(workspace.store, { id: rows[0]!.id })!.placements
  expect(more).toEqual([])
  expect(workspace.store.history(placement, only!.id)[0]).toMatchObject({ field: 'placementScore', from: 64, to: 71 })
})

test('faulty rows, the second of a person and those without a name wait; a corrected one can be taken later', () => {
  using workspace = temporaryWorkspace()
  const organisationId = workspace.act((store) => createOrganisation(store, provider))
  const withoutDay = { lastName: dmytro.lastName, firstName: dmytro.firstName, placementScore: dmytro.placementScore }
  const id = staged(
    workspace,
    organisationId,
    listOf(olena, { ...withoutDay, findings: [faulty('D3', 'birthDate')] }, olena, { firstName: 'Marzia', birthDate: '1989-02-04' }),
  )
  expect(kinds(workspace, id)).toEqual([
    ['faulty', 'Shevchuk, Dmytro', false],
    ['faulty', 'Marzia', false],
    ['double', 'Kovalenko, Olena', false],
    ['new', 'Kovalenko, Olena', true],
  ])
  // Without a family name there is nobody to take, even if somebody ticks the row.
  workspace.act((store) => correctImport(store, { id, position: 3, taken: true, field: null, value: null }))
  expect(workspace.act((store) => takeImport(store, { id }))).toEqual({ created: 1, changed: 0, unchanged: 0, left: 3 })
  workspace.act((store) => correctImport(store, { id, position: 1, taken: false, field: 'birthDate', value: '20.02.1967' }))
  expect(listImportRows(workspace.store, { id, kind: 'new', offset: 0, limit: 5 }).rows).toMatchObject([
    { values: { birthDate: '1967-02-20' }, findings: [], taken: true },
  ])
  expect(workspace.act((store) => takeImport(store, { id }))).toMatchObject({ created: 1, left: 2 })
  workspace.act((store) => discardImport(store, { id }))
  expect(() => workspace.act((store) => takeImport(store, { id }))).toThrow(expect.objectContaining({ definition: importGone }))
})

test('a course of the provider is found in another spelling; an unknown one is named and left out', () => {
  using workspace = temporaryWorkspace()
  const organisationId = workspace.act((store) => createOrganisation(store, provider))
  workspace.act((store) =>
    createCourse(store, {
      courseNumber: 'IK 01/2026',
      courseType: 'general',
      courseState: 'running',
      organisationId,
      siteId: null,
      slot: 'morning',
      courseStart: null,
      courseEnd: null,
      minSize: 10,
      maxSize: 20,
      childcarePlaces: 0,
    }),
  )
  const id = staged(workspace, organisationId, listOf({ ...olena, courseNumber: 'ik-01-2026' }, { ...dmytro, courseNumber: 'IK 99' }))
  expect(
    listImportRows(workspace.store, { id, kind: null, offset: 0, limit: 5 }).rows.map(({ findings }) => findings.map(({ code }) => code)),
  ).toEqual([[], ['course-unknown']])
  workspace.act((store) => takeImport(store, { id }))
  expect(listParticipants(workspace.store, wholeList).rows.map(({ courseNumber }) => courseNumber)).toEqual(['IK 01/2026', null])
})

test('a cancelled taking leaves the list and the records as they were', () => {
  using workspace = temporaryWorkspace()
  const organisationId = workspace.act((store) => createOrganisation(store, provider))
  const id = staged(workspace, organisationId, listOf(olena, dmytro))
  let seen = 0
  const signal = {
    get aborted() {
      return seen >= 1
    },
  }
  expect(() =>
    workspace.store.run('courses.takeImport', (store) => takeImport(store, { id }), { signal, report: () => (seen += 1) }),
  ).toThrow(expect.objectContaining({ definition: cancelled }))
  expect(listParticipants(workspace.store, wholeList).total).toBe(0)
  expect(getImport(workspace.store, { id })).toMatchObject({ taken: 2 })
})

test('a person who stands twice in a list is made once, even if somebody corrects or ticks the second row', () => {
  using workspace = temporaryWorkspace()
  const organisationId = workspace.act((store) => createOrganisation(store, provider))
  const id = staged(workspace, organisationId, listOf(olena, { ...olena, placementScore: 66 }))
  expect(kinds(workspace, id).map(([kind]) => kind)).toEqual(['double', 'new'])
  // Another value does not make somebody else of her.
  workspace.act((store) => correctImport(store, { id, position: 1, taken: false, field: 'placementScore', value: '67' }))
  expect(kinds(workspace, id).map(([kind]) => kind)).toEqual(['double', 'new'])
  workspace.act((store) => correctImport(store, { id, position: 1, taken: true, field: null, value: null }))
  expect(workspace.act((store) => takeImport(store, { id }))).toEqual({ created: 1, changed: 1, unchanged: 0, left: 0 })
  const { rows, total } = listParticipants(workspace.store, wholeList)
  expect(total).toBe(1)
  expect(rows[0]).toMatchObject({ placementScore: 67 })
})
