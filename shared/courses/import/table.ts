// The rows under a header: which of them are people, and what each says.
import type { Finding } from '../../core/finding'
import { slashOrderOf } from './dates'
import type { FoundHeader } from './headerRow'
import { cellText, columnLetters, type SheetRow } from '../../core/sheet'
import type { ReadRow } from './reading'
import { readValue, type ReadContext } from './row'
import type { SeenPeople } from './seenPeople'
import { placed } from './value'

export interface TableColumn {
  index: number
  header: string
  field: string | null
}
/** Values that hold for every row of a sheet: the course that stands above the table. */
export type SheetValues = Record<string, string>
const FOOTER =
  /^(summe|gesamt|insgesamt|anzahl|unterschrift|stand|legende|hinweis|erstellt|seite|datum|gez\.?|i\. ?a\.?|ort, datum|zusammen|total|teilnehmer gesamt|tn gesamt|\*)\b/i

/** Reads rows one after another. `null`: the row is no person (a separator, totals, a signature, the header again). */
export class TableReader {
  private readonly sheet: string
  private readonly columns: readonly TableColumn[]
  private readonly contexts: ReadonlyMap<number, ReadContext>
  private readonly fixed: SheetValues
  private readonly seen: SeenPeople

  /** `first`: rows under the header to learn from (day or month first). `seen`: the people of all sheets of the file. */
  constructor(
    sheet: string,
    columns: readonly TableColumn[],
    first: readonly SheetRow[],
    context: Omit<ReadContext, 'order'>,
    fixed: SheetValues,
    seen: SeenPeople,
  ) {
    this.seen = seen
    this.sheet = sheet
    this.columns = columns.filter(({ field }) => field !== null)
    this.fixed = fixed
    this.contexts = new Map(
      columns.map(({ index }) => [index, { ...context, order: slashOrderOf(first.map(({ cells }) => cellText(cells.get(index)))) }]),
    )
  }

  read(row: SheetRow): ReadRow | null {
    if (row.cells.size === 0 || this.isHeaderAgain(row) || this.isFooter(row)) return null
    const values: ReadRow['values'] = { ...this.fixed }
    const findings: Finding[] = []
    for (const { index, field } of this.columns) {
      if (field === null) continue
      const cell = `${columnLetters(index)}${row.row}`
      const read = readValue(field, row.cells.get(index), this.contexts.get(index)!)
      Object.assign(values, read.values)
      for (const problem of read.problems) {
        findings.push(placed(problem, { sheet: this.sheet, row: row.row, cell, field: field === 'fullName' ? 'firstName' : field }))
      }
    }
    const hasPerson = ['lastName', 'firstName', 'birthDate'].some((field) => values[field] !== undefined && values[field] !== '')
    if (!hasPerson && findings.length === 0) return null
    if (!hasPerson && findings.every(({ code, place }) => place.field !== 'birthDate' || code === 'date-unknown')) return null
    this.judgeName(row, values, findings)
    return { sheet: this.sheet, row: row.row, values, findings }
  }

  private judgeName(row: SheetRow, values: ReadRow['values'], findings: Finding[]): void {
    const nameColumn = this.columns.find(({ field }) => field === 'lastName' || field === 'fullName')
    const cell = `${columnLetters(nameColumn?.index ?? 0)}${row.row}`
    const place = { sheet: this.sheet, row: row.row, cell, field: 'lastName' }
    if (values.lastName === undefined || values.lastName === '') {
      findings.push({
        code: 'required-missing',
        severity: 'error',
        place,
        repair: null,
        params: {},
        sentence: 'Der Familienname fehlt. Tragen Sie ihn ein; ohne ihn kann die Person nicht übernommen werden.',
      })
      return
    }
    const twice = this.seen.add(values, place)
    if (twice !== null) findings.push(twice)
  }

  private isHeaderAgain(row: SheetRow): boolean {
    const same = this.columns.filter(({ index, header }) => header !== '' && cellText(row.cells.get(index)) === header).length
    return same >= 2 && same >= this.columns.length / 2
  }

  /** A line of totals, a signature, a subtitle: known first words, or one filled cell in a table of several columns. */
  private isFooter(row: SheetRow): boolean {
    const [first] = row.cells.values()
    if (FOOTER.test(cellText(first)) && row.cells.size <= Math.max(3, this.columns.length / 2)) return !this.isSomebody(row)
    return row.cells.size === 1 && this.columns.length >= 3
  }

  /** Both names in letters and a birthday: people are called Stand and Gesamt too. */
  private isSomebody(row: SheetRow): boolean {
    const read = (name: string) => {
      const column = this.columns.find(({ field }) => field === name)
      return column === undefined ? undefined : readValue(name, row.cells.get(column.index), this.contexts.get(column.index)!).values[name]
    }
    return ['lastName', 'firstName', 'birthDate'].every((name) => read(name) !== undefined)
  }
}

/** The course number that stands above a table ("Kurs: IK-03/2026, Beginn 12.01.2026"), if the table has no column for it. */
export function valuesAbove(rows: readonly SheetRow[], header: FoundHeader): SheetValues {
  if (header.columns.some(({ field }) => field === 'courseNumber')) return {}
  for (const row of rows) {
    if (row.row >= header.row) break
    const line = [...row.cells.values()].map(cellText).join(' ')
    const [, number] = line.match(/\bkurs(?:[- ]?n(?:umme)?r\.?|kennung)?\s*[:.]?\s+([A-ZÄÖÜ]{2,}[- ]?\d+(?:[/-]\d+)?)/i) ?? []
    if (number !== undefined) return { courseNumber: number }
  }
  return {}
}
