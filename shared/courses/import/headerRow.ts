// Where the table begins: the row with the most headers, also under titles, and with a row of groups above it.
import { fieldInGroup, fieldOfHeader } from './headers'
import { cellText, type CellValue, columnLetters, type SheetRow } from '../../core/sheet'

const NAMES = new Set(['lastName', 'firstName', 'fullName'])
/** A header alone among sentences is chance. */
const LEAST_FIELDS = 2
/** No list has more; looking for words in 16,384 columns of each row would take a minute. */
const MOST_COLUMNS = 256

/** A group of columns that speak of somebody else. */
const OTHER_PERSON =
  /kind(?:er)?\b|mutter\b|vater\b|eltern\b|ehe(?:frau|mann|partner)|partner|notfall|ansprech|kontaktperson|betreuer|lehrkraft|kursleit/i

export interface FoundHeader {
  /** The row with the headers (the lower one of two). */
  row: number
  columns: { index: number; column: string; header: string; field: string | null }[]
  /** Headers that name a field which another column holds already. */
  twice: string[]
}

/** The header among the first rows of a sheet, or `null` if none of them names people. */
export function findHeader(rows: readonly SheetRow[]): FoundHeader | null {
  let best: { found: FoundHeader; fields: number } | null = null
  for (const [at, row] of rows.entries()) {
    if (row.cells.size === 0) continue
    const found = headerIn(row, rows[at - 1])
    const fields = found.columns.flatMap(({ field }) => field ?? [])
    if (!fields.some((field) => NAMES.has(field)) || fields.length < LEAST_FIELDS) continue
    // A second table below may have more columns; its own header is found when it is reached.
    if (fields.includes('birthDate') || (fields.includes('lastName') && fields.includes('firstName'))) {
      const lower = rows[at + 1]
      return (lower === undefined ? null : lowerHeader(lower, row, fields.length)) ?? found
    }
    if (best === null || fields.length > best.fields) best = { found, fields: fields.length }
  }
  return best?.found ?? null
}

/** The second row of a header that has two, where most columns are named in the first one: "Kurs" over "Nr." and "Beginn". `null`: a person. */
function lowerHeader(row: SheetRow, above: SheetRow, least: number): FoundHeader | null {
  const found = headerIn(row, above)
  const named = found.columns.filter(({ field }) => field !== null)
  const own = named.filter(({ index }) => row.cells.has(index))
  return named.length >= least && own.length > 0 && own.length * 2 >= row.cells.size ? found : null
}

function headerIn(row: SheetRow, above: SheetRow | undefined): FoundHeader {
  const groups = groupsAbove(row, above)
  const taken = new Set<string>()
  const twice: string[] = []
  const last = Math.min(MOST_COLUMNS - 1, Math.max(...row.cells.keys()))
  const columns: FoundHeader['columns'] = []
  for (let index = 0; index <= last; index++) {
    const cell = row.cells.get(index)
    const own = isLabel(cell) ? cellText(cell) : ''
    const group = groups.get(index) ?? ''
    if (own === '' && group === '') continue
    // "Kurs" over "Nr.": the group says whose number it is, so it is asked first where the own header alone says too little.
    const field = OTHER_PERSON.test(group)
      ? null
      : (fieldInGroup(group, own) ?? fieldOfHeader(own) ?? fieldOfHeader(`${group} ${own}`) ?? (own === '' ? fieldOfHeader(group) : null))
    const isTwice = field !== null && taken.has(field)
    if (isTwice) twice.push(own || group)
    if (field !== null) taken.add(field)
    columns.push({ index, column: columnLetters(index), header: own || group, field: isTwice ? null : field })
  }
  return { row: row.row, columns: withValidity(columns), twice }
}

/** "gültig bis" says of what only beside it: of the entitlement, of the residence title, or of a passport that nobody here needs. */
function withValidity(columns: FoundHeader['columns']): FoundHeader['columns'] {
  const isEntitlement = (field: string | null | undefined) => field === 'entitlementDate' || field === 'entitlementBasis'
  const isBare = (header: string) => /^(?:gültig )?bis$/i.test(header)
  return columns.map((column, at) => {
    if (!isBare(column.header) || column.field !== 'entitlementUntil') return column
    const before = columns[at - 1]?.field
    if (before === 'residenceTitle') return { ...column, field: 'titleUntil' }
    return isEntitlement(before) || columns.some(({ field }) => isEntitlement(field)) ? column : { ...column, field: null }
  })
}

/** The label of the row above for each column; a merged one reaches to the next label. Only where it is a row of groups: fewer labels than columns. */
function groupsAbove(row: SheetRow, above: SheetRow | undefined): Map<number, string> {
  const groups = new Map<number, string>()
  if (above === undefined || above.row !== row.row - 1 || above.cells.size < 2) return groups
  const last = Math.min(MOST_COLUMNS - 1, Math.max(...row.cells.keys(), ...above.cells.keys()))
  let present = ''
  for (let index = 0; index <= last; index++) {
    const cell = above.cells.get(index)
    if (cell !== undefined) present = isLabel(cell) ? cellText(cell) : ''
    if (present !== '') groups.set(index, present)
  }
  return groups
}

function isLabel(cell: CellValue | undefined): boolean {
  return cell?.kind === 'text' && cell.text.length <= 80
}
