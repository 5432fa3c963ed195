// Workbooks broken at random, in their bytes and in their XML: each is read or refused with a reason, and nothing else ever happens.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readProviderList } from '../../../electron/courses/import/providerList'
import { Refused } from '../../../electron/excel/reading/refusals'
import { ReadRow } from '../../../shared/courses/import/reading'
import { findingInWords } from '../../../shared/i18n/finding'
import { partsOf, zipOf } from '../../fixtures/rawWorkbook'

const folder = join(import.meta.dirname, '../../fixtures/workbooks')
const files = readdirSync(folder).flatMap((name) => (name.endsWith('.xlsx') ? [readFileSync(join(folder, name))] : []))

/** A place as a share of the whole; fast-check's doubles lie close to 0. */
const anywhere = fc.nat({ max: 1_000_000 }).map((millionth) => millionth / 1_000_001)

/** What came of it: `rows` that keep their form, or the reason of a refusal. Everything else is thrown. */
async function outcomeOf(bytes: Buffer): Promise<string> {
  let rows = 0
  try {
    await readProviderList(bytes, {
      fileName: 'Liste.xlsx',
      today: '2026-11-24',
      mapping: null,
      signal: { aborted: false },
      report: () => undefined,
      onRow: (row) => {
        rows += 1
        // As the row crosses from the worker to the store.
        const { findings } = ReadRow.parse(JSON.parse(JSON.stringify(row)))
        for (const finding of findings) expect(findingInWords(finding)).toMatch(/^Blatt „/)
      },
    })
    return `${rows} rows`
  } catch (error) {
    if (error instanceof Refused) return error.reason
    throw error
  }
}

test('bytes overwritten, added or lost anywhere in a file', async () => {
  const change = fc.record({
    file: fc.constantFrom(...files),
    at: anywhere,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
    lost: fc.option(fc.nat({ max: 40 }), { freq: 1 }),
  })
  await fc.assert(
    fc.asyncProperty(change, async ({ file, at, bytes, lost }) => {
      const start = Math.floor(at * file.length)
      const changed = Buffer.concat([file.subarray(0, start), bytes, file.subarray(start + (lost ?? bytes.length))])
      expect(await outcomeOf(changed)).toBeTruthy()
    }),
    { numRuns: 400 },
  )
})

test('XML changed anywhere in a workbook', async () => {
  const parts = partsOf([
    ['Name', 'Vorname', 'Geburtsdatum', 'Punkte', 'PLZ'],
    ['Haddad', 'Amira', '14.03.1991', 64, 6099],
    ['Öztürk', 'Ömer', 30_865, 37, '06099'],
  ])
  const scrap = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('<c>', '</c>', '<v>', 't="s"', 'r="A1"', '<row/>', '&#0;', '<!--', ']]>', '-1', '1e999', 'NaN'),
  )
  const change = fc.record({
    part: fc.constantFrom(...Object.keys(parts)),
    at: anywhere,
    scrap,
    lost: fc.nat({ max: 12 }),
  })
  const outcomes = new Set<string>()
  await fc.assert(
    fc.asyncProperty(change, async ({ part, at, scrap: inserted, lost }) => {
      const text = String(parts[part])
      const start = Math.floor(at * text.length)
      outcomes.add(await outcomeOf(await zipOf({ ...parts, [part]: text.slice(0, start) + inserted + text.slice(start + lost) })))
    }),
    { numRuns: 800 },
  )
  expect([...outcomes]).toEqual(expect.arrayContaining(['2 rows', 'damaged']))
})

test('any text in any column', async () => {
  const headers = [
    'Name',
    'Vorname',
    'Geburtsdatum',
    'Punkte',
    'PLZ',
    'Telefon',
    'Kinder',
    'Modul',
    'Staatsangehörigkeit',
    'weitere Sprachen',
    'Niveau',
    'Kurs',
    'Bemerkung',
  ]
  const sign = fc.constantFrom(...'0123456789.,/-+%() ?xXoOlLeE#!"\'äÄßŁ\u00a0\u00ad\u200b€Ã¼'.split(''))
  const text = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.string({ unit: sign, maxLength: 20 }),
    fc.string({ unit: 'grapheme', maxLength: 10 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: headers.length, maxLength: headers.length }), async (cells) => {
      // What XML cannot hold at all is another test's.
      const clean = cells.map((cell) => cell.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ''))
      expect(await outcomeOf(await zipOf(partsOf([headers, ['Haddad', 'Amira', '14.03.1991'], clean])))).toMatch(/^[12] rows$/)
    }),
    { numRuns: 500 },
  )
})
