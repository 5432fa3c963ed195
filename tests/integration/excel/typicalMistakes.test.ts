// The mistakes that lists of providers have (domain.md 2.8): what leaves no doubt is read, what does is named, and nothing is lost in silence.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inspect } from '../../../electron/courses/import/inspect'
import { temporaryFolder } from '../../fixtures/folder'
import { partsOf, workbookOf, zipOf } from '../../fixtures/rawWorkbook'

type Cell = string | number | null
const HEAD = ['Nachname', 'Vorname', 'Geburtsdatum']
const AMIRA = ['Haddad', 'Amira', '14.03.1991']
const OEMER = ['Öztürk', 'Ömer', '02.07.1984']

async function read(content: Buffer, name = 'Liste.xlsx') {
  using folder = temporaryFolder()
  writeFileSync(join(folder.path, name), content)
  return await inspect(join(folder.path, name))
}
const readRows = async (...rows: Cell[][]) => read(await workbookOf([HEAD, ...rows]))
const readColumn = async (header: string, cell: Cell) =>
  read(
    await workbookOf([
      [...HEAD, header],
      [...AMIRA, cell],
    ]),
  )

test.each([
  '14.3.1991 00:00',
  '14.03.1991 00:00:00',
  'Do, 14.03.1991',
  'Donnerstag, 14. März 1991',
  '14,03,1991',
  '14 03 1991',
  "'14.03.1991",
  '14.03.1991 (laut Pass)',
  '\u00a014.03.\u00ad1991\u200b',
])('the birthday "%s" is read', async (text) => {
  const { records, faults } = await readRows(['Haddad', 'Amira', text])
  expect([records[0]!.values.birthDate, faults]).toEqual(['1991-03-14', []])
})

test.each([
  ['O1.O2.199O', '1990-02-01'],
  ['12.13.1991', '1991-12-13'],
  ['31.02.1988', null],
  ['14.03.19991', null],
])('the birthday "%s" is not taken, and %s is proposed', async (text, repair) => {
  const { records, faults, good } = await readRows(['Haddad', 'Amira', text], OEMER)
  expect(faults).toMatchObject([{ sheet: 'Liste', cell: 'C2', code: 'date-invalid', severity: 'error', repair }])
  expect([records[0]!.values.birthDate, good]).toEqual([null, 1])
})

test('an age at which nobody attends a course is named, and the birthday is taken all the same', async () => {
  const year = new Date().getFullYear()
  const { records, faults } = await readRows(
    ['Haddad', 'Amira', `14.03.${year - 7}`],
    ['Öztürk', 'Ömer', `02.07.${year - 101}`],
    ['Rahimi', 'Zahra', `02.07.${year - 30}`],
  )
  expect(faults).toMatchObject([
    { cell: 'C2', code: 'date-implausible', severity: 'warning' },
    { cell: 'C3', code: 'date-implausible', severity: 'warning' },
  ])
  expect(records[0]!.values.birthDate).toBe(`${year - 7}-03-14`)
})

test.each<[header: string, cell: Cell, code: string, repair: unknown, says: string]>([
  ['Punkte', '0,77', 'score-invalid', 77, 'ein Anteil'],
  ['Punkte', 0.77, 'score-invalid', 77, 'ein Anteil'],
  ['Punkte', '#NV', 'formula-error', null, 'Formelfehler'],
  ['Punkte', '1.000', 'score-out-of-range', null, 'erlaubt sind 0 bis 100'],
  ['Schuljahre', 77, 'value-unfit', null, 'passt nicht'],
  ['Kinder', 'drei', 'word-unknown', null, '„drei“'],
  ['Alpha', 'halb', 'word-unknown', null, '„halb“'],
  ['weitere Sprachen', 'Englisch, Marsianisch', 'word-unknown', null, '„Marsianisch“'],
  ['PLZ', '123456', 'postcode-invalid', null, 'fünf Ziffern'],
  ['PLZ', 'A-1010', 'postcode-invalid', null, 'fünf Ziffern'],
  ['Telefon', '1,76E+11', 'phone-lost', null, 'gerundet'],
  ['Straße', 'Am Anger '.repeat(40), 'value-unfit', null, 'passt nicht'],
  ['Bemerkung', 'kommt später '.repeat(400), 'value-unfit', null, 'Kürzen'],
])('%s "%s" is left out with the finding %s', async (header, cell, code, repair, says) => {
  const { records, faults, good } = await readColumn(header, cell)
  expect(faults).toMatchObject([{ sheet: 'Liste', cell: 'D2', code, repair }])
  expect(faults[0]!.message).toContain(says)
  expect(faults[0]!.message.length).toBeLessThan(300)
  expect(good).toBe(code === 'score-out-of-range' ? 0 : 1)
  expect(Object.keys(records[0]!.values).sort()).toEqual(
    ['birthDate', 'firstName', 'lastName', ...(header === 'weitere Sprachen' ? ['otherLanguages'] : [])].sort(),
  )
})

test.each<[header: string, cell: Cell, values: Record<string, unknown>]>([
  ['Punkte', '77/100', { placementScore: 77 }],
  ['Punkte', '77 von 100', { placementScore: 77 }],
  ['Punkte', '64 (B1)', { placementScore: 64 }],
  ['Punkte', '77.', { placementScore: 77 }],
  ['PLZ', 'D-06099', { postcode: '06099' }],
  ['PLZ', '06 099', { postcode: '06099' }],
  ['PLZ', '06099 Musterhausen', { postcode: '06099', city: 'Musterhausen' }],
  ['PLZ/Ort', 'Musterhausen', { city: 'Musterhausen' }],
  ['Handy', 4917612345678, { mobile: '+4917612345678' }],
  ['Handy', '-', { mobile: undefined }],
  ['Kinder', '-', { childcareNeed: 0 }],
])('%s "%s" is read without a question', async (header, cell, values) => {
  const { records, faults } = await readColumn(header, cell)
  expect(faults).toEqual([])
  expect({ mobile: undefined, ...records[0]!.values }).toMatchObject(values)
})

test('a name that lost a letter is named and taken; what stands for no name yet is no name', async () => {
  const { records, faults } = await readRows(
    ['M?ller', 'Jörg', '14.03.1991'],
    ['Haddad', 'A\ufffdmira', '15.03.1991'],
    ['Öztürk 2', 'Ömer', '02.07.1984'],
    ['N.N.', '___', '03.07.1984'],
    ['-', '-', '-'],
    ['Offen', 'Nina', '04.07.1984'],
  )
  expect(faults.map(({ cell, code }) => [cell, code])).toEqual([
    ['A2', 'name-doubtful'],
    ['B3', 'name-doubtful'],
    ['A4', 'name-doubtful'],
    ['A5', 'required-missing'],
  ])
  expect(records.map(({ row, values }) => [row, values.lastName])).toEqual([
    [2, 'M?ller'],
    [3, 'Haddad'],
    [4, 'Öztürk 2'],
    [5, undefined],
    [7, 'Offen'],
  ])
})

test('somebody twice: names swapped, on another sheet, or without a birthday', async () => {
  const { faults } = await read(
    await twoSheets([HEAD, AMIRA, OEMER, ['Amira', 'Haddad', '14.03.1991']], [HEAD, OEMER, ['Haddad', 'Amira', null]]),
  )
  expect(faults.map(({ sheet, cell, code, severity }) => [sheet, cell, code, severity])).toEqual([
    ['Liste', 'A4', 'duplicate-row', 'warning'],
    ['Mai', 'A2', 'duplicate-row', 'warning'],
    ['Mai', 'A3', 'duplicate-probable', 'warning'],
    ['Mai', 'C3', 'required-missing', 'warning'],
  ])
  expect(faults.map(({ message }) => message)).toEqual([
    expect.stringContaining('schon in Zeile 2'),
    expect.stringContaining('auf dem Blatt „Liste“ in Zeile 3'),
    expect.stringContaining('auf dem Blatt „Liste“ in Zeile 2'),
    expect.stringContaining('Das Geburtsdatum fehlt'),
  ])
})

test('people of one name with different birthdays are two people', async () => {
  expect((await readRows(AMIRA, ['Haddad', 'Amira', '14.03.1992'])).faults).toEqual([])
})

test('whoever is called like the first word of a footer is a person, and the footer is none', async () => {
  const { records } = await readRows(['Stand', 'Vera', '01.05.1990'], ['Gesamt', '2', null], ['Datum, Unterschrift', '____', '12.01.2026'])
  expect(records.map(({ row }) => row)).toEqual([2])
})

test('a list of headers alone is read, and says that nobody stands in it', async () => {
  const { status, rows, notices } = await read(await workbookOf([HEAD]))
  expect([status, rows]).toEqual(['ok', 0])
  expect(notices.join()).toContain('Blatt „Liste“')
})

/** A workbook of two sheets, „Liste“ and „Mai“. */
async function twoSheets(first: Cell[][], second: Cell[][]): Promise<Buffer> {
  const parts = partsOf(first)
  return await zipOf({
    ...parts,
    'xl/worksheets/sheet2.xml': partsOf(second)['xl/worksheets/sheet1.xml']!,
    'xl/workbook.xml': String(parts['xl/workbook.xml']).replace('</sheets>', '<sheet name="Mai" sheetId="2" r:id="s2"/></sheets>'),
    'xl/_rels/workbook.xml.rels': String(parts['xl/_rels/workbook.xml.rels']).replace(
      '</Relationships>',
      '<Relationship Id="s2" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
    ),
  })
}
