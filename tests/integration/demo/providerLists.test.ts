import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { drawCounty } from '../../../electron/demo/county'
import { DEMO_TODAY } from '../../../electron/demo/people'
import { readProviderList } from '../../../electron/courses/import/providerList'
import type { ReadRow } from '../../../shared/courses/import/reading'
import { writeProviderLists } from '../../demo/providerLists'

const folder = mkdtempSync(join(tmpdir(), 'erlenmark-'))
const lists = writeProviderLists(folder)
const { participants, doubles } = drawCounty()
const rowsByFile = new Map<string, ReadRow[]>()

afterAll(() => rmSync(folder, { recursive: true }))

async function rowsOf(file: string): Promise<ReadRow[]> {
  const known = rowsByFile.get(file)
  if (known !== undefined) return known
  const rows: ReadRow[] = []
  await readProviderList(readFileSync(join(folder, file)), {
    fileName: file,
    today: DEMO_TODAY,
    mapping: null,
    signal: { aborted: false },
    report: () => undefined,
    onRow: (row) => rows.push(row),
  })
  rowsByFile.set(file, rows)
  return rows
}

describe.each(lists)('the list of $provider', ({ file, people, faults, doubles: twice }) => {
  test('is read whole, with the faults that were put in and no other error', async () => {
    const rows = await rowsOf(file)
    expect(rows).toHaveLength(people + twice.length)
    const errors = rows.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'))
    expect(errors.map(({ place }) => `${place.sheet}!${place.cell}`)).toEqual(faults.map(({ sheet, cell }) => `${sheet}!${cell}`))
    const repeated = rows.filter(({ findings }) => findings.some(({ code }) => code === 'duplicate-row'))
    expect(repeated.map(({ sheet, row }) => ({ sheet, row }))).toEqual(twice)
  })
})

test('all lists together hold every participant with birthday, points and course, and those who stand in two lists', async () => {
  const rows = (await Promise.all(lists.map(({ file }) => rowsOf(file)))).flat()
  const faulty = new Set(lists.flatMap(({ faults }) => faults.map(({ sheet, cell }) => `${sheet} ${cell.replace(/\D/g, '')}`)))
  const key = (values: Record<string, unknown>) =>
    [values.lastName, values.firstName ?? '', values.birthDate, values.placementScore, values.courseNumber ?? null].join('|')
  const read = new Set(rows.map(({ values }) => key(values)))
  const missing = participants.filter((one) => !read.has(key({ ...one, courseNumber: one.course?.courseNumber })))
  // Only the faulty cells hide somebody, until they are corrected.
  expect(missing).toHaveLength(faulty.size)
  for (const { of, lastName, firstName } of doubles) {
    expect(
      rows.filter(({ values }) => values.lastName === lastName && values.firstName === firstName && values.birthDate === of.birthDate),
    ).not.toEqual([])
  }
})
