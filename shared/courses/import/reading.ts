// What reading a provider's list gives: columns with their meaning, and rows with values and findings. Shapes only; rules stand beside.
import * as z from 'zod'
import { Finding } from '../../core/finding'

/** Which field a column holds, by "sheet!column" ("Teilnehmende!C"); `null`: left out. Overrules what the headers say. */
export const ColumnMapping = z.record(z.string().max(400), z.string().max(60).nullable())
export type ColumnMapping = z.infer<typeof ColumnMapping>

/** One column of a sheet: its letters, the header as written, the field it fills (`null`: none), and some values to recognise it by. */
export const ReadColumn = z.object({ column: z.string(), header: z.string(), field: z.string().nullable(), samples: z.array(z.string()) })
export type ReadColumn = z.infer<typeof ReadColumn>

/** A sheet that holds persons. `headerRow`: the row with the headers, 1 is the first. */
export const ReadSheet = z.object({ name: z.string(), headerRow: z.int(), columns: z.array(ReadColumn), rows: z.int() })
export type ReadSheet = z.infer<typeof ReadSheet>

/** Something to know about the file as a whole: a sheet left out, hidden rows, a row of totals. */
export const ReadNotice = z.object({ code: z.string(), sentence: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
export type ReadNotice = z.infer<typeof ReadNotice>

/** The reading without its rows. `good`: rows without an error. */
export const ReadingSummary = z.object({ rows: z.int(), good: z.int(), sheets: z.array(ReadSheet), notices: z.array(ReadNotice) })
export type ReadingSummary = z.infer<typeof ReadingSummary>

/** One row: values by the field names of domain.md 2.8, and what is wrong with them. */
export const ReadRow = z.object({ sheet: z.string(), row: z.int(), values: z.record(z.string(), z.json()), findings: z.array(Finding) })
export type ReadRow = z.infer<typeof ReadRow>

/**
 * A cell as a workbook or CSV file has it. `date`: an ISO day that the cell's number format or type says; `number` and `text` as
 * stored; `error`: a formula's error sign (#NV).
 */
export type CellValue = { kind: 'text'; text: string } | { kind: 'number'; number: number } | { kind: 'date'; day: string } | { kind: 'flag'; flag: boolean } | { kind: 'error'; sign: string }

/** A row of a sheet: cells by the index of their column, A is 0. Empty cells are absent. */
export interface SheetRow {
  row: number
  isHidden: boolean
  cells: ReadonlyMap<number, CellValue>
}

/** The letters of a column, A for 0, AA for 26. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** A cell as text, as somebody reads it in the sheet; numbers without exponent. */
export function cellText(cell: CellValue | undefined): string {
  if (cell === undefined) return ''
  switch (cell.kind) {
    case 'text': return clean(cell.text)
    case 'number': return Number.isInteger(cell.number) && Math.abs(cell.number) < 1e15 ? cell.number.toFixed(0) : String(cell.number)
    case 'date': return cell.day
    case 'flag': return cell.flag ? 'ja' : 'nein'
    case 'error': return ''
  }
}

/** Text without what nobody sees: no-break spaces become blanks, soft hyphens and zero-width signs go, blanks are folded, NFC. */
export function clean(text: string): string {
  return text.replaceAll(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim().normalize('NFC')
}
