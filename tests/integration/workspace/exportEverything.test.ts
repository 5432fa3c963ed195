// Everything in open formats: complete, readable without this program, all or nothing.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import * as XLSX from 'xlsx'
import { expect, test } from 'vitest'
import { jobWish } from '../../../electron/app/jobWish'
import { csvFile } from '../../../electron/excel/writing/csv'
import type { WorkspaceSession } from '../../../electron/workspace/session'
import { exportEverything } from '../../../electron/workspace/exportEverything.job'
import { cancelled, notAllowed } from '../../../shared/core/errors'
import { lists, rules } from '../../../shared/core/listFiles'
import { directory } from '../../../shared/directory/calls'
import { entities, nameOf } from '../../../shared/rooms'
import { workspace } from '../../../shared/workspace/calls'
import { Everything, everythingNotWritten } from '../../../shared/workspace/everythingCalls'
import { failing } from '../../fixtures/failing'
import { temporaryFolder } from '../../fixtures/folder'
import { office } from '../../fixtures/office'
import { amira, olena } from '../../fixtures/people'
import { quickOffice } from '../../fixtures/quickOffice'

const TOKEN = '0'.repeat(32)
const evil = {
  ...olena,
  lastName: '=HYPERLINK("http://x";"y")',
  firstName: 'Olena; "Ole"',
  city: 'Erlen\nburg',
  district: '+49',
  street: 'Grüner Weg',
}

async function officeWithPeople(place: string) {
  const made = await quickOffice(place)
  const out = join(place, 'ausgabe')
  mkdirSync(out)
  const ids: string[] = []
  for (const who of [amira, evil]) ids.push(String((await made.session.run(nameOf(directory.createPerson), who)).value))
  return { ...made, out, ids }
}

/** The job as the program runs it: fed by its query, in this thread. */
async function written(session: WorkspaceSession, folder: string, isAborted = () => false) {
  const fed = Everything.parse((await session.run(nameOf(workspace.getEverything), {})).value)
  const progress: { done: number; total: number }[] = []
  const signal = {
    get aborted() {
      return isAborted()
    },
  }
  const result = await exportEverything(
    { folder: TOKEN },
    { id: 'job', fed, signal, report: (step) => progress.push(step), path: () => folder },
  )
  return { result, progress }
}
const read = (...path: string[]) => readFileSync(join(...path), 'utf8')
const jsonLines = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)

test('every record, the whole log and every list come out, and the description names each file and column', async () => {
  using place = temporaryFolder()
  const { session, out, ids } = await officeWithPeople(place.path)
  const { result, progress } = await written(session, out)
  const folder = join(out, result.folder)
  expect(readdirSync(out)).toEqual(['Landkreis Erlenmark 2026-11-24'])
  expect(progress.at(-1)).toEqual({ done: result.files, total: result.files })
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /\.\w+$/.test(name))
  expect(files.length).toBe(result.files)
  expect(readdirSync(join(folder, 'daten')).sort()).toEqual([...entities.keys()].flatMap((name) => [`${name}.csv`, `${name}.jsonl`]).sort())
  expect(readdirSync(join(folder, 'listen')).sort()).toEqual(
    Object.keys({ ...lists, ...rules })
      .map((name) => `${name}.json`)
      .sort(),
  )

  const people = jsonLines(read(folder, 'daten', 'person.jsonl'))
  expect(new Set(people.map(({ id }) => id))).toEqual(new Set(ids))
  expect(people).toHaveLength(ids.length)
  expect(people.find(({ id }) => id === ids[1])).toMatchObject(evil)
  const changes = jsonLines(read(folder, 'verlauf', 'change.jsonl'))
  expect(changes.map(({ record }) => record)).toEqual(expect.arrayContaining(ids))
  expect(changes[1]).toMatchObject({ entity: 'person', fields: { firstName: evil.firstName }, seq: 2 })
  expect(jsonLines(read(folder, 'verlauf', 'act.jsonl')).map(({ name }) => name)).toContain(nameOf(directory.createPerson))
  const lines = files.filter((name) => name.endsWith('.jsonl')).reduce((sum, name) => sum + jsonLines(read(folder, name)).length, 0)
  expect(result.records).toBe(lines)

  const description = read(folder, 'LIESMICH.md')
  for (const name of files) {
    const known = name === 'LIESMICH.md' || name.startsWith('listen/') || description.includes(name.replace(/\.(jsonl|csv)$/, ''))
    expect([name, known]).toEqual([name, true])
  }
  for (const { fields } of entities.values())
    for (const field of Object.values(fields)) {
      expect(description).toContain(`| \`${field.name}\` | ${field.label}`)
    }
  for (const line of changes.slice(0, 1)) for (const column of Object.keys(line)) expect(description).toContain(`\`${column}\``)
  await session.lock()
})

test('the CSV opens in a spreadsheet as text that no formula hides in, and in a parser as what was entered', async () => {
  using place = temporaryFolder()
  const { session, out, ids } = await officeWithPeople(place.path)
  const { result } = await written(session, out)
  const bytes = readFileSync(join(out, result.folder, 'daten', 'person.csv'))
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const rows = parse<Record<string, string>>(bytes, { bom: true, delimiter: ';', columns: true, record_delimiter: '\r\n' })
  const row = rows.find(({ id }) => id === ids[1])
  expect(row).toMatchObject({
    firstName: evil.firstName,
    lastName: `'${evil.lastName}`,
    district: "'+49",
    city: evil.city,
    street: 'Grüner Weg',
    email: '',
  })
  const sheet = XLSX.read(bytes, { type: 'buffer', FS: ';' }).Sheets['Sheet1']!
  const cells = Object.entries(sheet).filter(([place_]) => !place_.startsWith('!')) as [string, XLSX.CellObject][]
  expect(cells.length).toBeGreaterThan(20)
  expect(cells.filter(([, { f }]) => f !== undefined)).toEqual([])
  await session.lock()
})

test('numbers have a decimal comma, truth is 1 or 0, lists are JSON, nothing is empty', () => {
  expect(
    csvFile(
      ['a', 'b'],
      [
        [1.5, true],
        [['de', 'uk'], null],
        [-3, undefined],
        ['-3', '@x'],
      ],
    ),
  ).toBe('﻿a;b\r\n1,5;1\r\n"[""de"",""uk""]";\r\n-3;\r\n\'-3;\'@x\r\n')
})

test('a second export stands beside the first; one that is cancelled or fails leaves nothing', async () => {
  using place = temporaryFolder()
  const { session, out } = await officeWithPeople(place.path)
  await written(session, out)
  expect((await written(session, out)).result.folder).toBe('Landkreis Erlenmark 2026-11-24 (2)')
  const before = readdirSync(out)
  let looks = 0
  await expect(written(session, out, () => ++looks > 7)).rejects.toThrow(failing(cancelled))
  expect(readdirSync(out)).toEqual(before)
  await expect(written(session, join(out, 'gezogen'))).rejects.toThrow(failing(everythingNotWritten, { reason: 'ENOENT' }))
  const inTheWay = join(place.path, 'datei')
  writeFileSync(inTheWay, '')
  await expect(written(session, inTheWay)).rejects.toThrow(failing(everythingNotWritten, { reason: 'ENOTDIR' }))
  // The stick is pulled half way.
  let files = 0
  const pulled = () => {
    if (++files === 9) for (const name of readdirSync(out)) if (name.endsWith('.part')) rmSync(join(out, name), { recursive: true })
    return false
  }
  await expect(written(session, out, pulled)).rejects.toThrow(failing(everythingNotWritten, { reason: 'ENOENT' }))
  expect(readdirSync(out)).toEqual(before)
  await session.lock()
})

test('only the coordination exports everything, and whose data it was is noted', async () => {
  using place = temporaryFolder()
  const { session, ids } = await officeWithPeople(place.path)
  const noted: { call: string; records: readonly string[] }[] = []
  const port = (role: typeof session.actor.role) => ({
    actor: { ...session.actor, role },
    ask: (name: string, input: unknown) => session.run(name, input),
    run: (name: string, input: unknown) => session.run(name, input),
    noteAccess: (call: string, records: readonly string[]) => noted.push({ call, records }),
    pathsIn: () => ({ [TOKEN]: place.path }),
    mayWrite: () => true,
  })
  const name = nameOf(workspace.exportEverything)
  expect(() => jobWish(name, { folder: TOKEN }, port('editor'))).toThrow(failing(notAllowed, { right: 'coordinate' }))
  expect(noted).toEqual([])
  await jobWish(name, { folder: TOKEN }, port('coordinator')).feed()
  expect(noted).toEqual([{ call: nameOf(workspace.exportEverything), records: [...ids].sort() }])
  await session.lock()
})

test('the folder says which county and office it is of', async () => {
  using place = temporaryFolder()
  const { session, out } = await officeWithPeople(place.path)
  const { result } = await written(session, out)
  expect(read(out, result.folder, 'LIESMICH.md').split('\n')[0]).toBe(`# ${office.countyName}, ${office.officeName}: alle Daten`)
  await session.lock()
})
