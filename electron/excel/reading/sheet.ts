// A sheet's rows, one after another, so that 200,000 of them never lie in memory together.
import { type CellValue, dayOfSerial, type Merge, type SheetRow } from '../../../shared/core/sheet'
import type { Archive } from './archive'
import { unescaped, type Workbook } from './parts'
import { Refused } from './refusals'
import { parsePart } from './xml'

/** Rows of a sheet: ECMA-376 part 1, 18.3.1.73. */
const MOST_ROWS = 1_048_576
/** Columns A to XFD. */
const MOST_COLUMNS = 16_384
/** Signs of a cell in Excel; what another program wrote behind them is cut off. */
const LONGEST_CELL = 32_767
const NUMBER = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i

/**
 * The rows of a sheet with at least one cell. A cell without a reference stands right of the one before, a row without a number
 * under it. @throws Refused
 */
export async function* rowsOf(archive: Archive, part: string, workbook: Workbook, file: string): AsyncGenerator<SheetRow> {
  const done: SheetRow[] = []
  let row = 0
  let isHidden = false
  let cells = new Map<number, CellValue>()
  let column = -1
  let type = ''
  let style = 0
  let stored = ''
  let inline = ''
  let within: 'v' | 't' | 'f' | null = null
  let isPhonetic = false
  let formula: string | null = null
  let rows = 0
  const events = {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      if (name === 'row') {
        rows += 1
        if (rows > MOST_ROWS) throw new Refused('too-large', { file })
        row = rowNumber(attributes.r) ?? row + 1
        isHidden = attributes.hidden === '1' || attributes.hidden === 'true'
        cells = new Map()
        column = -1
      } else if (name === 'c') {
        column = columnOf(attributes.r) ?? column + 1
        if (column >= MOST_COLUMNS) throw new Refused('damaged', { file })
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        stored = ''
        inline = ''
        formula = null
      } else if (name === 'v') within = 'v'
      else if (name === 't') within = 't'
      else if (name === 'f') {
        within = 'f'
        formula = ''
      } else if (name === 'rPh') isPhonetic = true
    },
    close: (name: string) => {
      if (name === 'v' || name === 't' || name === 'f') within = null
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'c') {
        const value = valueOf(type, stored, inline, workbook, style)
        // An index that leads nowhere: the texts are lost, and nobody would see which.
        if (value === undefined) throw new Refused('damaged', { file })
        // A formula that can give an empty text has that value; another without any was never computed.
        if (value !== null) cells.set(column, value)
        else if (formula !== null && type === 'n' && !formula.includes('""')) cells.set(column, { kind: 'uncomputed' })
      } else if (name === 'row' && cells.size > 0) done.push({ row, isHidden, cells })
    },
    text: (piece: string) => {
      if (within === 'v') stored += piece
      else if (within === 'f') formula += piece
      else if (within === 't' && !isPhonetic) inline += piece
    },
  }
  const pieces = parsePart(archive, part, file, events)
  for (let piece = await pieces.next(); piece.done !== true; piece = await pieces.next()) {
    yield* done
    done.length = 0
  }
  yield* done
}

/** Lists in which people merge cells have a few thousand rows; looking through a longer sheet twice would only take its time. */
const LARGEST_WITH_MERGES = 16 * 2 ** 20

/** Cells that are merged downwards: the first one's value is meant for all of them. They stand behind the rows, so they are asked for before. */
export async function mergesOf(archive: Archive, part: string, file: string): Promise<Merge[]> {
  const merges: Merge[] = []
  if (archive.size(part) > LARGEST_WITH_MERGES) return merges
  const open = (name: string, attributes: Readonly<Record<string, string>>) => {
    if (name !== 'mergeCell') return
    const [, from, first, to, last] = attributes.ref?.match(/^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/) ?? []
    const column = columnOf(from)
    if (column !== undefined && from === to && Number(last) > Number(first))
      merges.push({ column, first: Number(first), last: Number(last) })
  }
  const pieces = parsePart(archive, part, file, { open, close: () => undefined, text: () => undefined })
  while ((await pieces.next()).done !== true) continue
  return merges
}

/** `null`: an empty cell; `undefined`: a shared text that is not there. */
function valueOf(
  type: string,
  stored: string,
  inline: string,
  { strings, dateStyles, percentStyles, is1904 }: Workbook,
  style: number,
): CellValue | null | undefined {
  switch (type) {
    case 's': {
      if (stored.trim() === '') return null
      const text = strings.at(Number(stored))
      return text === undefined ? undefined : textOrNothing(text)
    }
    case 'inlineStr':
      return textOrNothing(unescaped(inline))
    case 'str':
      return textOrNothing(unescaped(stored))
    case 'b':
      return stored === '' ? null : { kind: 'flag', flag: stored === '1' || stored === 'true' }
    case 'e':
      return { kind: 'error', sign: GERMAN_SIGNS[stored] ?? stored }
    case 'd':
      return stored === '' ? null : { kind: 'date', day: stored.slice(0, 10) }
    default: {
      if (stored.trim() === '') return null
      const number = Number(stored)
      // None that a workbook can hold (0x10, 1e999): taken as what is written there.
      if (!NUMBER.test(stored) || !Number.isFinite(number)) return textOrNothing(stored)
      // 0.62 that is shown as 62 %: people read 62. Halves of a per mille are the computer's.
      if (percentStyles.has(style)) return { kind: 'number', number: Math.round(number * 1e6) / 1e4 }
      const day = dateStyles.has(style) ? dayOfSerial(number, is1904) : null
      return day === null ? { kind: 'number', number } : { kind: 'date', day }
    }
  }
}

/** Error signs as German Excel shows them; files keep the English ones. */
const GERMAN_SIGNS: Record<string, string> = {
  '#N/A': '#NV',
  '#REF!': '#BEZUG!',
  '#VALUE!': '#WERT!',
  '#DIV/0!': '#DIV/0!',
  '#NAME?': '#NAME?',
  '#NUM!': '#ZAHL!',
  '#NULL!': '#NULL!',
}

function textOrNothing(text: string): CellValue | null {
  return text.trim() === '' ? null : { kind: 'text', text: text.length > LONGEST_CELL ? text.slice(0, LONGEST_CELL) : text }
}

function rowNumber(reference: string | undefined): number | undefined {
  const number = Number(reference)
  return Number.isInteger(number) && number > 0 && number <= MOST_ROWS ? number : undefined
}

function columnOf(reference: string | undefined): number | undefined {
  const [letters] = reference?.toUpperCase().match(/^[A-Z]{1,3}/) ?? []
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
