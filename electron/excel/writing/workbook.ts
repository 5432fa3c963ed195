// Writes a workbook for Excel and LibreOffice, row by row. The file is an act of the user and plain; no other copy of it is made.
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type ExcelJS from 'exceljs'
// The package as a whole brings its reading part, and with that packages that are old and one without a licence (tests/unit/licences.test.ts).
import WorkbookWriter from 'exceljs/lib/stream/xlsx/workbook-writer'
import { flushFile } from '../../store/atomicFile'
import type { CellValue, Column } from './column'

/** A table: one row of headers, then rows. Column and rows fit each other by `tableSheet`. */
export interface Sheet {
  name: string
  columns: readonly Column<number>[]
  rows: number
}
export interface Workbook {
  /** Lines of the first sheet: what this file is; the first is its title. */
  about: { name: string; lines: readonly string[] }
  sheets: readonly Sheet[]
  /** Foot of every printed page. */
  footer: string
}

declare module 'exceljs' {
  // There in both writers, but missing in the package's types.
  interface Worksheet {
    dataValidations: { add(address: string, validation: ExcelJS.DataValidation): void }
  }
}

/** Hidden sheet with the words of validation lists: in a formula only 255 signs have room, and a comma in a word would part it. */
const LISTS = 'Listen'
/** People add rows below: validation and formats reach so many rows further. */
const ROWS_BELOW = 200
const DATE_FORMAT = 'dd.mm.yyyy'
/** A4, as wide as one page. The number is Excel's own: the package has its enum in the types only. */
// oxlint-disable-next-line typescript/no-unsafe-enum-assignment
const PAGE: Partial<ExcelJS.PageSetup> = { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
const EARLIEST_DAY = new Date(Date.UTC(1900, 0, 2))

/** A sheet of these rows. */
export function tableSheet<Row>(name: string, rows: readonly Row[], columns: readonly Column<Row>[]): Sheet {
  const numbered = columns.map((column): Column<number> => ({
    ...column,
    value: (index) => {
      const row = rows[index]
      return row === undefined ? null : column.value(row)
    },
  }))
  return { name, columns: numbered, rows: rows.length }
}

/**
 * Writes the workbook to `file`, flushed to the disk. What was begun is removed where it cannot be ended. @throws the file system's error
 */
export async function writeWorkbook(file: string, { about, sheets, footer }: Workbook): Promise<void> {
  const stream = createWriteStream(file, { flags: 'wx' })
  try {
    await new Promise<void>((resolve, reject) => {
      stream.once('open', () => resolve())
      stream.once('error', reject)
    })
    const workbook = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
    workbook.creator = 'Kreiswerkbank'
    writeAbout(workbook, about)
    const lists = sheets.flatMap(({ columns }) => columns.filter(({ options }) => options.length > 0).map(({ options }) => options))
    for (const sheet of sheets) writeTable(workbook, sheet, lists, footer)
    writeLists(workbook, lists)
    await workbook.commit()
    flushFile(file)
  } catch (error) {
    stream.destroy()
    await rm(file, { force: true })
    throw error
  }
}

function writeAbout(workbook: ExcelJS.stream.xlsx.WorkbookWriter, { name, lines }: Workbook['about']): void {
  const sheet = workbook.addWorksheet(name, {
    views: [{ showGridLines: false }],
    pageSetup: PAGE,
  })
  sheet.columns = [{ width: 90 }]
  lines.forEach((line, index) => {
    const row = sheet.addRow([line])
    row.getCell(1).alignment = { wrapText: true, vertical: 'top' }
    if (index === 0) row.font = { bold: true, size: 14 }
    row.commit()
  })
  sheet.commit()
}

function writeTable(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  { name, columns, rows }: Sheet,
  lists: readonly (readonly string[])[],
  footer: string,
): void {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: firstShown(columns) + 1 }],
    pageSetup: { ...PAGE, orientation: 'landscape', printTitlesRow: '1:1' },
    // An ampersand begins a code in heads and feet.
    headerFooter: { oddFooter: `&L${footer.replaceAll('&', '&&')}&R&P / &N` },
  })
  sheet.columns = columns.map(({ width, isHidden, kind }) => ({
    width,
    hidden: isHidden,
    ...(kind === 'day' && { style: { numFmt: DATE_FORMAT } }),
  }))
  const head = sheet.addRow(columns.map(({ header }) => header))
  head.eachCell((cell) => {
    cell.font = { bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE6ECF5' } }
    cell.border = { bottom: { style: 'medium', color: { argb: 'FF1F4F8F' } } }
    cell.alignment = { wrapText: true, vertical: 'top' }
  })
  head.commit()
  for (let index = 0; index < rows; index += 1) sheet.addRow(columns.map(({ kind, value }) => excelValue(kind, value(index)))).commit()
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows + 1, column: columns.length } }
  columns.forEach((column, index) => {
    const validation = validationOf(column, lists)
    const letters = sheet.getColumn(index + 1).letter
    if (validation !== null) sheet.dataValidations.add(`${letters}2:${letters}${rows + 1 + ROWS_BELOW}`, validation)
  })
  sheet.commit()
}

function excelValue(kind: Column<number>['kind'], value: CellValue): string | number | Date | null {
  if (value === null || typeof value === 'boolean') return null
  if (typeof value === 'number') return value
  if (kind === 'day') return new Date(`${value}T00:00:00Z`)
  // Office reads _x000D_ as a sign by its number; an underscore that is one is written by its own number.
  return value.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

function validationOf({ kind, options, bounds }: Column<number>, lists: readonly (readonly string[])[]): ExcelJS.DataValidation | null {
  const warning = { allowBlank: true, showErrorMessage: true, errorStyle: 'warning' } as const
  if (options.length > 0) {
    const letters = lettersOf(lists.indexOf(options))
    return { ...warning, type: 'list', formulae: [`${LISTS}!$${letters}$1:$${letters}$${options.length}`] }
  }
  if (bounds !== null)
    return { ...warning, type: kind === 'integer' ? 'whole' : 'decimal', operator: 'between', formulae: [bounds.min, bounds.max] }
  return kind === 'day' ? { ...warning, type: 'date', operator: 'greaterThan', formulae: [EARLIEST_DAY] } : null
}

function writeLists(workbook: ExcelJS.stream.xlsx.WorkbookWriter, lists: readonly (readonly string[])[]): void {
  if (lists.length === 0) return
  const sheet = workbook.addWorksheet(LISTS, { state: 'veryHidden' })
  for (let row = 0; row < Math.max(...lists.map(({ length }) => length)); row += 1)
    sheet.addRow(lists.map((list) => list[row] ?? null)).commit()
  sheet.commit()
}

function firstShown(columns: readonly Column<number>[]): number {
  return Math.max(
    0,
    columns.findIndex(({ isHidden }) => !isHidden),
  )
}

/** The letters of a column, A for 0. */
function lettersOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : lettersOf(Math.floor(index / 26) - 1) + lettersOf(index % 26)
}
