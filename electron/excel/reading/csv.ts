// A list as text: semicolons, commas or tabs, UTF-8 or Windows-1252, whatever its name ends with.
import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import type { CellValue, SheetRow } from '../../../shared/core/sheet'
import { Refused } from './refusals'

/** The rows of a text file. @throws Refused `not-a-workbook` for text without columns, `damaged` for quotes that never end */
export function rowsOfText(bytes: Buffer, file: string): SheetRow[] {
  const text = decode(bytes)
    .replace(/^\ufeff/, '')
    .replace(/^sep=.\r?\n/i, '')
  const delimiter = delimiterOf(text)
  if (delimiter === null) throw new Refused('not-a-workbook', { file, what: 'text' })
  let rows: string[][]
  try {
    rows = parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, bom: true })
  } catch {
    throw new Refused('damaged', { file })
  }
  return rows.flatMap((values, index): SheetRow[] => {
    const cells = new Map<number, CellValue>()
    values.forEach((value, column) => {
      // An export of ours protects text that begins like a formula with an apostrophe.
      if (value.trim() !== '') cells.set(column, { kind: 'text', text: value.replace(/^'(?=[=+\-@])/, '') })
    })
    return cells.size === 0 ? [] : [{ row: index + 1, isHidden: false, cells }]
  })
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf16be')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(bytes, 'windows-1252')
  }
}

/** The sign that stands most often and in most of the first lines, or `null` for text without columns. */
function delimiterOf(text: string): string | null {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  const counts = [';', '\t', ',', '|'].map((sign) => ({
    sign,
    lines: lines.filter((line) => line.includes(sign)).length,
    all: lines.join('').split(sign).length - 1,
  }))
  const best = counts.sort((a, b) => b.lines - a.lines || b.all - a.all)[0]
  return best === undefined || best.lines < Math.max(2, lines.length / 2) ? null : best.sign
}
