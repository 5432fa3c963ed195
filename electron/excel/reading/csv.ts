// A list as text: semicolons, commas or tabs, UTF-8 or Windows-1252, whatever its name ends with.
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import iconv from 'iconv-lite'
import type { CellValue, SheetRow } from '../../../shared/core/sheet'
import { Refused } from './refusals'

const PIECE = 2 ** 16
/** So many bytes show which sign parts the columns. */
const HEAD = 2 ** 16
/** Signs of a row: a quote that never ends would take the rest of the file for one. */
const LONGEST_ROW = 2 ** 20

/** The rows of a text file, one after another. @throws Refused `not-a-workbook` for text without columns, `damaged` for quotes that never end */
export async function* rowsOfText(bytes: Buffer, file: string): AsyncGenerator<SheetRow> {
  const encoding = encodingOf(bytes)
  const head = iconv.decode(bytes.subarray(0, HEAD), encoding)
  const delimiter = delimiterOf(head)
  if (delimiter === null) throw new Refused('not-a-workbook', { file, what: 'text' })
  const parser = parse({ delimiter, relax_column_count: true, relax_quotes: true, max_record_size: LONGEST_ROW })
  const source = Readable.from(piecesOf(bytes, encoding), { objectMode: false })
  source.pipe(parser)
  let row = 0
  try {
    for await (const values of parser as AsyncIterable<string[]>) {
      row += 1
      const cells = cellsOf(values)
      if (cells.size > 0) yield { row, isHidden: false, cells }
    }
  } catch (error) {
    // The caller's own errors pass through here too.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) throw new Refused('damaged', { file })
    throw error
  } finally {
    source.destroy()
    parser.destroy()
  }
}

function cellsOf(values: readonly string[]): Map<number, CellValue> {
  const cells = new Map<number, CellValue>()
  values.forEach((value, column) => {
    // An export of ours protects text that begins like a formula with an apostrophe.
    if (value.trim() !== '') cells.set(column, { kind: 'text', text: value.replace(/^'(?=[=+\-@])/, '') })
  })
  return cells
}

function encodingOf(bytes: Buffer): 'utf8' | 'utf16le' | 'utf16be' | 'windows-1252' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf16be'
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += PIECE) decoder.decode(bytes.subarray(at, at + PIECE), { stream: true })
    decoder.decode()
    return 'utf8'
  } catch {
    return 'windows-1252'
  }
}

/** The text in pieces, without the line in which Excel says its separator. */
function* piecesOf(bytes: Buffer, encoding: string): Generator<string> {
  const decoder = iconv.getDecoder(encoding)
  for (let at = 0; at < bytes.length; at += PIECE) {
    const text = decoder.write(bytes.subarray(at, at + PIECE))
    if (text !== '') yield at === 0 ? text.replace(SEPARATOR_LINE, '') : text
  }
  const rest = decoder.end()
  if (rest !== undefined && rest !== '') yield rest
}

const SEPARATOR_LINE = /^\ufeff?(?:sep=.\r?\n)?/i

/** The sign that stands most often and in most of the first lines, or `null` for text without columns. */
function delimiterOf(text: string): string | null {
  const lines = text
    .replace(SEPARATOR_LINE, '')
    .split(/\r\n|\n|\r/)
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
