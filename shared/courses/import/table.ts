// The rows under a header: which of them are people, and what each says.
import type { Finding } from '../../core/finding'
import { slashOrderOf } from './dates'
import { findHeader, type FoundHeader } from './headerRow'
import { isKnownHeader } from './headers'
import { nameOrderOf } from './names'
import { isNameField } from './columns'
import { cellText, type CellValue, columnLetters, type Merge, type SheetRow } from '../../core/sheet'
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
  /^(?:davon|männlich|weiblich|unterschrift|stand|legende|hinweis|erstellt|seite|datum|gez\.?|i\. ?a\.?|ort, datum|zusammen|teilnehmer gesamt|tn gesamt|\*)(?![\p{L}\d])/iu
/** What a line of totals begins with, however many numbers it has. */
const SUM =
  /^(?:(?:zwischen|teil|gesamt)?summen?|gesamt(?:zahl)?|insgesamt|anzahl|durchschnitt|mittelwert|übertrag|ø|(?:sub)?total)(?![\p{L}\d])/iu
/** The form of a day instead of one: a row that shows how the list is to be filled in. */
const FORM_OF_DAY = /^\(?(?:TT|DD)[./-]?MM/i
/** Fields of a course: one cell may hold them for all its people. What is a person's own is never taken from another row. */
const SHARED = new Set(['courseNumber', 'courseType', 'courseStart', 'courseEnd', 'slot'])
/** A label, not a name: "Lehrkraft:". */
const LABEL = /:$/

/** Reads rows one after another. `null`: the row is no person (a separator, totals, a signature, the header again). */
export class TableReader {
  private readonly sheet: string
  private readonly columns: readonly TableColumn[]
  private readonly nameColumns: readonly TableColumn[]
  private readonly birthdayColumn: TableColumn | undefined
  private readonly contexts: ReadonlyMap<number, ReadContext>
  private fixed: SheetValues
  private readonly seen: SeenPeople
  /** Merged cells by their first row. */
  private readonly merges = new Map<number, readonly Merge[]>()
  /** The value of each merged column, until another one comes. */
  private readonly shared = new Map<number, { until: number; cell: CellValue }>()

  /** `first`: rows under the header to learn from (day or month first). `seen`: the people of all sheets of the file. */
  constructor(
    sheet: string,
    columns: readonly TableColumn[],
    first: readonly SheetRow[],
    context: Omit<ReadContext, 'order' | 'nameOrder'>,
    fixed: SheetValues,
    merges: readonly Merge[],
    seen: SeenPeople,
  ) {
    const shared = new Set(columns.filter(({ field }) => field !== null && SHARED.has(field)).map(({ index }) => index))
    for (const merge of merges) if (shared.has(merge.column)) this.merges.set(merge.first, [...(this.merges.get(merge.first) ?? []), merge])
    this.seen = seen
    this.sheet = sheet
    this.columns = columns.filter(({ field }) => field !== null)
    this.nameColumns = this.columns.filter(({ field }) => isNameField(field))
    this.birthdayColumn = this.columns.find(({ field }) => field === 'birthDate')
    this.fixed = fixed
    this.contexts = new Map(
      columns.map(({ index, header }) => [
        index,
        {
          ...context,
          order: slashOrderOf(
            header,
            first.map(({ cells }) => cellText(cells.get(index))),
          ),
          nameOrder: nameOrderOf(header),
        },
      ]),
    )
  }

  read(row: SheetRow): ReadRow | null {
    const read = this.personIn(row)
    if (read === null) this.takeCourse(row)
    return read
  }

  /** Values that hold for the rows to come. */
  get valuesForAll(): SheetValues {
    return this.fixed
  }

  /** The header of another table below this one: columns in other places. `null`: the row is none. */
  headerIn(row: SheetRow): FoundHeader | null {
    const isName = this.nameColumns.some(({ index }) => isKnownHeader(cellText(row.cells.get(index))))
    return isName && !this.isHeaderAgain(row) && !this.hasDay(row) ? findHeader([row]) : null
  }

  private personIn(given: SheetRow): ReadRow | null {
    const bare = withoutApostrophes(given)
    const row = this.withShared(bare)
    if (bare.cells.size === 0 || this.isHeaderAgain(bare) || this.isFooter(bare) || this.isForm(bare)) return null
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
    if (values.birthDate === undefined && this.isLabelled(row)) return null
    this.judgeName(row, values, findings)
    this.judgeGaps(row, values, findings)
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

  /** A list that has the column, and nothing in it: who is meant is harder to find again. */
  private judgeGaps(row: SheetRow, values: ReadRow['values'], findings: Finding[]): void {
    if (values.lastName === undefined || values.lastName === '') return
    for (const { index, field } of this.columns) {
      if ((field !== 'firstName' && field !== 'birthDate') || row.cells.has(index)) continue
      findings.push({
        code: 'required-missing',
        severity: 'warning',
        place: { sheet: this.sheet, row: row.row, cell: `${columnLetters(index)}${row.row}`, field },
        repair: null,
        params: {},
        sentence: GAP_SENTENCES[field],
      })
    }
  }

  /** Columns counted through under the header, or the form of a day where days will stand. */
  private isForm(row: SheetRow): boolean {
    if (this.birthdayColumn !== undefined && FORM_OF_DAY.test(cellText(row.cells.get(this.birthdayColumn.index)))) return true
    const names = this.nameColumns.flatMap(({ index }) => row.cells.get(index) ?? [])
    return names.length > 0 && names.every(isCount) && !this.hasDay(row)
  }

  /** A label with a number or a name beside it ("davon neu", 5; "Lehrkraft:", "Frau Schmidt"). Asked where no birthday stands. */
  private isLabelled(row: SheetRow): boolean {
    const names = this.nameColumns.flatMap(({ index }) => row.cells.get(index) ?? [])
    const isLine = row.cells.size <= 3
    return names.some((cell) => isCount(cell) || LABEL.test(cellText(cell)) || (isLine && /\d/.test(cellText(cell))))
  }

  private hasDay(row: SheetRow): boolean {
    if (this.birthdayColumn === undefined) return false
    const { index } = this.birthdayColumn
    return readValue('birthDate', row.cells.get(index), this.contexts.get(index)!).values.birthDate !== undefined
  }

  /** The row with what merged cells above it say for it too. */
  private withShared(row: SheetRow): SheetRow {
    for (const { column, last } of this.merges.get(row.row) ?? []) {
      const cell = row.cells.get(column)
      if (cell !== undefined) this.shared.set(column, { until: last, cell })
    }
    if (this.shared.size === 0) return row
    const cells = new Map(row.cells)
    for (const [column, { until, cell }] of this.shared) if (row.row <= until && !cells.has(column)) cells.set(column, cell)
    return { ...row, cells }
  }

  /** "Kurs IK-02/2026" between the people of two courses holds for those below. */
  private takeCourse(row: SheetRow): void {
    if (this.columns.some(({ field }) => field === 'courseNumber')) return
    const courseNumber = courseIn(row)
    if (courseNumber !== null) this.fixed = { ...this.fixed, courseNumber }
  }

  private isHeaderAgain(row: SheetRow): boolean {
    const same = this.columns.filter(({ index, header }) => header !== '' && cellText(row.cells.get(index)) === header).length
    return same >= 2 && same >= this.columns.length / 2
  }

  /** A line of totals, a signature, a subtitle: known first words, or one filled cell in a table of several columns. */
  private isFooter(row: SheetRow): boolean {
    const [first] = row.cells.values()
    const isLine = FOOTER.test(cellText(first)) && row.cells.size <= Math.max(3, this.columns.length / 2)
    const isSum = [first, ...this.nameColumns.map(({ index }) => row.cells.get(index))].some((cell) => SUM.test(cellText(cell)))
    if (isLine || isSum) return !this.isSomebody(row)
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
    const courseNumber = courseIn(row)
    if (courseNumber !== null) return { courseNumber }
  }
  return {}
}

/** A number that a label announces, or one of letters and digits as providers build them. */
const COURSE_NUMBERS = [
  /\bkurs(?:[- ]?n(?:umme)?r\.?|[- ]?kennung|[- ]?id)\s*[:.]?\s*([\p{L}\d]*[- ]?\d[\p{L}\d]*(?:[/.-][\p{L}\d]+)*)/iu,
  /\bkurs\s*:?\s+([A-ZÄÖÜ]{2,}[- ]?\d+(?:[/-]\d+)?)/iu,
  /(?<![\p{L}\d])([A-ZÄÖÜ]{2,6}-?\d{1,4}[/-]\d{2,4})(?![\p{L}\d])/u,
]

function courseIn(row: SheetRow): string | null {
  const line = [...row.cells.values()].map(cellText).join(' ')
  for (const pattern of COURSE_NUMBERS) {
    const found = line.match(pattern)
    if (found !== null) return found[1]!
  }
  return null
}

const GAP_SENTENCES = {
  firstName: 'Der Vorname fehlt. Ergänzen Sie ihn, oder lassen Sie es so, wenn die Person nur einen Namen hat.',
  birthDate: 'Das Geburtsdatum fehlt. Ergänzen Sie es, wenn es bekannt ist; ohne es ist die Person schwer wiederzufinden.',
} as const

function isCount(cell: CellValue): boolean {
  return cell.kind === 'number' || /^\(?\d+\)?$/.test(cellText(cell))
}

/** A program that protects texts writes an apostrophe before each of them; before one alone it belongs to the text ('t Hooft). */
function withoutApostrophes(row: SheetRow): SheetRow {
  let texts = 0
  for (const cell of row.cells.values()) {
    if (cell.kind !== 'text') continue
    if (!cell.text.startsWith("'")) return row
    texts += 1
  }
  if (texts < 2) return row
  const cells = [...row.cells].map(([index, cell]): [number, CellValue] => [
    index,
    cell.kind === 'text' ? { kind: 'text', text: cell.text.slice(1) } : cell,
  ])
  return { ...row, cells: new Map(cells) }
}
