// Which column holds what: the header says it first, the values under it where it says too little.
import { cellText, type CellValue, columnLetters, type SheetRow } from '../../core/sheet'
import type { FoundHeader } from './headerRow'
import { nameOrderOf } from './names'
import { isNothing } from './value'
import { codeOfWord } from './words'

const SAMPLES = 3

export interface ListColumn {
  index: number
  column: string
  header: string
  field: string | null
  samples: string[]
}

/** True for a field that names a person. */
export function isNameField(field: string | null): boolean {
  return field === 'lastName' || field === 'firstName' || field === 'fullName'
}

/** The columns under a header with their fields. `head`: the first rows of the sheet, from which the values are judged. */
export function columnsOf(header: FoundHeader, head: readonly SheetRow[]): ListColumn[] {
  const below = head.filter(({ row }) => row > header.row)
  const valuesOf = (index: number) => below.flatMap(({ cells }) => cells.get(index) ?? []).filter((cell) => !isNothing(cellText(cell)))
  const fields = new Set(header.columns.map(({ field }) => field))
  const columns = header.columns.map(({ index, column, header: label, field }) => {
    const values = valuesOf(index)
    const judged = fieldByValues(field, values, fields)
    if (judged !== field) fields.add(judged)
    return { index, column, header: label, field: judged, samples: samplesOf(values) }
  })
  return withSplitHeader(columns, valuesOf)
}

function samplesOf(values: readonly CellValue[]): string[] {
  return values.map(cellText).filter(Boolean).slice(0, SAMPLES)
}

/** "Name, Vorname" over two columns, the second without a header of its own: a merged cell. */
function withSplitHeader(columns: ListColumn[], valuesOf: (index: number) => CellValue[]): ListColumn[] {
  const at = columns.findIndex(({ field }) => field === 'fullName')
  const first = columns[at]
  if (first === undefined || columns.some(({ index, field }) => index === first.index + 1 || field === 'firstName')) return columns
  const [own, beside] = [valuesOf(first.index), valuesOf(first.index + 1)]
  if (!mostly(beside, (cell) => cell.kind === 'text' && /^\p{L}[^\d,]*$/u.test(cellText(cell)))) return columns
  if (mostly(own, (cell) => cellText(cell).includes(',')) || beside.length * 2 < own.length) return columns
  const [before, after] = nameOrderOf(first.header)?.first === 'given' ? ['firstName', 'lastName'] : ['lastName', 'firstName']
  const second = { ...first, index: first.index + 1, column: columnLetters(first.index + 1), field: after, samples: samplesOf(beside) }
  return [...columns.slice(0, at), { ...first, field: before }, second, ...columns.slice(at + 1)]
}

/** What some headers mean only their values say. `fields`: those of all columns; none is read from two. */
function fieldByValues(field: string | null, cells: readonly CellValue[], fields: ReadonlySet<string | null>): string | null {
  // How many people, or their numbers.
  if (isNameField(field) && mostly(cells, isNumber)) return null
  // "Name" alone holds both names where no other column has the given name; "Teilnehmer" beside "Vorname" only one.
  if (field === 'lastName' && !fields.has('firstName')) return 'fullName'
  if (field === 'fullName' && fields.has('firstName') && !fields.has('lastName')) return 'lastName'
  // "geb." stands over birthdays as often as over names at birth.
  if (field === 'birthName' && mostly(cells, (cell) => cell.kind === 'date' || /\d{2}/.test(cellText(cell)))) return 'birthDate'
  // "Kurs" may say which kind instead of which number.
  if (field === 'courseNumber' && mostly(cells, (cell) => codeOfWord('courseType', cellText(cell)) !== null)) return 'courseType'
  // "Gruppe" names the learner groups A and B as often as the course.
  if (field === 'courseNumber' && mostly(cells, (cell) => /^\p{L}{1,2}$/u.test(cellText(cell)))) return null
  // "Einstufungstest" stands over its day, its points or the level that came out.
  if (field === 'placementDate' || field === 'placementScore') {
    const meant = testBy(cells)
    if (meant !== null && !fields.has(meant)) return meant
  }
  return field
}

function testBy(cells: readonly CellValue[]): string | null {
  if (mostly(cells, (cell) => cell.kind !== 'date' && /^\d{1,3}(?:[.,]\d+)?(?: ?(?:%|p\.?|pkt\.?|punkte))?$/i.test(cellText(cell))))
    return 'placementScore'
  if (mostly(cells, (cell) => cell.kind === 'date' || /^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(cellText(cell)))) return 'placementDate'
  return mostly(cells, (cell) => codeOfWord('cefr', cellText(cell)) !== null) ? 'cefr' : null
}

function mostly(cells: readonly CellValue[], is: (cell: CellValue) => boolean): boolean {
  return cells.length > 0 && cells.filter(is).length * 2 > cells.length
}

function isNumber(cell: CellValue): boolean {
  return cell.kind === 'number' || /^\d+$/.test(cellText(cell))
}
