// What people get wrong in single cells: each fault names its cell, says what to do, and leaves the rest of the list to be taken.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { inspect } from '../../../electron/courses/import/inspect'
import { temporaryFolder } from '../../fixtures/folder'
import { workbookOf } from '../../fixtures/rawWorkbook'

type Cell = string | number | null
const GOOD = ['Öztürk', 'Ömer', '02.07.1984']

/** Reads a list with one more column, whose first row has this cell; a faultless person stands below. */
async function readWith(header: string, cell: Cell) {
  return readRows([
    ['Nachname', 'Vorname', 'Geburtsdatum', header],
    ['Haddad', 'Amira', '14.03.1991', cell],
    [...GOOD, null],
  ])
}
async function readRows(rows: Cell[][]) {
  using folder = temporaryFolder()
  const path = join(folder.path, 'Liste.xlsx')
  writeFileSync(path, await workbookOf(rows))
  return await inspect(path)
}

const WRONG: [header: string, cell: Cell, code: string, severity: string, says: string][] = [
  ['Anmeldung', 'demnächst', 'date-invalid', 'error', 'ist kein Datum'],
  ['Anmeldung', '31.02.2026', 'date-invalid', 'error', '„31.02.2026“'],
  ['Anmeldung', '14.13.2026', 'date-invalid', 'error', 'ist kein Datum'],
  ['Anmeldung', '00.00.1985', 'date-incomplete', 'error', 'kein ganzes Datum'],
  ['Anmeldung', '1985', 'date-incomplete', 'error', 'kein ganzes Datum'],
  ['Anmeldung', 'unbekannt', 'date-unknown', 'warning', 'nicht bekannt'],
  ['Punkte', 140, 'score-out-of-range', 'error', 'erlaubt sind 0 bis 100'],
  ['Punkte', '-3', 'score-out-of-range', 'error', 'erlaubt sind 0 bis 100'],
  ['Punkte', '38 von 45', 'score-invalid', 'warning', 'ist keine Zahl'],
  ['Punkte', 'kommt erst ab 15.', 'score-invalid', 'warning', 'ist keine Zahl'],
  ['Modul', 7.9, 'score-out-of-range', 'error', 'erlaubt sind'],
  ['Staatsangehörigkeit', 'Mars', 'word-unknown', 'warning', '„Mars“'],
  ['Kursart', 'Töpferkurs', 'word-unknown', 'warning', '„Töpferkurs“'],
]

test.each(WRONG)('%s "%s" is %s (%s)', async (header, cell, code, severity, says) => {
  const { status, rows, good, faults } = await readWith(header, cell)
  expect({ status, rows, good }).toEqual({ status: 'ok', rows: 2, good: severity === 'error' ? 1 : 2 })
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatchObject({ sheet: 'Liste', cell: 'D2', code, severity })
  expect(faults[0]!.message).toMatch(/^Blatt „Liste“, Zelle D2: /)
  expect(faults[0]!.message).toContain(says)
})

const RIGHT: [header: string, cell: Cell, field: string, value: unknown][] = [
  ['Punkte', '77,5', 'placementScore', 78],
  ['Punkte', '45.5', 'placementScore', 46],
  ['Punkte', '77 %', 'placementScore', 77],
  ['Punkte', 'B1 (35)', 'placementScore', 35],
  ['Punkte', ' 64\u00a0', 'placementScore', 64],
  ['Punkte', 'offen', 'placementScore', undefined],
  ['Anmeldung', '1.3.85', 'registrationDate', '1985-03-01'],
  ['Anmeldung', '01.03.1985 ', 'registrationDate', '1985-03-01'],
  ['Anmeldung', '3. März 2026', 'registrationDate', '2026-03-03'],
  ['Anmeldung', '2026-03-01', 'registrationDate', '2026-03-01'],
  ['Anmeldung', 46082, 'registrationDate', '2026-03-01'],
  ['Anmeldung', '24/12/2025', 'registrationDate', '2025-12-24'],
  ['Anmeldung', '12/24/2025', 'registrationDate', '2025-12-24'],
  ['PLZ', 1234, 'postcode', '01234'],
  ['Handy', 1761234567, 'mobile', '01761234567'],
  ['Geschlecht', 'weibl.', 'sex', 'f'],
  ['Niveau', 'b 1', 'cefr', 'B1'],
  ['Lerntempo', 'schnell', 'learningPace', 'fast'],
  ['Nachname\u00ad', 'Zweite Spalte', 'lastName', 'Haddad'],
]

test.each(RIGHT)('%s "%s" is read without a question', async (header, cell, field, value) => {
  const { records, faults } = await readWith(header, cell)
  expect(faults).toEqual([])
  expect(records[0]!.values[field]).toEqual(value)
})

test('a birthday that nobody can have is named; the first of January counts as the year alone', async () => {
  const { faults, records } = await readRows([
    ['Nachname', 'Vorname', 'Geburtsdatum'],
    ['Haddad', 'Amira', '14.03.2091'],
    ['Rahimi', 'Zahra', '01.01.1985'],
    GOOD,
  ])
  expect(faults.map(({ cell, code }) => [cell, code])).toEqual([['C2', 'date-implausible']])
  expect(records[1]!.values.birthDate).toBe('1985-01-01')
})

test('somebody who stands in the list twice is named with the row above', async () => {
  const { faults } = await readRows([
    ['Nachname', 'Vorname', 'Geburtsdatum'],
    GOOD,
    ['Haddad', 'Amira', '14.03.1991'],
    ['OEZTUERK', 'Ömer', '2.7.1984'],
  ])
  expect(faults).toMatchObject([{ cell: 'A4', code: 'duplicate-row', severity: 'warning' }])
  expect(faults[0]!.message).toContain('Zeile 2')
})

test('a header that is there twice is said once, and the first column counts', async () => {
  const { records, notices } = await readRows([
    ['Nachname', 'Vorname', 'Punkte', 'Punkte'],
    ['Haddad', 'Amira', 64, 12],
  ])
  expect(records[0]!.values.placementScore).toBe(64)
  expect(notices.filter((notice) => notice.includes('„Punkte“'))).toHaveLength(1)
})

test('titles above, repeated headers, separators, totals and signatures are no people', async () => {
  const { records, notices } = await readRows([
    ['Teilnehmerliste Integrationskurs Herbst 2026', null, null],
    ['Kurs: IK-03/2026, Beginn 12.01.2026', null, null],
    [null, null, null],
    ['Nachname', 'Vorname', 'Geb.-Datum'],
    ['Haddad', 'Amira', '14.03.1991'],
    [null, null, null],
    ['Nachname', 'Vorname', 'Geb.-Datum'],
    GOOD,
    ['Summe', 2, null],
    ['Unterschrift:', null, null],
  ])
  expect(records.map(({ row, values }) => [row, values.lastName, values.courseNumber])).toEqual([
    [5, 'Haddad', 'IK-03/2026'],
    [8, 'Öztürk', 'IK-03/2026'],
  ])
  expect(notices.join(' ')).toContain('keine Person')
})

test('a CSV in the wrong code page is still read with its umlauts', async () => {
  using folder = temporaryFolder()
  const text = 'Nachname;Vorname;Geburtsdatum\r\nÖztürk;Ömer;02.07.1984\r\nŁukasz;Çelik;14.03.1991\r\n'
  for (const [name, bytes] of [
    ['utf8.csv', Buffer.from(text)],
    ['windows.csv', iconv.encode(text.replace('Łukasz', 'Müller'), 'windows-1252')],
  ] as const) {
    writeFileSync(join(folder.path, name), bytes)
    const { records } = await inspect(join(folder.path, name))
    expect(records[0]!.values).toMatchObject({ lastName: 'Öztürk', firstName: 'Ömer' })
    expect(records[1]!.values.firstName).toBe('Çelik')
  }
})

test('umlauts that were decoded wrongly once are put right and shown', async () => {
  const { records } = await readRows([
    ['Nachname', 'Vorname', 'Geburtsdatum'],
    ['Ã–ztÃ¼rk', 'Ã–mer', '02.07.1984'],
    ['Müller', 'Jörg', '14.03.1991'],
  ])
  expect(records[0]!.values).toMatchObject({ lastName: 'Öztürk', firstName: 'Ömer' })
  expect(records[1]!.values).toMatchObject({ lastName: 'Müller', firstName: 'Jörg' })
})
