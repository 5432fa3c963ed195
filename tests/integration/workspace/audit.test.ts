// Who saw and did what, out of a real file.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { createPerson } from '../../../electron/directory/commands'
import { exportAudit } from '../../../electron/workspace/exportAudit.job'
import { auditUsers, getAudit, getAuditEntry, listAudit } from '../../../electron/workspace/queries'
import type { AuditFilter } from '../../../shared/workspace/auditCalls'
import type { WorkspaceUser } from '../../../shared/workspace/users'
import { person } from '../../../shared/directory/person'
import { amira } from '../../fixtures/people'
import { temporaryWorkspace, type TestWorkspace } from '../../fixtures/workspace'

const all: AuditFilter = { user: null, kind: null, from: null, until: null, record: null }
const kerstin: WorkspaceUser = { id: 'USER', name: 'Kerstin Vogt', functionName: null, role: 'coordinator', mustChange: false }
const joerg: WorkspaceUser = { id: 'B', name: '=Jörg Naumann', functionName: 'Kurskoordination', role: 'editor', mustChange: false }
const shown = (workspace: TestWorkspace, filter: Partial<AuditFilter> = {}) =>
  listAudit(workspace.store, { ...all, ...filter, offset: 0, limit: 100 }).rows.map(({ user, kind, what, about }) =>
    [user, kind, what, about].filter(Boolean).join(' · '),
  )

/** Two people with access and two days of work; newest last. Gives the two persons that it is about. */
function worked(workspace: TestWorkspace) {
  const { store, clock } = workspace
  store.keepUsers([kerstin, joerg])
  const first = workspace.act((one) => createPerson(one, amira), 'directory.createPerson')
  clock.now += 1000
  const second = store.run(
    'courses.importRows',
    (one) => {
      one.describe({ origin: { kind: 'workbook', file: 'Liste.xlsx', columns: {}, organisationId: null } })
      return one.create(person, { ...amira, firstName: 'Amina' })
    },
    undefined,
    { ...store.actor, id: joerg.id, name: joerg.name, functionName: joerg.functionName },
  ).value
  clock.now += 1000
  const entry = (user: string, call: string, records: string[]) => store.keepAccess([{ at: (clock.now += 1000), user, call, records }])
  entry(joerg.id, 'shell.unlock', [joerg.id])
  entry(joerg.id, 'directory.listPersons', [first, second])
  entry(joerg.id, 'courses.writeProviderWorkbooks', [second])
  clock.now += 86_400_000
  entry(kerstin.id, 'shell.changeUser', [joerg.id])
  return { first, second }
}

test('what was seen, changed, imported, exported, and done to access stands in one list, newest first, by people’s names', () => {
  using workspace = temporaryWorkspace()
  worked(workspace)
  expect(shown(workspace)).toEqual([
    'Kerstin Vogt · access · Zugang geändert · =Jörg Naumann',
    '=Jörg Naumann · exported · Arbeitsmappen schreiben',
    '=Jörg Naumann · saw · Liste der Personen',
    '=Jörg Naumann · access · Entsperrt',
    '=Jörg Naumann · imported · courses.importRows · Liste.xlsx',
    'Kerstin Vogt · changed · Person aufnehmen',
  ])
})

test('it is filtered by person, kind, days of Berlin and record, and counts what fits', () => {
  using workspace = temporaryWorkspace()
  const { first } = worked(workspace)
  expect(shown(workspace, { user: kerstin.id })).toHaveLength(2)
  expect(shown(workspace, { user: joerg.id })).toHaveLength(4)
  expect(shown(workspace, { kind: 'exported' })).toEqual(['=Jörg Naumann · exported · Arbeitsmappen schreiben'])
  expect(shown(workspace, { until: '2026-11-24' })).toHaveLength(5)
  expect(shown(workspace, { from: '2026-11-25', until: '2026-11-25' })).toHaveLength(1)
  expect(shown(workspace, { from: '2026-11-26' })).toEqual([])
  expect(shown(workspace, { record: first })).toEqual([
    '=Jörg Naumann · saw · Liste der Personen',
    'Kerstin Vogt · changed · Person aufnehmen',
  ])
  expect(listAudit(workspace.store, { ...all, user: joerg.id, offset: 3, limit: 1 })).toMatchObject({
    total: 4,
    rows: [{ kind: 'imported' }],
  })
  // Just before midnight in Berlin, which is the day after in UTC.
  workspace.clock.now = Date.UTC(2026, 6, 1, 22, 30)
  workspace.store.keepAccess([{ at: workspace.clock.now, user: joerg.id, call: 'directory.getPerson', records: [first] }])
  expect(shown(workspace, { from: '2026-07-02', until: '2026-07-02' })).toEqual(['=Jörg Naumann · saw · Person'])
  expect(shown(workspace, { from: '2026-07-01', until: '2026-07-01' })).toEqual([])
})

test('one entry names its records, also one that is gone; who has no access any more keeps the name', () => {
  using workspace = temporaryWorkspace()
  const { first, second } = worked(workspace)
  workspace.act((store) => store.remove(person, first))
  workspace.store.keepUsers([kerstin])
  const { rows } = listAudit(workspace.store, { ...all, kind: 'saw', offset: 0, limit: 9 })
  const entry = getAuditEntry(workspace.store, { id: rows[0]!.id })
  expect(entry?.line).toMatchObject({ user: '=Jörg Naumann', records: 2 })
  expect(entry?.records.map(({ id, title }) => [id, title])).toEqual([
    [first, 'Haddad, Amira'],
    [second, 'Haddad, Amina'],
  ])
  expect(auditUsers(workspace.store, {})).toEqual([
    { id: 'USER', name: 'Kerstin Vogt', isRemoved: false },
    { id: 'B', name: '=Jörg Naumann', isRemoved: true },
  ])
  for (const id of ['access:99', 'act:nothing', 'nonsense']) expect(getAuditEntry(workspace.store, { id })).toBe(null)
})

test('the file has all that fits, opens as a table elsewhere, and runs no formula', async () => {
  using workspace = temporaryWorkspace()
  worked(workspace)
  const folder = join(workspace.folder, 'out')
  mkdirSync(folder)
  const write = () =>
    exportAudit(
      { folder: '0'.repeat(32), filter: all },
      {
        id: 'auftrag',
        signal: { aborted: false },
        report: () => undefined,
        path: () => folder,
        fed: getAudit(workspace.store, { ...all, user: joerg.id }),
      },
    )
  const { name, entries } = await write()
  expect(entries).toBe(4)
  const [head, ...rows] = z.array(z.array(z.string())).parse(parse(readFileSync(join(folder, name)), { delimiter: ';', bom: true }))
  expect(head).toEqual(['Wann', 'Wer', 'Art', 'Was', 'Worüber', 'Einträge', 'Kennungen der Einträge'])
  expect(rows.map(([, who, kind, , , records]) => [who, kind, records])).toEqual([
    ["'=Jörg Naumann", 'ausgegeben', '1'],
    ["'=Jörg Naumann", 'angesehen', '2'],
    ["'=Jörg Naumann", 'Zugang', '0'],
    ["'=Jörg Naumann", 'eingelesen', '1'],
  ])
  await write()
  expect(readdirSync(folder)).toHaveLength(2)
})
