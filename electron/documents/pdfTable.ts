import type { Table, TableColumn } from '../../shared/core/document'
import type { FaceName } from './faces'
import type { Line } from './lines'
import type { Element, Pages } from './pages'
import type { Step } from './step'

const SIZE = 9
const PAD = 3
/** Rows between two looks at the clock: a list of 50,000 can be stopped. */
const ROWS_A_STEP = 50

interface Place {
  x: number
  width: number
}

/** Writes a table. Its column heads stand on every page; a row that is longer than a page goes on on the next. */
export function writeTable(pages: Pages, parent: Element, table: Table, step: Step): void {
  const { columns, rows, caption } = table
  const places = placesOf(pages, columns)
  const lineHeight = pages.lineHeight(SIZE)
  const broken = (text: string, index: number, face: FaceName) =>
    pages.breaker.lines([{ text, face }], (places[index]?.width ?? 0) - 2 * PAD, SIZE)
  const heads = columns.map(({ header }, index) => broken(header, index, 'strong'))
  const headHeight = heightOf(heads, lineHeight)

  const element = pages.element(parent, 'Table')
  const captionLines = caption === null ? [] : pages.breaker.lines([{ text: caption, face: 'strong' }], pages.width, SIZE)
  pages.need(captionLines.length * lineHeight + headHeight + 2 * (lineHeight + 2 * PAD))
  if (captionLines.length > 0) {
    pages.write(captionLines, { element: pages.element(element, 'Caption'), tag: 'Caption', size: SIZE })
    pages.y += PAD
  }
  const headRow = pages.element(pages.element(element, 'THead'), 'TR')
  const headCells = columns.map(() => pages.element(headRow, 'TH', { scope: 'Column' }))
  const drawHead = (cells: readonly Element[] | null) => {
    drawCells(pages, { cells, tag: 'TH', lines: heads, places, columns })
    pages.y += headHeight
  }
  const drawRule = () => pages.rule(pages.left, pages.y, pages.width, 1)
  drawHead(headCells)
  headRow.end()
  pages.ornament('Layout', drawRule)
  // For eyes only: a reader aloud has the heads from the first page.
  pages.repeat(() =>
    pages.ornament('Pagination', () => {
      drawHead(null)
      drawRule()
    }),
  )

  const body = pages.element(element, 'TBody')
  rows.forEach((row, number) => {
    if (number % ROWS_A_STEP === 0) step(number, rows.length)
    const element = pages.element(body, 'TR')
    const cells = columns.map((_, index) => (index === 0 ? pages.element(element, 'TH', { scope: 'Row' }) : pages.element(element, 'TD')))
    let lines = columns.map((_, index) => broken(row[index] ?? '', index, 'plain'))
    while (lines.some((one) => one.length > 0)) {
      const whole = heightOf(lines, lineHeight)
      if (whole > pages.room && (whole <= pages.pageRoom - headHeight || pages.room < lineHeight + 2 * PAD)) pages.nextPage()
      const count = Math.max(1, Math.floor((pages.room - 2 * PAD) / lineHeight))
      const now = lines.map((one) => one.slice(0, count))
      drawCells(pages, { cells, tag: null, lines: now, places, columns })
      pages.y += heightOf(now, lineHeight)
      pages.ornament('Layout', () => pages.rule(pages.left, pages.y, pages.width))
      lines = lines.map((one) => one.slice(count))
    }
    element.end()
  })
  pages.repeat(null)
  element.end()
}

function drawCells(
  pages: Pages,
  about: {
    /** `null`: inside an ornament. */
    cells: readonly Element[] | null
    tag: 'TH' | null
    lines: readonly (readonly Line[])[]
    places: readonly Place[]
    columns: readonly TableColumn[]
  },
): void {
  const { cells, tag, lines, places, columns } = about
  lines.forEach((one, index) => {
    const { x, width } = places[index] ?? { x: 0, width: 0 }
    const element = cells?.[index]
    const mark = tag ?? (index === 0 ? 'TH' : 'TD')
    if (element !== undefined) pages.mark(element, mark)
    one.forEach((line, number) =>
      pages.draw(line, {
        x: x + PAD,
        y: pages.y + PAD + number * pages.lineHeight(SIZE),
        width: width - 2 * PAD,
        size: SIZE,
        align: columns[index]?.kind === 'number' ? 'right' : 'left',
        ...(element !== undefined && { element, tag: mark }),
      }),
    )
    if (element !== undefined) pages.unmark()
  })
}

function placesOf(pages: Pages, columns: readonly TableColumn[]): Place[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  let x = pages.left
  return columns.map(({ share }) => {
    const width = (share / all) * pages.width
    x += width
    return { x: x - width, width }
  })
}

function heightOf(cells: readonly (readonly Line[])[], lineHeight: number): number {
  return Math.max(...cells.map(({ length }) => length)) * lineHeight + 2 * PAD
}
