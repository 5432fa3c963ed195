// Rows and cells of a table file, whatever program wrote it.
import type { IsoDate } from './entity'

/**
 * A cell as a workbook or CSV file has it. `date`: an ISO day that the cell's number format or type says; `number` and `text` as
 * stored; `error`: a formula's error sign (#NV); `uncomputed`: a formula that no program has computed yet.
 */
export type CellValue =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'date'; day: string }
  | { kind: 'flag'; flag: boolean }
  | { kind: 'error'; sign: string }
  | { kind: 'uncomputed' }

/** A row of a sheet: cells by the index of their column, A is 0. Empty cells are absent. */
export interface SheetRow {
  row: number
  isHidden: boolean
  cells: ReadonlyMap<number, CellValue>
}

/** Cells of one column merged from the row `first` to `last`, rows as counted in the sheet. */
export interface Merge {
  column: number
  first: number
  last: number
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
    case 'text':
      return clean(cell.text)
    case 'number':
      return Number.isInteger(cell.number) && Math.abs(cell.number) < 1e15 ? cell.number.toFixed(0) : String(cell.number)
    case 'date':
      return cell.day
    case 'flag':
      return cell.flag ? 'ja' : 'nein'
    case 'error':
    case 'uncomputed':
      return ''
  }
}

/** The signs of Windows-1252 from 0x80 to 0x9f; five of them are none. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** UTF-8 that somebody once read as Windows-1252 and saved so ("MÃ¼ller") is read as what it was. No honest text looks like that. */
function inRightCodePage(text: string): string {
  if (!/[Â-ô][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]/.test(text)) return text
  let escaped = ''
  for (const sign of text) {
    const special = WINDOWS_1252.indexOf(sign)
    const byte = special >= 0 ? 0x80 + special : sign.codePointAt(0)!
    if (byte > 0xff) return text
    escaped += `%${byte.toString(16).padStart(2, '0')}`
  }
  try {
    return decodeURIComponent(escaped)
  } catch {
    return text
  }
}

/** Text without what nobody sees: no-break spaces become blanks, soft hyphens, zero-width and control signs go, blanks are folded, NFC. */
export function clean(text: string): string {
  // Most cells of a list of 200,000 rows have nothing to clean.
  if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text)) return text
  return inRightCodePage(text)
    .replaceAll(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
    .normalize('NFC')
}

/** The day of an Excel number. 1900: day 1 is 1.1.1900 and 60 the 29.2.1900 that never was; `is1904` counts from 2.1.1904. @returns null outside 1900 to 9999 */
export function dayOfSerial(serial: number, is1904: boolean): IsoDate | null {
  const days = Math.floor(serial) + (is1904 ? 1462 : 0)
  if (days < 1 || days > 2_958_465) return null
  const base = Date.UTC(1899, 11, days < 60 ? 31 : 30)
  return new Date(base + days * 86_400_000).toISOString().slice(0, 10)
}
