import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { stageImport, takeImport } from '../../../electron/courses/import/commands'
import { getGroupingProblem, listCourses, listParticipants } from '../../../electron/courses/queries'
import { fillDemo } from '../../../electron/demo/fillDemo'
import { DEMO_TODAY } from '../../../electron/demo/people'
import { readProviderList } from '../../../electron/courses/import/providerList'
import { openWritingStore } from '../../../electron/store/openStore'
import type { StoreWriter } from '../../../electron/store/writer'
import { meanSpread } from '../../../shared/courses/grouping/spread'
import { writeProviderLists } from '../../demo/providerLists'
import { wholeList } from '../../fixtures/listWindow'

let folder: string
let open: ReturnType<typeof openWritingStore>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erlenmark-'))
})
afterEach(() => {
  open.database.close()
  rmSync(folder, { recursive: true })
})

/** A new encrypted file at noon of the generator's today. */
function newStore(isDemo: boolean): StoreWriter {
  open = openWritingStore(
    {
      folder,
      file: join(folder, 'workspace.db'),
      key: randomBytes(32),
      share: false,
      readOnly: false,
      actor: { id: 'test', name: 'Test', role: 'coordinator', body: 'KOO', mayWriteFor: 'all', isReadOnly: false },
      circumstances: { fileId: '1', seenRevision: null, office: 'Test' },
      version: '0.1.0',
      about: { countyKey: '99001', countyName: 'Erlenmark', officeName: 'Test', isDemo },
    },
    { now: () => Date.parse(`${DEMO_TODAY}T12:00:00Z`) },
  )
  return open.store
}

function spreadToday(store: StoreWriter): number | null {
  const { problem } = getGroupingProblem(store, {})
  return meanSpread(problem, {
    format: 'grouping-plan-1',
    instance: problem.name,
    groups: problem.groups.map(({ id }) => ({ id, centre: 50, pace: 3 })),
    assignments: Object.fromEntries(problem.people.map(({ id, present }) => [id, present])),
    objective: 0,
    bound: null,
  })
}

test('the sample county has 195 ways through courses in one act, of 9 courses that run, with 19 points of spread', () => {
  const store = newStore(true)
  store.run('workspace.fillDemo', (writer) => fillDemo(writer, { people: 'all' }))
  expect(store.count('SELECT count(*) FROM act')).toBe(1)
  expect(listParticipants(store, wholeList).total).toBe(195)
  expect(listParticipants(store, wholeList).rows.filter(({ participantState }) => participantState === 'changed')).toHaveLength(12)
  expect(store.count('SELECT count(*) FROM municipality')).toBe(32)
  expect(store.count(`SELECT count(*) FROM organisation`)).toBe(43)
  const lines = listCourses(store, wholeList).rows
  expect(lines).toHaveLength(14)
  const spreads = lines.flatMap(({ courseState, spread }) => (courseState === 'running' && spread !== null ? [spread] : []))
  expect(spreads.reduce((sum, one) => sum + one, 0) / spreads.length).toBeCloseTo(19, 0)
  expect(spreadToday(store)).toBeCloseTo(19, 0)
})

test('example data are refused beside anything else, and where real data may come', () => {
  const real = newStore(false)
  expect(() => real.run('workspace.fillDemo', (writer) => fillDemo(writer, { people: 'all' }))).toThrow()
  open.database.close()
  rmSync(folder, { recursive: true })
  folder = mkdtempSync(join(tmpdir(), 'erlenmark-'))
  const demo = newStore(true)
  demo.run('workspace.fillDemo', (writer) => fillDemo(writer, { people: 'none' }))
  expect(() => demo.run('workspace.fillDemo', (writer) => fillDemo(writer, { people: 'all' }))).toThrow()
  expect(listParticipants(demo, wholeList).total).toBe(0)
})

test('the three lists bring the people into the county without people: same courses, same spread, at least 180', async () => {
  const store = newStore(true)
  store.run('workspace.fillDemo', (writer) => fillDemo(writer, { people: 'none' }))
  for (const { file, provider, faults } of writeProviderLists(folder)) {
    const rows: string[] = []
    const summary = await readProviderList(readFileSync(join(folder, file)), {
      fileName: file,
      today: DEMO_TODAY,
      mapping: null,
      signal: { aborted: false },
      report: () => undefined,
      onRow: (row) => rows.push(JSON.stringify(row)),
    })
    const { id: organisationId } = store.row(
      z.object({ id: z.string() }),
      'SELECT id FROM organisation WHERE organisationName = :provider',
      { provider },
    )!
    const { value: id } = store.run('courses.stageImport', (writer) =>
      stageImport(writer, { file, organisationId, summary, rows: Buffer.from(`${rows.join('\n')}\n`) }),
    )
    const { value } = store.run('courses.takeImport', (writer) => takeImport(writer, { id }))
    expect(value.left).toBe(faults.length + (faults.length > 0 ? 1 : 0))
  }
  // Two people wait for their faulty cells to be corrected.
  expect(listParticipants(store, wholeList).total).toBeGreaterThanOrEqual(180)
  expect(getGroupingProblem(store, {}).problem.people.length).toBeGreaterThanOrEqual(176)
  expect(spreadToday(store)).toBeCloseTo(19, 0)
})
