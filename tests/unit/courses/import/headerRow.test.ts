import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CellValue, SheetRow } from '../../../../shared/core/sheet'
import { findHeader } from '../../../../shared/courses/import/headerRow'

const rowOf = (row: number, ...texts: string[]): SheetRow => ({
  row,
  isHidden: false,
  cells: new Map(texts.flatMap((text, index): [number, CellValue][] => (text === '' ? [] : [[index, { kind: 'text', text }]]))),
})
const fieldsOf = (...headers: string[]) => findHeader([rowOf(1, ...headers)])?.columns.map(({ field }) => field)

test('the header is found under whatever stands above it, and over whatever stands below', () => {
  const anything = fc.array(
    fc.string({ maxLength: 40 }).filter((text) => !/name|gesc|nn|fn|vn/i.test(text)),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 8 }), fc.array(anything, { maxLength: 8 }), (above, below) => {
      const rows = [...above, ['Nachname', 'Vorname', 'Geburtsdatum', 'Staatsangehörigkeit', 'Einstufungspunkte', 'Kurs-Nr.'], ...below]
      const found = findHeader(rows.map((texts, index) => rowOf(index + 1, ...texts)))
      expect(found?.row).toBe(above.length + 1)
    }),
    { numRuns: 500 },
  )
})

test('no rows break it, and nothing is a header where nobody is named', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string()), { maxLength: 10 }), (rows) => {
      const found = findHeader(rows.map((texts, index) => rowOf(index + 1, ...texts)))
      expect(found === null || found.columns.some(({ field }) => field !== null)).toBe(true)
    }),
    { numRuns: 500 },
  )
  expect(findHeader([rowOf(1, 'Straße', 'PLZ', 'Ort')])).toBeNull()
  expect(findHeader([])).toBeNull()
})

test('each field is read from one column alone, and a second one is named', () => {
  const header = fc.constantFrom('Nachname', 'Vorname', 'Punkte', 'Telefon', 'Tel. 1', 'PLZ', 'Ort', 'Wohnort', 'Bemerkung', '')
  fc.assert(
    fc.property(fc.array(header, { maxLength: 12 }), (headers) => {
      const found = findHeader([rowOf(1, 'Familienname', 'Rufname', ...headers)])!
      const fields = found.columns.flatMap(({ field }) => field ?? [])
      expect(new Set(fields).size).toBe(fields.length)
      expect(fields.length + found.twice.length).toBe(found.columns.length)
    }),
  )
})

test('"gültig bis" is said of what stands beside it', () => {
  expect(fieldsOf('Name', 'Vorname', 'BS vom', 'gültig bis')?.at(3)).toBe('entitlementUntil')
  expect(fieldsOf('Name', 'Vorname', 'Aufenthaltstitel', 'gültig bis')?.at(3)).toBe('titleUntil')
  expect(fieldsOf('Name', 'Vorname', 'Reisepass', 'gültig bis')?.at(3)).toBeNull()
})

test('a row of groups above gives headers their meaning', () => {
  const found = findHeader([rowOf(1, 'Person', '', '', 'Kurs', ''), rowOf(2, 'Name', 'Vorname', 'geb. am', 'Nr.', 'Beginn')])
  expect(found?.columns.map(({ field }) => field)).toEqual(['lastName', 'firstName', 'birthDate', 'courseNumber', 'courseStart'])
})
