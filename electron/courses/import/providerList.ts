// A provider's list from bytes to rows with values and findings: the one way for the import, its review and `npm run inspect`.
import type { IsoDate } from '../../../shared/core/entity'
import { boundsOfFields } from '../../../shared/courses/import/bounds'
import { columnsOf, isNameField, type ListColumn } from '../../../shared/courses/import/columns'
import { findHeader, type FoundHeader } from '../../../shared/courses/import/headerRow'
import type { Merge, SheetRow } from '../../../shared/core/sheet'
import type { ColumnMapping, ReadingSummary, ReadNotice, ReadRow, ReadSheet } from '../../../shared/courses/import/reading'
import { SeenPeople } from '../../../shared/courses/import/seenPeople'
import { type SheetValues, TableReader, valuesAbove } from '../../../shared/courses/import/table'
import { cancelled, WorkbenchError } from '../../../shared/core/errors'
import { openArchive } from '../../excel/reading/archive'
import { containerOf } from '../../excel/reading/container'
import { rowsOfText } from '../../excel/reading/csv'
import { readWorkbook } from '../../excel/reading/parts'
import { Refused } from '../../excel/reading/refusals'
import { mergesOf, rowsOf } from '../../excel/reading/sheet'

/** The header is looked for in so many rows. */
const HEAD_ROWS = 60
/** What a column holds, day or month first above all, is learned from so many rows: the whole list of nearly every provider. */
const LEARNED_ROWS = 2_000

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
    await readSheet('csv', rowsOfText(bytes, file), { is1904: false, merges: [] }, summary, reading)
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
      const merges = await mergesOf(archive, sheet.part, file)
      const rows = rowsOf(archive, sheet.part, workbook, file)
      const hasCells = await readSheet(sheet.name, rows, { is1904: workbook.is1904, merges }, summary, reading)
      cellsSeen ||= hasCells
    }
    if (!cellsSeen) throw new Refused('empty', { file })
  }
  if (summary.sheets.length === 0) throw new Refused('no-header', { file })
  return summary
}

/** What holds for a whole sheet and is not in its rows. */
interface SheetFacts {
  is1904: boolean
  merges: readonly Merge[]
}

/** `false`: the sheet has no cell. A sheet without a header is left out with a notice. */
async function readSheet(
  name: string,
  rows: AsyncIterable<SheetRow> | Iterable<SheetRow>,
  about: SheetFacts,
  summary: ReadingSummary,
  reading: Reading,
): Promise<boolean> {
  const head: SheetRow[] = []
  let table: Table | null = null
  let isSought = true
  let hidden = 0
  let left = 0
  const take = (row: SheetRow) => {
    if (table === null || row.row <= table.sheet.headerRow) return
    const next = table.reader.headerIn(row)
    if (next !== null) table = withNextHeader(table, next, row, about, reading)
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
    table = tableIn(name, head, about, summary.notices, reading)
    for (const row of head) take(row)
  }
  for await (const row of rows) {
    if (reading.signal.aborted) throw new WorkbenchError(cancelled, {})
    if (!isSought) {
      take(row)
      continue
    }
    head.push(row)
    if (head.length >= LEARNED_ROWS) begin()
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

interface Table {
  reader: TableReader
  columns: ListColumn[]
  sheet: ReadSheet
}

function tableIn(name: string, head: readonly SheetRow[], about: SheetFacts, notices: ReadNotice[], reading: Reading): Table | null {
  const header = findHeader(head.slice(0, HEAD_ROWS))
  if (header === null) return null
  const columns = columnsOf(header, head).map((column): ListColumn => {
    const chosen = reading.mapping?.[`${name}!${column.column}`]
    return chosen === undefined ? column : { ...column, field: chosen }
  })
  // "Teilnehmende" over numbers counts them.
  if (!columns.some(({ field }) => isNameField(field))) return null
  for (const label of header.twice)
    notices.push({
      code: 'header-twice',
      sentence: 'Auf dem Blatt „{sheet}“ gibt es die Spalte „{header}“ mehr als einmal; gelesen wird die erste.',
      params: { sheet: name, header: label },
    })
  const below = head.filter(({ row }) => row > header.row)
  return {
    reader: readerOf(name, columns, below, about, valuesAbove(head, header), reading),
    columns,
    sheet: { name, headerRow: header.row, rows: 0, columns: columns.map(({ index: _, ...column }) => column) },
  }
}

/** The table under another header further down: what the values of the first one said of a header holds here too. */
function withNextHeader(table: Table, header: FoundHeader, row: SheetRow, about: SheetFacts, reading: Reading): Table {
  const columns = columnsOf(header, [row]).map((column) => {
    const alike = table.columns.find((former) => former.header === column.header)
    return alike === undefined ? column : { ...column, field: alike.field }
  })
  return { ...table, columns, reader: readerOf(table.sheet.name, columns, [], about, table.reader.valuesForAll, reading) }
}

function readerOf(
  name: string,
  columns: ListColumn[],
  below: SheetRow[],
  { is1904, merges }: SheetFacts,
  fixed: SheetValues,
  { today, seen }: Reading,
) {
  return new TableReader(name, columns, below, { today, bounds: boundsOfFields(today), is1904 }, fixed, merges, seen)
}
