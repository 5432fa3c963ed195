import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { t } from '../../shared/i18n/text'
import { useFrozen, widestIn } from './columnWidths'
import { asCellColumn, type CellColumn, type Column } from './columns'
import { copyRows, textOf } from './copyRows'
import type { Spot } from './Floating'
import { type Cell, useGridKeys } from './gridKeys'
import { useHeadFocus } from './headFocus'
import { EmptyState } from './Loaded'
import { allSelected, isSelected, nothingSelected, selectedCount, type Selection } from './selection'
import { type Arranging, Head, pressHead } from './TableHead'
import { groupLines, plainLines, type ShownGroup } from './tableLines'
import { focusCell, frozenAt, Gap, GroupRow, TableRow } from './TableRows'
import { useMarking } from './useMarking'
import styles from './RecordTable.module.css'

export interface RecordTableProps<Row extends object> {
  label: string
  columns: readonly Column<Row>[]
  /** The loaded rows, in the order of the query. */
  rows: readonly Row[]
  /** Rows in all; more than `rows` if only a window is loaded. Rows of folded groups do not count. */
  total?: number
  /** Position of `rows[0]` in all. */
  offset?: number
  /** Asks for another window when the user scrolls out of this one. */
  onWindow?: (offset: number, limit: number) => void
  /** Changes when other rows are meant: the table begins at its top again. */
  wish?: string
  /** Default: the row's `id`. */
  rowId?: (row: Row) => string
  /** The row that the side panel shows. */
  current?: string | null
  onCurrent?: (id: string) => void
  /** Enter or double click: open the panel and put the focus into it. */
  onOpen?: (id: string) => void
  selection?: Selection
  onSelect?: (selection: Selection) => void
  /** Ids of the rows from one position to another, both included, of which not all are loaded. */
  idsBetween?: (from: number, to: number) => Promise<readonly string[]>
  arranging?: Arranging
  /** Rows in groups, in the order of the rows. */
  groups?: readonly ShownGroup[]
  groupText?: (group: ShownGroup) => string
  onFold?: (group: ShownGroup) => void
  /** The control under a column's head. */
  filterCell?: (column: CellColumn<Row>) => ReactNode
  /** The context menu of a row's cell, or of a head: without a row. */
  onMenu?: (column: CellColumn<Row> | null, row: Row | null, at: Spot) => void
  /** Height of a row in pixels, where its cells need more than one line. */
  rowHeight?: number
  /** What stands under the head when there is no row: `EmptyState` or a sentence. */
  empty?: ReactNode
}

const WINDOW = 300
const ROW_HEIGHT = 27
/** In rem: what a column without a width of its own has at least. */
const LEAST_WIDTH = 7

/** A list of records: one tab stop, arrows from cell to cell, rows drawn as they come into sight. */
export function RecordTable<Row extends object>(props: RecordTableProps<Row>) {
  const { label, rows, offset = 0, onWindow, current = null, onCurrent, onOpen, arranging, groups, filterCell, wish, empty } = props
  const { rowHeight = ROW_HEIGHT, selection = nothingSelected, onSelect } = props
  const total = props.total ?? rows.length
  const rowId = props.rowId ?? idOf
  const columns = useMemo(() => props.columns.map((column) => asCellColumn(column)), [props.columns])
  const lines = useMemo(() => (groups === undefined || groups.length === 0 ? plainLines(total) : groupLines(groups)), [groups, total])
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState({ row: lines.count > 0 ? 0 : -1, column: onSelect === undefined ? 0 : 1 })
  const virtual = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The row that holds the tab stop is always drawn: scrolled away and taken out, it would drop the focus.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.max(0, Math.min(at.row, lines.count - 1))])].sort((one, other) => one - other),
  })
  const shown = virtual.getVirtualItems()
  const first = virtual.range?.startIndex ?? 0
  const last = virtual.range?.endIndex ?? 0
  useAsking(onWindow, total === 0, { first: lines.rowFrom(first), last: lines.rowFrom(last + 1) - 1, offset, loaded: rows.length })
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
    setAt(({ row, column }) => ({ row: Math.min(row, 0), column }))
  }, [wish])

  const lineAt = (line: number) => (line < 0 || line >= lines.count ? undefined : lines.at(line))
  const rowAt = (line: number) => {
    const found = lineAt(line)
    return found?.kind === 'row' ? rows[found.index - offset] : undefined
  }
  const idAt = (line: number) => {
    const row = rowAt(line)
    return row === undefined ? undefined : rowId(row)
  }
  const groupAt = (line: number) => {
    const found = lineAt(line)
    return found?.kind === 'group' ? found.group : undefined
  }
  const hasBoxes = onSelect !== undefined
  const boxes = hasBoxes ? 1 : 0
  const marking = useMarking({ at: at.row, selection, onSelect, idAt, rowFrom: lines.rowFrom, idsBetween: props.idsBetween })
  const columnAt = (column: number) => columns[column - boxes] ?? null
  const keys = useGridKeys({
    at,
    setAt,
    scroller,
    rowCount: lines.count,
    columnCount: columns.length + boxes,
    pageRows: Math.max(1, last - first - 1),
    scrollTo: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
    idAt,
    isWide: (line) => groupAt(line) !== undefined,
    onFold: (line, isFolded) => {
      const group = groupAt(line)
      if (group !== undefined && group.isFolded !== isFolded) props.onFold?.(group)
    },
    isFollowing: current !== null,
    onCurrent,
    onOpen,
    marking,
    nameAt: (line) => {
      const row = rowAt(line)
      const column = columns.find(({ key }) => key === (arranging?.sorts[0]?.column ?? 'name')) ?? columns[0]
      return row === undefined || column === undefined ? undefined : textOf(column.cell(row))
    },
    onHeadKey: (column, event) => {
      const head = columnAt(column)
      return head !== null && arranging !== undefined && pressHead(event, head, column - boxes, arranging)
    },
    onMenu:
      props.onMenu === undefined
        ? undefined
        : ({ row, column }: Cell, spot: Spot) => {
            if (row < 0 || rowAt(row) !== undefined) props.onMenu?.(columnAt(column), rowAt(row) ?? null, spot)
          },
  })

  const headFocus = useHeadFocus(scroller, columns, boxes, setAt)

  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0)
  const width = columns.reduce((sum, column) => sum + (column.width ?? LEAST_WIDTH), boxes * 2.5)
  // Every column has its width: then the table is as wide as they are, so that a column follows the mouse.
  const isFixed = columns.every((column) => column.width !== undefined)
  const lefts = useFrozen(scroller, arranging?.frozen ? arranging.frozen + boxes : 0, columns)
  const fit = (column: number) => widestIn(scroller.current, column)
  const headLines = filterCell === undefined ? 1 : 2
  return (
    <div ref={scroller} className={styles.scroller} role="region" aria-label={t('{label}, Tabelle', { label })}>
      <table
        className={styles.table}
        style={isFixed && arranging ? { inlineSize: `${width}rem` } : { minInlineSize: `${width}rem` }}
        role="grid"
        aria-label={label}
        aria-rowcount={lines.count + headLines}
        aria-colcount={columns.length + boxes}
        aria-multiselectable={hasBoxes || undefined}
        aria-readonly="true"
        {...keys.grid}
        // With Shift a click marks rows, not text.
        onMouseDown={(event) => event.shiftKey && hasBoxes && event.preventDefault()}
        onDoubleClick={(event) => {
          const line = (event.target as Element).closest<HTMLElement>('tr[data-index]')?.dataset['index']
          const id = line === undefined ? undefined : idAt(Number(line))
          if (id !== undefined) onOpen?.(id)
        }}
        onCopy={(event) =>
          copyRows(event, columns, rows, selectedCount(selection, total), (row) => isSelected(selection, rowId(row)), current, rowId)
        }
      >
        <colgroup>
          {hasBoxes && <col className={styles.markColumn} />}
          {columns.map(({ key, width: own }) => (
            <col key={key} style={own === undefined ? undefined : { inlineSize: `${own}rem` }} />
          ))}
        </colgroup>
        <thead {...headFocus}>
          <tr aria-rowindex={1}>
            {hasBoxes && (
              <th scope="col" {...keys.cell(-1, 0)} {...frozenAt(lefts[0])}>
                <input
                  type="checkbox"
                  tabIndex={-1}
                  aria-label={t('Alle Zeilen markieren')}
                  checked={total > 0 && selectedCount(selection, total) === total}
                  onChange={(event) => onSelect(event.target.checked ? allSelected : nothingSelected)}
                  onFocus={focusCell}
                />
              </th>
            )}
            {columns.map((column, index) => (
              <Head
                key={column.key}
                column={column}
                index={index}
                arranging={arranging}
                fit={() => fit(index + boxes)}
                cell={keys.cell(-1, index + boxes)}
                left={lefts[index + boxes]}
              />
            ))}
          </tr>
          {filterCell && (
            <tr className={styles.filters} aria-rowindex={2}>
              {hasBoxes && <td aria-colindex={1} {...frozenAt(lefts[0])} />}
              {columns.map((column, index) => (
                <td key={column.key} aria-colindex={index + boxes + 1} {...frozenAt(lefts[index + boxes])}>
                  {filterCell(column)}
                </td>
              ))}
            </tr>
          )}
        </thead>
        <tbody>
          {shown.map(({ index, start }, position) => {
            const gap = start - (shown[position - 1]?.end ?? 0)
            const row = rowAt(index)
            const group = groupAt(index)
            const id = row === undefined ? undefined : rowId(row)
            const focused = keys.at.row === index ? keys.at.column : -1
            return (
              <Fragment key={id ?? (group === undefined ? `row-${index}` : `group-${group.value}`)}>
                {gap > 0 && <Gap height={gap} />}
                {group === undefined ? (
                  <TableRow
                    measure={virtual.measureElement}
                    index={index}
                    rowIndex={index + headLines + 1}
                    row={row}
                    columns={columns}
                    isCurrent={id !== undefined && id === current}
                    isMarked={id !== undefined && hasBoxes && isSelected(selection, id)}
                    onMark={marking?.toggle}
                    focused={focused}
                    lefts={lefts}
                  />
                ) : (
                  <GroupRow
                    measure={virtual.measureElement}
                    index={index}
                    rowIndex={index + headLines + 1}
                    group={group}
                    text={props.groupText?.(group) ?? String(group.value)}
                    span={columns.length + boxes}
                    focused={focused}
                  />
                )}
              </Fragment>
            )
          })}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
      {lines.count === 0 && (typeof empty === 'string' ? <EmptyState title={empty} /> : empty)}
    </div>
  )
}

function idOf(row: object): string {
  return String(Reflect.get(row, 'id'))
}

/** Asks for the window around what is in sight, as soon as not all of it is loaded. */
function useAsking(
  onWindow: RecordTableProps<object>['onWindow'],
  isEmpty: boolean,
  { first, last, offset, loaded }: { first: number; last: number; offset: number; loaded: number },
): void {
  const isInside = isEmpty || last < first || (first >= offset && last < offset + loaded)
  const wanted = Math.max(0, Math.floor((first - WINDOW / 3) / 50) * 50)
  const askWindow = useRef(onWindow)
  askWindow.current = onWindow
  useEffect(() => {
    if (!isInside) askWindow.current?.(wanted, WINDOW)
  }, [isInside, wanted])
}
