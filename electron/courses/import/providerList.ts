// A provider's list from bytes to rows with values and findings: the one way for the import, its review and `npm run inspect`.
import type { IsoDate } from '../../../shared/core/entity'
import { boundsOfFields } from '../../../shared/courses/import/bounds'
import { findHeader, type FoundHeader } from '../../../shared/courses/import/headerRow'
import { cellText, type CellValue, type SheetRow } from '../../../shared/core/sheet'
import type { ColumnMapping, ReadingSummary, ReadNotice, ReadRow, ReadSheet } from '../../../shared/courses/import/reading'
import { codeOfWord } from '../../../shared/courses/import/words'
import { SeenPeople } from '../../../shared/courses/import/seenPeople'
import { TableReader, valuesAbove } from '../../../shared/courses/import/table'
import { cancelled, WorkbenchError } from '../../../shared/core/errors'
import { openArchive } from '../../excel/reading/archive'
import { containerOf } from '../../excel/reading/container'
import { rowsOfText } from '../../excel/reading/csv'
import { readWorkbook } from '../../excel/reading/parts'
import { Refused } from '../../excel/reading/refusals'
import { rowsOf } from '../../excel/reading/sheet'

/** The header is looked for in so many rows; the same rows show what a column holds. */
const HEAD_ROWS = 60
const SAMPLES = 3

export interface ReadOptions {
  fileName: string
  today: IsoDate
  mapping: ColumnMapping | null
  signal: { readonly aborted: boolean }
  /** Hears how many rows were read. */
  report(rows: number): void
  /** Gets every row that is a person, in the order of the file. */
  onRow(row: ReadRow): void
}

/** One file as it is read: the people of all its sheets are known together. */
interface Reading extends ReadOptions {
  seen: SeenPeople
}

/**
 * Reads a list. Rows go to `onRow` one by one, so memory does not grow with them. @throws Refused if it cannot be read at all;
 * WorkbenchError `cancelled`
 */
export async function readProviderList(bytes: Buffer, options: ReadOptions): Promise<ReadingSummary> {
  const { fileName: file } = options
  const container = containerOf(bytes)
  if (container.kind === 'refused')
    throw new Refused(container.reason, { file, ...(container.what !== undefined && { what: container.what }) })
  const summary: ReadingSummary = { rows: 0, good: 0, sheets: [], notices: [] }
  const reading: Reading = { ...options, seen: new SeenPeople() }
  if (container.kind === 'text') {
    await readSheet('csv', rowsOfText(bytes, file), false, summary, reading)
    summary.notices.push({
      code: 'text-file',
      sentence: 'Die Datei ist eine Textdatei (CSV), keine Arbeitsmappe; sie wurde trotzdem gelesen.',
      params: {},
    })
  } else {
    const archive = await openArchive(bytes, file)
    const workbook = await readWorkbook(archive, file)
    let cellsSeen = false
    for (const sheet of workbook.sheets) {
      if (sheet.isHidden) {
        summary.notices.push({
          code: 'hidden-sheet',
          sentence: 'Das Blatt „{sheet}“ ist ausgeblendet und wurde nicht gelesen.',
          params: { sheet: sheet.name },
        })
        continue
      }
      const hasCells = await readSheet(sheet.name, rowsOf(archive, sheet.part, workbook, file), workbook.is1904, summary, reading)
      cellsSeen ||= hasCells
    }
    if (!cellsSeen) throw new Refused('empty', { file })
  }
  if (summary.sheets.length === 0) throw new Refused('no-header', { file })
  return summary
}

/** `false`: the sheet has no cell. A sheet without a header is left out with a notice. */
async function readSheet(
  name: string,
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>,
  is1904: boolean,
  summary: ReadingSummary,
  reading: Reading,
): Promise<boolean> {
  const head: SheetRow[] = []
  let table: { reader: TableReader; sheet: ReadSheet } | null = null
  let isSought = true
  let hidden = 0
  let left = 0
  const take = (row: SheetRow) => {
    if (table === null || row.row <= table.sheet.headerRow) return
    const read = table.reader.read(row)
    if (read === null) {
      left += 1
      return
    }
    if (row.isHidden) hidden += 1
    table.sheet.rows += 1
    summary.rows += 1
    if (!read.findings.some(({ severity }) => severity === 'error')) summary.good += 1
    reading.onRow(read)
    if (summary.rows % 500 === 0) reading.report(summary.rows)
  }
  const begin = () => {
    isSought = false
    table = tableIn(name, head, is1904, summary.notices, reading)
    for (const row of head) take(row)
  }
  for await (const row of rows) {
    if (reading.signal.aborted) throw new WorkbenchError(cancelled, {})
    if (!isSought) {
      take(row)
      continue
    }
    head.push(row)
    if (head.length >= HEAD_ROWS) begin()
  }
  if (isSought) begin()
  if (head.length === 0) return false
  const found = table as { sheet: ReadSheet } | null
  if (found === null)
    summary.notices.push({
      code: 'sheet-without-header',
      sentence: 'Auf dem Blatt „{sheet}“ steht keine Liste von Personen; es wurde nicht gelesen.',
      params: { sheet: name },
    })
  else {
    summary.sheets.push(found.sheet)
    if (found.sheet.rows === 0)
      summary.notices.push({
        code: 'sheet-without-people',
        sentence: 'Auf dem Blatt „{sheet}“ steht unter der Kopfzeile keine Person. Prüfen Sie, ob es die richtige Datei ist.',
        params: { sheet: name },
      })
  }
  if (hidden > 0)
    summary.notices.push({
      code: 'hidden-rows',
      sentence: 'Auf dem Blatt „{sheet}“ sind {rows, plural, one {# Zeile} other {# Zeilen}} ausgeblendet; sie wurden mitgelesen.',
      params: { sheet: name, rows: hidden },
    })
  if (left > 0)
    summary.notices.push({
      code: 'rows-left-out',
      sentence:
        'Auf dem Blatt „{sheet}“ {rows, plural, one {ist # Zeile} other {sind # Zeilen}} unter der Kopfzeile keine Person (Summen, Unterschriften, Zwischentitel) und blieben weg.',
      params: { sheet: name, rows: left },
    })
  return true
}

function tableIn(
  name: string,
  head: readonly SheetRow[],
  is1904: boolean,
  notices: ReadNotice[],
  { today, mapping, seen }: Reading,
): { reader: TableReader; sheet: ReadSheet } | null {
  const header = findHeader(head)
  if (header === null) return null
  const columns = columnsOf(name, header, head, mapping)
  for (const label of header.twice)
    notices.push({
      code: 'header-twice',
      sentence: 'Auf dem Blatt „{sheet}“ gibt es die Spalte „{header}“ mehr als einmal; gelesen wird die erste.',
      params: { sheet: name, header: label },
    })
  const below = head.filter(({ row }) => row > header.row)
  return {
    reader: new TableReader(name, columns, below, { today, bounds: boundsOfFields(today), is1904 }, valuesAbove(head, header), seen),
    sheet: { name, headerRow: header.row, rows: 0, columns: columns.map(({ index: _, ...column }) => column) },
  }
}

function columnsOf(name: string, header: FoundHeader, head: readonly SheetRow[], mapping: ColumnMapping | null) {
  const hasFirstName = header.columns.some(({ field }) => field === 'firstName')
  return header.columns.map(({ index, column, header: label, field }) => {
    const samples = head
      .filter(({ row }) => row > header.row)
      .map(({ cells }) => cellText(cells.get(index)))
      .filter(Boolean)
    const cells = head.filter(({ row }) => row > header.row).flatMap(({ cells: all }) => all.get(index) ?? [])
    const guessed = fieldByValues(field, cells, hasFirstName)
    const chosen = mapping?.[`${name}!${column}`]
    return { index, column, header: label, field: chosen === undefined ? guessed : chosen, samples: samples.slice(0, SAMPLES) }
  })
}

/** What some headers mean only their values say. */
function fieldByValues(field: string | null, cells: readonly CellValue[], hasFirstName: boolean): string | null {
  const mostly = (is: (cell: CellValue) => boolean) => cells.length > 0 && cells.filter(is).length * 2 > cells.length
  // "Name" alone holds both names where no other column has the given name.
  if (field === 'lastName' && !hasFirstName) return 'fullName'
  // "geb." stands over birthdays as often as over names at birth.
  if (field === 'birthName' && mostly((cell) => cell.kind === 'date' || /\d{2}/.test(cellText(cell)))) return 'birthDate'
  // "Kurs" may say which kind instead of which number.
  if (field === 'courseNumber' && mostly((cell) => codeOfWord('courseType', cellText(cell)) !== null)) return 'courseType'
  // "Gruppe" names the learner groups A and B as often as the course.
  if (field === 'courseNumber' && mostly((cell) => /^\p{L}{1,2}$/u.test(cellText(cell)))) return null
  return field
}
