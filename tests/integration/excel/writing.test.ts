import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import type * as z from 'zod'
import { writeProviderWorkbooks } from '../../../electron/courses/writeProviderWorkbooks.job'
import { DEMO_TODAY } from '../../../electron/demo/people'
import { openArchive, readText } from '../../../electron/excel/reading/archive'
import { readProviderList } from '../../../electron/courses/import/providerList'
import { plainColumn } from '../../../electron/excel/writing/column'
import { tableSheet, writeWorkbook } from '../../../electron/excel/writing/workbook'
import type { ProviderWorkbook } from '../../../shared/courses/calls'
import type { ReadRow } from '../../../shared/courses/import/reading'

type Provider = z.infer<typeof ProviderWorkbook>
const PEOPLE = 1000
const id = (number: number) => String(number).padStart(26, '0')
// Texts that a spreadsheet could take for something else, and signs of names from many countries.
const NAMES = [
  '=1+1',
  '+49',
  '-5',
  '@SUM(A1)',
  '007',
  '1,5',
  '01.02.1990',
  'TRUE',
  'Nguyễn',
  'Öztürk & Söhne <b>',
  '"quoted"',
  "O'Neil",
  'Łukasz',
  'Al-Ḥasan',
  '   spaced',
  '\u0001control',
  '_x000D_',
]

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbooks-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function provider(organisationName: string, count = PEOPLE): Provider {
  return {
    organisationId: id(1),
    organisationName,
    courses: ['K 1', 'K 2'].map((courseNumber, index) => ({
      id: id(10 + index),
      courseNumber,
      courseType: 'general',
      courseState: 'running',
      organisationId: id(1),
      siteId: null,
      siteName: 'Erlenburg',
      slot: 'morning',
      courseStart: '2026-04-13',
      courseEnd: null,
      minSize: 12,
      maxSize: 20,
      childcarePlaces: 4,
    })),
    people: Array.from({ length: count }, (_, index) => ({
      participant: {
        id: id(1000 + index),
        personId: id(9000 + index),
        organisationId: id(1),
        participantState: 'inCourse',
        registrationDate: '2026-02-01',
        entitlementBasis: 'obl2',
        entitlementDate: '2026-01-15',
        entitlementUntil: null,
        literacy: 'full',
        schoolYears: index % 14,
        availableSlots: ['morning', 'evening'],
        childcareNeed: index % 3,
        wishSiteId: null,
        wishSlot: null,
        remarks: null,
      },
      person: {
        id: id(9000 + index),
        lastName: `${NAMES[index % NAMES.length]} ${index}`,
        firstName: NAMES[(index * 7) % NAMES.length]!,
        birthName: null,
        birthDate: `19${60 + (index % 40)}-0${1 + (index % 9)}-1${index % 10}`,
        birthDatePrecision: 'day',
        sex: 'w',
        nationalities: ['166', '163'],
        firstLanguage: 'uk',
        otherLanguages: [],
        street: null,
        houseNo: null,
        postcode: '05103',
        city: 'Erlenburg',
        district: null,
        municipalityId: null,
        phone: '+493023125001',
        mobile: null,
        email: null,
      },
      placement: {
        id: id(5),
        participantId: id(1000 + index),
        placementDate: '2026-02-01',
        placementScore: index % 101,
        scoreOral: 12.5,
        scoreWritten: 10,
        cefr: 'A1.1',
        recommendedType: 'general',
        recommendedModule: 2,
      },
      learningPace: 'fast',
      courseNumber: 'K 1',
      plannedCourse: index % 2 === 0 ? 'K 1' : null,
      leftOver: index % 2 === 0 ? null : '=Kein Platz',
    })),
  }
}

function write(fed: Provider[], signal = { aborted: false }) {
  return writeProviderWorkbooks({ folder: '0'.repeat(32) }, { id: 'job', signal, report: () => undefined, path: () => folder, fed })
}

describe('a workbook of a provider, 1,000 people', () => {
  async function written() {
    const one = provider('Bildungswerk')
    const { files } = await write([one])
    expect(files).toHaveLength(1)
    expect(files[0]!.name).toMatch(/^Bildungswerk - Gruppen \d{4}-\d\d-\d\d\.xlsx$/)
    expect(files[0]!.people).toBe(PEOPLE)
    const bytes = readFileSync(join(folder, files[0]!.name))
    return { one, bytes, book: XLSX.read(bytes, { cellNF: true, cellStyles: true }) }
  }

  test('holds every value where another program expects it: texts as texts, days as real dates, points as numbers', async () => {
    const { one, book } = await written()
    const rows = XLSX.utils.sheet_to_json<Record<string, unknown>>(book.Sheets['Teilnehmende']!, { raw: true, defval: null })
    expect(rows).toHaveLength(PEOPLE)
    // Groups first, who has no place last.
    expect([rows[0], rows[PEOPLE - 1]].map((row) => row?.['Geplanter Kurs'])).toEqual(['K 1', null])
    const byId = new Map(rows.map((row) => [row['Kennung der Zeile'], row]))
    for (const { participant, person, placement, plannedCourse, leftOver } of one.people) {
      expect(byId.get(participant.id)).toMatchObject({
        // XML cannot hold control signs.
        Familienname: person.lastName.replace('\u0001', ''),
        Geburtsdatum: Date.parse(person.birthDate!) / 86_400_000 + 25_569,
        Einstufungspunkte: placement!.placementScore,
        'Punkte mündlich': 12.5,
        'Geplanter Kurs': plannedCourse,
        'Warum ohne Platz': leftOver,
        Staatsangehörigkeiten: 'Ukraine, Türkei',
        'Zeit für Kurse': 'Vormittag 8–12:15, Abend 17:30–20:45',
      })
    }
    const sheet = book.Sheets['Teilnehmende']!
    expect(sheet['D2']).toMatchObject({ t: 'n', z: 'dd.mm.yyyy' })
    expect(Object.values(sheet).some((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)).toBe(false)
  })

  test('is read back by the import: same people, days, points and codes', async () => {
    const { one, bytes } = await written()
    const rows: ReadRow[] = []
    const summary = await readProviderList(bytes, {
      fileName: 'x.xlsx',
      today: DEMO_TODAY,
      mapping: null,
      signal: { aborted: false },
      report: () => undefined,
      onRow: (row) => rows.push(row),
    })
    expect(summary.sheets.map(({ name }) => name)).toEqual(['Teilnehmende'])
    expect(summary).toMatchObject({ rows: PEOPLE, good: PEOPLE })
    const days = (list: (string | null)[]) => list.map(String).sort()
    expect(days(rows.map(({ values }) => (typeof values.birthDate === 'string' ? values.birthDate : null)))).toEqual(
      days(one.people.map(({ person }) => person.birthDate)),
    )
    expect(rows.reduce((sum, { values }) => sum + Number(values.placementScore), 0)).toBe(
      one.people.reduce((sum, { placement }) => sum + placement!.placementScore!, 0),
    )
    // Words of our own workbook come back as the codes they were.
    expect(rows[0]?.values).toMatchObject({
      learningPace: 'fast',
      courseType: 'general',
      recommendedModule: 2,
      literacy: 'full',
      entitlementBasis: 'obl2',
      cefr: 'A1.1',
      sex: 'w',
      courseNumber: 'K 1',
    })
  })

  test('offers values by one range a column, from a list that nobody sees', async () => {
    const { bytes, book } = await written()
    expect(book.SheetNames).toEqual(['Hinweise', 'Gruppen', 'Teilnehmende', 'Listen'])
    expect(book.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 0, 0, 2])
    const xml = await readText(await openArchive(bytes, 'x.xlsx'), 'xl/worksheets/sheet3.xml')
    const ranges = [...xml.matchAll(/<dataValidation type="(\w+)"[^>]*sqref="([A-Z]+)2:([A-Z]+)(\d+)"/g)]
    expect(ranges.length).toBeGreaterThan(12)
    expect(ranges.length).toBe(Number(xml.match(/<dataValidations count="(\d+)"/)?.[1]))
    expect(new Set(ranges.map(([, , column]) => column)).size).toBe(ranges.length)
    for (const [, , from, to, last] of ranges) expect([from, Number(last) > PEOPLE]).toEqual([to, true])
    const formula = xml.match(/sqref="AA2:[^>]*><formula1>Listen!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)</)
    expect(book.Sheets['Listen']![`${formula?.[1]}${formula?.[2]}`]).toMatchObject({ t: 's' })
  })

  test('keeps its header in sight, can be filtered, hides the ids, prints its header on every page', async () => {
    const { bytes, book } = await written()
    const xml = await readText(await openArchive(bytes, 'x.xlsx'), 'xl/worksheets/sheet3.xml')
    expect(xml).toMatch(/<pane xSplit="2" ySplit="1"[^>]*state="frozen"/)
    expect(book.Sheets['Teilnehmende']!['!autofilter']?.ref).toMatch(/^A1:[A-Z]+1001$/)
    expect(book.Sheets['Teilnehmende']!['!cols']?.[0]?.hidden).toBe(true)
    expect(await readText(await openArchive(bytes, 'x.xlsx'), 'xl/workbook.xml')).toContain('_xlnm.Print_Titles')
    expect(book.Sheets['Hinweise']!['A1']).toMatchObject({ v: 'Lerngruppen für Bildungswerk' })
  })
})

describe('the folder', () => {
  test('gets one file a provider, under names that Windows takes and nothing else had', async () => {
    const names = ['A/B: "gGmbH"', 'CON', 'Träger.', 'träger']
    const { files } = await write(names.map((name) => provider(name, 1)))
    const again = await write([provider('CON', 1)])
    const all = [...files, ...again.files].map(({ name }) => name)
    expect(readdirSync(folder).sort()).toEqual([...all].sort())
    expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(5)
    for (const name of all) expect(name).toMatch(/^[^<>:"/\\|?*]+ - Gruppen [^<>:"/\\|?*]+\.xlsx$/)
  })

  test('keeps what was there: a list that a provider filled in is never overwritten', async () => {
    const [first] = (await write([provider('KVHS', 1)])).files
    writeFileSync(join(folder, first!.name), 'filled in')
    await write([provider('KVHS', 1)])
    expect(readFileSync(join(folder, first!.name), 'utf8')).toBe('filled in')
  })

  test('stays as it was where somebody cancels, or a workbook cannot be written', async () => {
    const signal = { aborted: false }
    const fed = [provider('Erster', 1), provider('Zweiter', 1)]
    const context = {
      id: 'job',
      signal,
      report: () => {
        signal.aborted = true
      },
      path: () => folder,
      fed,
    }
    await expect(writeProviderWorkbooks({ folder: '0'.repeat(32) }, context)).rejects.toMatchObject({
      definition: { code: 'core/cancelled' },
    })
    expect(readdirSync(folder)).toEqual([])
    rmSync(folder, { recursive: true })
    await expect(write(fed)).rejects.toMatchObject({ definition: { code: 'courses/workbooks-not-written' }, params: { reason: 'ENOENT' } })
    expect(existsSync(folder)).toBe(false)
  })

  test('is the only place that is written: nothing goes to the folder for temporary files', async () => {
    const temporary = join(folder, 'temporary')
    const target = join(folder, 'target')
    mkdirSync(temporary)
    mkdirSync(target)
    const before = process.env['TMPDIR']
    process.env['TMPDIR'] = temporary
    try {
      await writeProviderWorkbooks(
        { folder: '0'.repeat(32) },
        { id: 'job', signal: { aborted: false }, report: () => undefined, path: () => target, fed: [provider('KVHS')] },
      )
      expect(readdirSync(temporary)).toEqual([])
      expect(readdirSync(target)).toHaveLength(1)
    } finally {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
    }
  })
})

test('a workbook that fails on the way leaves no file behind', async () => {
  const broken = plainColumn<number>('X', 'text', (row) => {
    if (row === 3) throw new RangeError('broken')
    return row
  })
  const file = join(folder, 'broken.xlsx')
  await expect(
    writeWorkbook(file, { about: { name: 'A', lines: ['B'] }, sheets: [tableSheet('S', [1, 2, 3], [broken])], footer: '' }),
  ).rejects.toThrow('broken')
  expect(existsSync(file)).toBe(false)
})
