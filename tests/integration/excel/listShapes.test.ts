// Lists as people lay them out: several tables on a sheet, courses between the people, totals, forms, merged cells. Who is a person, and
// what holds for whom, comes out right; nobody is made of a line of totals, and nobody is left out in silence.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inspect } from '../../../electron/courses/import/inspect'
import { temporaryFolder } from '../../fixtures/folder'
import { partsOf, workbookOf, zipOf } from '../../fixtures/rawWorkbook'

type Cell = string | number | null
const SHEET = 'xl/worksheets/sheet1.xml'
const STYLES = 'xl/styles.xml'
const HEAD = ['Name', 'Vorname', 'Geburtsdatum', 'Punkte']
const AMIRA = ['Haddad', 'Amira', '14.03.1991', 64]
const OEMER = ['Öztürk', 'Ömer', '02.07.1984', 37]
const ZAHRA = ['Rahimi', 'Zahra', '05.12.1991', 41]

async function read(content: Buffer, name = 'Liste.xlsx') {
  using folder = temporaryFolder()
  writeFileSync(join(folder.path, name), content)
  return await inspect(join(folder.path, name))
}
const readRows = async (...rows: Cell[][]) => read(await workbookOf(rows))
/** Rows and a field of each person. */
const valuesOf = ({ records }: Awaited<ReturnType<typeof inspect>>, field: string) => records.map(({ row, values }) => [row, values[field]])

test('totals, labels, signatures and counted columns are no people, and have no faults', async () => {
  const found = await readRows(
    HEAD,
    [1, 2, 3, 4],
    ['(Text)', '(Text)', 'TT.MM.JJJJ', '0-100'],
    AMIRA,
    ['Zwischensumme', 1, null, 64],
    OEMER,
    ['Gesamt', 2, null, 101],
    ['davon neu', 1],
    ['männlich', 1],
    ['Durchschnitt', null, null, 50.5],
    ['Lehrkraft:', 'Frau Schmidt'],
    [null, null, 'Stand:', '01.10.2026'],
  )
  expect({ rows: found.rows, good: found.good, faults: found.faults }).toEqual({ rows: 2, good: 2, faults: [] })
  expect(valuesOf(found, 'lastName')).toEqual([
    [4, 'Haddad'],
    [6, 'Öztürk'],
  ])
})

test.each([
  ['Kurs IK-01/2026 – Beginn 12.01.2026', 'Kurs IK-02/2026'],
  ['Teilnehmerliste Integrationskurs IK-01/2026', 'Integrationskurs IK-02/2026'],
  ['Kurs-Nr.: IK-01/2026', 'Kursnummer IK-02/2026'],
])('a course that stands over its people holds for them and no others: "%s"', async (first, second) => {
  const found = await readRows([first], HEAD, AMIRA, OEMER, ['Summe', 2], [second], HEAD, ZAHRA)
  expect(found.faults).toEqual([])
  expect(valuesOf(found, 'courseNumber')).toEqual([
    [3, 'IK-01/2026'],
    [4, 'IK-01/2026'],
    [8, 'IK-02/2026'],
  ])
})

test('a second table with its columns in another order is read by its own header, also if it has more of them', async () => {
  const found = await readRows(
    HEAD,
    AMIRA,
    OEMER,
    ['Warteliste'],
    ['Vorname', 'Name', 'Punkte', 'geb. am', 'Ort', 'Telefon'],
    ['Zahra', 'Rahimi', 41, '05.12.1991', 'Neuhain', '0152 28817386'],
  )
  expect(found.faults).toEqual([])
  expect(found.records.map(({ row }) => row)).toEqual([2, 3, 6])
  expect(found.records[2]!.values).toMatchObject({ lastName: 'Rahimi', firstName: 'Zahra', birthDate: '1991-12-05', placementScore: 41 })
})

test('a group above the header says whose name, day and result stand there', async () => {
  const found = await readRows(
    ['Person', null, null, 'DTZ', null, 'Einstufungstest', null, 'Notfallkontakt', null],
    ['Name', 'Vorname', 'geb.', 'Datum', 'Ergebnis', 'Datum', 'Punkte', 'Name', 'Telefon'],
    ['Haddad', 'Amira', '14.03.1991', '01.09.2026', 'B1', '01.03.2026', 64, 'Frau Meier', '0152 28817386'],
  )
  expect(found.faults).toEqual([])
  expect(found.records[0]!.values).toMatchObject({ lastName: 'Haddad', placementScore: 64, placementDate: '2026-03-01', dtzResult: 'B1' })
  expect(found.records[0]!.values).not.toHaveProperty('phone')
})

test('the second row of a header belongs to it, though most columns are named in the first', async () => {
  const found = await readRows(
    ['Nr.', 'Name', 'Vorname', 'geb.', 'Kurs', null, 'Punkte', null],
    [null, null, null, null, 'Nr.', 'Beginn', 'mdl.', 'schr.'],
    [1, 'Haddad', 'Amira', '14.03.1991', 'IK-01/2026', '12.01.2026', 60, 71],
  )
  expect(found.faults).toEqual([])
  expect(found.records).toHaveLength(1)
  expect(found.records[0]!.values).toMatchObject({
    birthDate: '1991-03-14',
    courseNumber: 'IK-01/2026',
    courseStart: '2026-01-12',
    scoreOral: 60,
    scoreWritten: 71,
  })
})

test('pages that repeat the header and carry sums over have their people alone', async () => {
  const found = await readRows(['Seite 1'], HEAD, AMIRA, OEMER, ['Übertrag', null, null, 101], ['Seite 2'], HEAD, ZAHRA)
  expect([found.rows, found.good, found.faults]).toEqual([3, 3, []])
})

test.each<[header: string, cell: Cell, field: string, value: unknown]>([
  ['Einstufungstest', 64, 'placementScore', 64],
  ['Einstufungstest', '64 Punkte', 'placementScore', 64],
  ['Einstufungstest', '01.03.2026', 'placementDate', '2026-03-01'],
  ['Einstufung', 'A2', 'cefr', 'A2'],
  ['Ergebnis', 'b1', 'cefr', 'B1'],
])('"%s" over %s means the field %s', async (header, cell, field, value) => {
  const found = await readRows(['Name', 'Vorname', 'Geburtsdatum', header], [...AMIRA.slice(0, 3), cell])
  expect(found.faults).toEqual([])
  expect(found.records[0]!.values).toMatchObject({ [field]: value })
})

test('one header over two columns of names is read as both', async () => {
  const found = await readRows(['Nr.', 'Name, Vorname', null, 'Geburtsdatum'], [1, 'Al Khatib', 'Rania', '14.10.1979'])
  expect(found.faults).toEqual([])
  expect(found.records[0]!.values).toMatchObject({ lastName: 'Al Khatib', firstName: 'Rania', birthDate: '1979-10-14' })
})

test('a sheet that counts people is no list of them', async () => {
  const { status, reason } = await readRows(
    ['Kurs', 'Beginn', 'Teilnehmende'],
    ['IK-01/2026', '12.01.2026', 15],
    ['IK-02/2026', '02.02.2026', 12],
  )
  expect([status, reason]).toEqual(['refused', 'no-header'])
})

test('a course whose cell is merged over its people holds for all of them; what is a person’s own is not taken from the row above', async () => {
  const made = partsOf([
    ['Kurs', 'Name', 'Vorname', 'Geburtsdatum', 'Punkte'],
    ['IK-01/2026', ...AMIRA],
    [null, 'Öztürk', 'Ömer', '02.07.1984', null],
    ['IK-02/2026', ...ZAHRA],
  ])
  const merged = String(made[SHEET]).replace(
    '</sheetData>',
    '</sheetData><mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="E2:E3"/></mergeCells>',
  )
  const found = await read(await zipOf({ ...made, [SHEET]: merged }))
  expect(valuesOf(found, 'courseNumber')).toEqual([
    [2, 'IK-01/2026'],
    [3, 'IK-01/2026'],
    [4, 'IK-02/2026'],
  ])
  expect(found.records[1]!.values).not.toHaveProperty('placementScore')
})

test('a column that is there and empty is named for each person, and the person is taken', async () => {
  const found = await readRows(HEAD, ['Rahimi', null, '05.12.1991', 41], ['Öztürk', 'Ömer', null, 37], ['Zarif', '-', '14.03.1991', 64])
  expect(found.faults.map(({ cell, code, severity }) => [cell, code, severity])).toEqual([
    ['B2', 'required-missing', 'warning'],
    ['C3', 'required-missing', 'warning'],
  ])
  expect([found.rows, found.good]).toEqual([3, 3])
})

test('days in the American order are read so where the header says it, or one of them can be no other', async () => {
  const said = await readRows(['Last Name', 'First Name', 'DOB (MM/DD/YYYY)'], ['Haddad', 'Amira', '03/04/1991'])
  expect([said.records[0]!.values.birthDate, said.faults]).toEqual(['1991-03-04', []])
})

test('a program’s apostrophes before each text go, one that belongs to a name stays', async () => {
  const found = await readRows(HEAD, ["'Haddad", "'Amira", "'14.03.1991", "'64"], ["'t Hooft", 'Jan', '02.07.1984', 37])
  expect(found.faults).toEqual([])
  expect(found.records.map(({ values }) => [values.lastName, values.placementScore])).toEqual([
    ['Haddad', 64],
    ["'t Hooft", 37],
  ])
})

/** A workbook whose cells of this row are XML, with these cell formats. */
async function withCells(cells: string, styles = ''): Promise<Buffer> {
  const made = partsOf([HEAD, ['Haddad', 'Amira']])
  const row = String(made[SHEET]).replace('</row></sheetData>', `${cells}</row></sheetData>`)
  return zipOf({ ...made, [SHEET]: row, ...(styles !== '' && { [STYLES]: `<styleSheet>${styles}</styleSheet>` }) })
}

test('a formula that no program has computed is named, one that gave an empty text is not', async () => {
  const found = await read(await withCells('<c r="C2"><f>DATE(1991,3,14)</f><v></v></c><c r="D2"><f>IF(A2="","",64)</f><v></v></c>'))
  expect(found.faults).toMatchObject([{ cell: 'C2', code: 'formula-error' }])
  expect(found.faults[0]!.message).toContain('speichern Sie sie')
  expect(found.records[0]!.values.birthDate).toBeNull()
})

test('a year in a cell for days is a year, not a day of 1905', async () => {
  const found = await read(await withCells('<c r="C2" s="1"><v>1985</v></c>'))
  expect(found.faults).toMatchObject([{ cell: 'C2', code: 'date-incomplete' }])
  expect(found.faults[0]!.message).toContain('„1985“')
})

test('points shown as per cent are the number that people see, and the format "Standard" makes no day', async () => {
  const formats =
    '<numFmts><numFmt numFmtId="170" formatCode="Standard"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="170"/></cellXfs>'
  const birthday = '<c r="C2" t="str"><v>14.03.1991</v></c>'
  for (const points of ['<c r="D2" s="1"><v>0.64</v></c>', '<c r="D2" s="2"><v>64</v></c>']) {
    const found = await read(await withCells(birthday + points, formats))
    expect([found.records[0]!.values.placementScore, found.faults]).toEqual([64, []])
  }
})

test('a text file with the line ends of old Macs is read', async () => {
  const { records } = await read(Buffer.from(['Name;Vorname;Geburtsdatum', 'Haddad;Amira;14.03.1991'].join('\r')), 'Liste.csv')
  expect(records[0]!.values).toMatchObject({ lastName: 'Haddad', birthDate: '1991-03-14' })
})

test.each<[header: string, cell: Cell, field: string, value: unknown]>([
  ['Einreise', '10.11.2014', 'entryDate', '2014-11-10'],
  ['Einreise', 'Sept. 2015', 'entryDate', 'Sept. 2015'],
  ['Rest-UE', '120', 'lessonsLeft', 120],
  ['Staatsangehörigkeit', 'syrisch, deutsch', 'nationality', ['475', '000']],
  ['Anrede', 'Fr.', 'sex', 'f'],
  ['Niveau', 'A2+', 'cefr', 'A2.2'],
  ['Niveau', 'GER A2 (mündl.)', 'cefr', 'A2'],
  ['KiBe', '2 Kinder', 'childcareNeed', 2],
  ['Punkte', '62/100 Punkten', 'placementScore', 62],
  ['Punkte', 'n. b.', 'placementScore', undefined],
])('"%s" %s is read as %s', async (header, cell, field, value) => {
  const found = await readRows(['Nachname', 'Vorname', 'Geburtsdatum', header], [...AMIRA.slice(0, 3), cell])
  expect(found.faults).toEqual([])
  expect(found.records[0]!.values[field]).toEqual(value)
})

test('one day far down says for the whole column that the month comes first', async () => {
  // 120 people of different names and birthdays, each of which could be read both ways.
  const people = Array.from({ length: 120 }, (_, index): Cell[] => {
    const [decade, one] = [Math.floor(index / 10), index % 10]
    return [`${'BDFGHKLMNPRS'[decade]}addad`, 'Amira', `0${(one % 9) + 1}/11/${1960 + Math.floor(index / 4)}`, 50]
  })
  const found = await readRows(HEAD, ...people, ['Öztürk', 'Ömer', '07/15/1984', 37])
  expect(found.faults).toEqual([])
  expect(valuesOf(found, 'birthDate').at(0)).toEqual([2, '1960-01-11'])
  expect(valuesOf(found, 'birthDate').at(-1)).toEqual([122, '1984-07-15'])
})
