// The three providers' lists of the demo county, as people make them, written by another hand than the program's (SheetJS, only here).
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as XLSX from 'xlsx'
import { drawCounty, type DemoDouble, type DemoParticipant } from '../../electron/demo/county'
import { townOf } from '../../electron/demo/fillDemoCounty'
import { labelOf } from '../../shared/core/lists'

/** One written list. `file`: its name in the folder. `people`: rows that are a person; `faults`: cells that somebody has to correct, and the right value. */
export interface WrittenList {
  file: string
  provider: string
  people: number
  faults: { sheet: string; cell: string; written: string; right: string }[]
  /** Rows that repeat a person of the same file. */
  doubles: { sheet: string; row: number }[]
}

type Cell = string | number | null | { t: 'n'; v: number; z: string }
type Column = readonly [header: string, cell: (row: Row, index: number) => Cell]
/** A line of a list: a participant, or somebody who left for another provider under another spelling. */
interface Row {
  one: DemoParticipant
  lastName: string
  firstName: string
  isDouble: boolean
  isGone: boolean
}

/** Writes the lists of all three providers into a folder. The same at every run. */
export function writeProviderLists(folder: string): WrittenList[] {
  mkdirSync(folder, { recursive: true })
  return [writeBildungswerk(folder), writeKreisvolkshochschule(folder), writeSprachhaus(folder)]
}

// Five courses, a sheet each, and the waiting list. Dates partly typed as text; three faults.
function writeBildungswerk(folder: string): WrittenList {
  const rows = rowsOf('Bildungswerk')
  const columns: Column[] = [
    ['Nachname', (row) => row.lastName],
    ['Vorname', (row) => row.firstName],
    ['geb. am', (row, index) => (index % 3 === 0 ? sloppy(row.one.birthDate, index) : real(row.one.birthDate))],
    ['Geschl.', ({ one }) => one.sex],
    ['Staatsang.', ({ one }) => labelOf('nationality', one.origin.nationality)],
    ['Muttersprache', ({ one }) => labelOf('language', one.firstLanguage)],
    ['Straße', ({ one }) => one.street],
    ['Hausnr.', ({ one }) => one.houseNo],
    ['PLZ', ({ one }) => one.home.postcode],
    ['Wohnort', ({ one }) => townOf(one.home.name)],
    ['Handy', ({ one }) => (one.mobile === null ? null : one.mobile.replace('+49', '0'))],
    ['E-Mail', ({ one }) => one.email],
    ['Schuljahre', ({ one }) => one.schoolYears],
    ['Anmeldung', ({ one }) => real(one.registrationDate)],
    ['ET am', ({ one }, index) => (index % 4 === 0 ? sloppy(one.placementDate, index) : real(one.placementDate))],
    ['mdl.', ({ one }) => one.scoreOral],
    ['schr.', ({ one }) => one.scoreWritten],
    ['Punkte', ({ one }) => one.placementScore],
    ['Niveau', ({ one }) => labelOf('cefr', one.cefr)],
    ['Modul', ({ one }) => one.recommendedModule],
    ['Kursart', ({ one }) => labelOf('courseType', one.recommendedType)],
    ['Lerntempo', ({ one }) => labelOf('learningPace', one.learningPace)],
    ['KiBe', ({ one }) => one.childcareNeed],
    ['Kurs-Nr.', (row) => courseOf(row)],
    ['Bemerkung', remark],
  ]
  const book = XLSX.utils.book_new()
  const list: WrittenList = {
    file: 'Bildungswerk Teilnehmerlisten Herbst 2026.xlsx',
    provider: 'Bildungswerk Erlenmark gGmbH',
    people: 0,
    faults: [],
    doubles: [],
  }
  const numbers = [...new Set(rows.flatMap((row) => courseOf(row) ?? []))].sort()
  for (const number of [...numbers, null]) {
    const name = number ?? 'Warteliste'
    const members = rows.filter((row) => courseOf(row) === number)
    const table = tableOf(columns, members)
    const put = (column: string, row: number, written: string | number, right: string) => {
      table[row - 1]![columns.findIndex(([header]) => header === column)] = written
      list.faults.push({
        sheet: name,
        cell: XLSX.utils.encode_cell({ r: row - 1, c: columns.findIndex(([header]) => header === column) }),
        written: String(written),
        right,
      })
    }
    const faultyDay = members[4]?.one.birthDate
    if (number === numbers[0] && faultyDay !== undefined) put('geb. am', 6, `31.02.${faultyDay.slice(0, 4)}`, german(faultyDay))
    const faultyScore = members[7]?.one.placementScore
    if (number === numbers[1] && faultyScore !== undefined) put('Punkte', 9, 140, String(faultyScore))
    if (number === numbers[2]) {
      table.push([...table[2]!])
      list.doubles.push({ sheet: name, row: table.length })
    }
    list.people += members.length
    XLSX.utils.book_append_sheet(book, sheetOf(table), name)
  }
  return saved(folder, book, list)
}

// One sheet, one row a person, real dates.
function writeKreisvolkshochschule(folder: string): WrittenList {
  const rows = rowsOf('Kreisvolkshochschule')
  const columns: Column[] = [
    ['Familienname', (row) => row.lastName],
    ['Vornamen', (row) => row.firstName],
    ['Geburtsdatum', ({ one }) => real(one.birthDate)],
    ['Geschlecht', ({ one }) => labelOf('sex', one.sex)],
    ['Staatsangehörigkeit', ({ one }) => labelOf('nationality', one.origin.nationality)],
    ['Herkunftssprache', ({ one }) => labelOf('language', one.firstLanguage)],
    ['Straße', ({ one }) => one.street],
    ['Hausnr.', ({ one }) => one.houseNo],
    ['PLZ', ({ one }) => one.home.postcode],
    ['Ort', ({ one }) => townOf(one.home.name)],
    ['Telefon', ({ one }) => one.phone],
    ['Mobil', ({ one }) => one.mobile],
    ['Anmeldedatum', ({ one }) => real(one.registrationDate)],
    ['Schulbesuch (J.)', ({ one }) => one.schoolYears],
    ['Einstufung am', ({ one }) => real(one.placementDate)],
    ['ET mündlich', ({ one }) => one.scoreOral],
    ['ET schriftlich', ({ one }) => one.scoreWritten],
    ['ET-Punkte', ({ one }) => one.placementScore],
    ['GER', ({ one }) => labelOf('cefr', one.cefr)],
    ['Einstieg Modul', ({ one }) => one.recommendedModule],
    ['Kursart', ({ one }) => labelOf('courseType', one.recommendedType)],
    ['Tempo', ({ one }) => labelOf('learningPace', one.learningPace)],
    ['Kinderbetreuung', ({ one }) => one.childcareNeed],
    ['Kursnr.', (row) => courseOf(row)],
    ['Bemerkung', remark],
  ]
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheetOf(tableOf(columns, rows)), 'Teilnehmende')
  return saved(folder, book, {
    file: 'KVHS_Teilnehmende_2026-10-30.xlsx',
    provider: 'Kreisvolkshochschule Erlenmark',
    people: rows.length,
    faults: [],
    doubles: [],
  })
}

// A title over merged cells, two sheets with two wordings, every date typed as text, a line of totals.
function writeSprachhaus(folder: string): WrittenList {
  const rows = rowsOf('Sprachhaus')
  const inCourse = rows.filter((row) => courseOf(row) !== null)
  const common: Column[] = [
    ['Nationalität', ({ one }) => labelOf('nationality', one.origin.nationality)],
    ['MS', ({ one }) => labelOf('language', one.firstLanguage)],
    ['PLZ/Ort', ({ one }) => `${one.home.postcode} ${townOf(one.home.name)}`],
    ['Jahre Schule', ({ one }) => one.schoolYears],
    ['Einstufung am', ({ one }, index) => sloppy(one.placementDate, index + 1)],
    ['Pkt.', ({ one }) => one.placementScore],
    ['Level', ({ one }) => labelOf('cefr', one.cefr)],
    ['Kurstyp', ({ one }) => labelOf('courseType', one.recommendedType)],
    ['schnell/langsam', ({ one }) => labelOf('learningPace', one.learningPace)],
  ]
  const present: Column[] = [
    ['Name, Vorname', ({ lastName, firstName }) => (firstName === '' ? lastName : `${lastName}, ${firstName}`)],
    ['geb.', ({ one }, index) => sloppy(one.birthDate, index)],
    ['m/w', ({ one }) => one.sex],
    ...common,
    ['Kurs', (row) => courseOf(row)],
  ]
  const waiting: Column[] = [
    ['Fam.-Name', (row) => row.lastName],
    ['VN', (row) => row.firstName],
    ['GebDat', ({ one }, index) => sloppy(one.birthDate, index + 2)],
    ['Anrede', ({ one }) => (one.sex === 'w' ? 'Frau' : 'Herr')],
    ...common,
    ['Bemerkungen', remark],
  ]
  const book = XLSX.utils.book_new()
  const titled = (title: string, columns: Column[], people: Row[]) => {
    const sheet = sheetOf([[title], [], ...tableOf(columns, people), [], ['Summe', people.length]])
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: columns.length - 1 } }]
    return sheet
  }
  XLSX.utils.book_append_sheet(book, titled('Sprachhaus Mühlrade e. V. – Alphabetisierung – Stand 30.10.26', present, inCourse), 'Alpha 7')
  XLSX.utils.book_append_sheet(
    book,
    titled(
      'WARTELISTE (bitte nicht weitergeben!)',
      waiting,
      rows.filter((row) => courseOf(row) === null),
    ),
    'Warteliste',
  )
  return saved(folder, book, {
    file: 'Sprachhaus Liste NEU (2).xlsx',
    provider: 'Sprachhaus Mühlrade e. V.',
    people: rows.length,
    faults: [],
    doubles: [],
  })
}

function rowsOf(start: string): Row[] {
  const { participants, doubles } = drawCounty()
  const own = participants
    .filter(({ provider }) => provider.startsWith(start))
    .map((one) => ({ one, lastName: one.lastName, firstName: one.firstName, isDouble: false, isGone: false }))
  const gone = doubles
    .filter(({ provider }) => provider.startsWith(start))
    .map(({ of, lastName, firstName, leftOn }: DemoDouble) => ({ one: of, lastName, firstName, isDouble: true, isGone: leftOn !== null }))
  return [...own, ...gone]
}

/** The number of the course a row's person sits in with this provider. */
function courseOf({ one, isDouble }: Row): string | null {
  return isDouble ? null : (one.course?.courseNumber ?? null)
}

function remark(row: Row): Cell {
  return row.isGone ? 'gewechselt' : null
}

// The test and what follows from it stand in one list only: with the provider where the person is now.
const OF_THE_TEST = /^(ET|Einst|Punkte|Pkt|mdl|schr|Niveau|GER|Level|Modul|Kursart|Kurstyp|Lerntempo|Tempo|schnell)/

function tableOf(columns: readonly Column[], rows: readonly Row[]): Cell[][] {
  const cellOf = ([header, cell]: Column, row: Row, index: number) => (row.isDouble && OF_THE_TEST.test(header) ? null : cell(row, index))
  return [columns.map(([header]) => header), ...rows.map((row, index) => columns.map((column) => cellOf(column, row, index)))]
}

function sheetOf(table: readonly Cell[][]): XLSX.WorkSheet {
  return XLSX.utils.aoa_to_sheet(table.map((row) => [...row]))
}

function saved(folder: string, book: XLSX.WorkBook, list: WrittenList): WrittenList {
  writeFileSync(join(folder, list.file), XLSX.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Buffer)
  return list
}

/** A real date: days since 30.12.1899 with a format. */
function real(day: string): Cell {
  return { t: 'n', v: Date.parse(day) / 86_400_000 + 25_569, z: 'dd.mm.yyyy' }
}

function german(day: string): string {
  return day.split('-').reverse().join('.')
}

/** A day as somebody types it in a hurry. */
function sloppy(day: string, index: number): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const forms = [
    german(day),
    `${Number(date)}.${Number(month)}.${year}`,
    `${date}.${month}.${year.slice(2)}`,
    `${date}/${month}/${year}`,
    ` ${german(day)} `,
  ]
  return forms[index % forms.length]!
}
