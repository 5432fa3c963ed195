import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react'
import { t } from '../../shared/i18n/text'
import { asCellColumn, type CellColumn, type Column } from './columns'
import { Icon } from './Icon'
import { EmptyState } from './Loaded'
import { useGridKeys } from './gridKeys'
import styles from './RecordTable.module.css'

export interface RecordTableProps<Row extends object> {
  label: string
  columns: readonly Column<Row>[]
  /** The loaded rows, in the order of the query. */
  rows: readonly Row[]
  /** Rows in all; more than `rows` if only a window is loaded. */
  total?: number
  /** Position of `rows[0]` in all. */
  offset?: number
  /** Asks for another window when the user scrolls out of this one. */
  onWindow?: (offset: number, limit: number) => void
  /** Default: the row's `id`. */
  rowId?: (row: Row) => string
  /** The row that the side panel shows. */
  current?: string | null
  onCurrent?: (id: string) => void
  /** Enter or double click: open the panel and put the focus into it. */
  onOpen?: (id: string) => void
  marked?: readonly string[]
  onMark?: (ids: readonly string[]) => void
  sort?: { key: string; isDescending: boolean }
  onSort?: (key: string) => void
  /** Height of a row in pixels, where its cells need more than one line. */
  rowHeight?: number
  /** What stands under the head when there is no row: `EmptyState` or a sentence. */
  empty?: ReactNode
}

const WINDOW = 300
const ROW_HEIGHT = 27

/** A list of records: one tab stop, arrows from cell to cell, rows drawn as they come into sight. */
export function RecordTable<Row extends object>(props: RecordTableProps<Row>) {
  const {
    label,
    rows,
    offset = 0,
    onWindow,
    current = null,
    onCurrent,
    onOpen,
    marked,
    onMark,
    sort,
    onSort,
    empty,
    rowHeight = ROW_HEIGHT,
  } = props
  const total = props.total ?? rows.length
  const rowId = props.rowId ?? ((row: Row) => String(Reflect.get(row, 'id')))
  const columns = props.columns.map((column) => asCellColumn(column))
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState({ row: total > 0 ? 0 : -1, column: 0 })
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The row that holds the tab stop is always drawn: scrolled away and taken out, it would drop the focus.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.max(0, Math.min(at.row, total - 1))])].sort((one, other) => one - other),
  })
  const shown = virtual.getVirtualItems()
  const first = virtual.range?.startIndex ?? 0
  const last = virtual.range?.endIndex ?? 0

  const isInside = total === 0 || (first >= offset && last < offset + rows.length)
  const wanted = Math.max(0, Math.floor((first - WINDOW / 3) / 50) * 50)
  const askWindow = useRef(onWindow)
  askWindow.current = onWindow
  useEffect(() => {
    if (!isInside) askWindow.current?.(wanted, WINDOW)
  }, [isInside, wanted])

  const rowAt = (index: number) => rows[index - offset]
  const hasMarks = onMark !== undefined
  const mark = (ids: readonly string[]) => onMark?.(ids)
  const keys = useGridKeys({
    at,
    setAt,
    scroller,
    rowCount: total,
    columnCount: columns.length + (hasMarks ? 1 : 0),
    pageRows: Math.max(1, last - first - 1),
    scrollTo: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
    idAt: (index) => {
      const row = rowAt(index)
      return row === undefined ? undefined : rowId(row)
    },
    isFollowing: current !== null,
    onCurrent,
    onOpen,
    marked: marked ?? [],
    onMark,
    allIds: () => rows.map(rowId),
    nameAt: (index) => {
      const row = rowAt(index)
      const column = columns.find(({ key }) => key === (sort?.key ?? 'name')) ?? columns[0]
      return row === undefined || column === undefined ? undefined : textOf(column.cell(row))
    },
  })

  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0)
  const minWidth = columns.reduce((sum, { width }) => sum + (width ?? 8), hasMarks ? 2.5 : 0)
  return (
    <div ref={scroller} className={styles.scroller} role="region" aria-label={t('{label}, Tabelle', { label })}>
      <table
        className={styles.table}
        style={{ minInlineSize: `${minWidth}rem` }}
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + (hasMarks ? 1 : 0)}
        aria-multiselectable={hasMarks || undefined}
        aria-readonly="true"
        {...keys.grid}
        onCopy={(event) =>
          copyRows(
            event,
            columns,
            rows.filter((row) => rowId(row) === current || marked?.includes(rowId(row))),
          )
        }
      >
        <colgroup>
          {hasMarks && <col className={styles.markColumn} />}
          {columns.map(({ key, width }) => (
            <col key={key} style={width === undefined ? undefined : { inlineSize: `${width}rem` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {hasMarks && (
              <th scope="col" {...keys.cell(-1, 0)}>
                <input
                  type="checkbox"
                  tabIndex={-1}
                  aria-label={t('Alle geladenen Zeilen markieren')}
                  checked={rows.length > 0 && marked?.length === rows.length}
                  onChange={(event) => mark(event.target.checked ? rows.map(rowId) : [])}
                />
              </th>
            )}
            {columns.map((column, index) => (
              <Head key={column.key} column={column} sort={sort} onSort={onSort} cell={keys.cell(-1, index + (hasMarks ? 1 : 0))} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ index, start }, position) => {
            const gap = start - (shown[position - 1]?.end ?? 0)
            const row = rowAt(index)
            const id = row === undefined ? `row-${index}` : rowId(row)
            const isCurrent = row !== undefined && id === current
            const isMarked = marked?.includes(id) ?? false
            return (
              <Fragment key={id}>
                {gap > 0 && <Gap height={gap} />}
                <tr
                  ref={virtual.measureElement}
                  data-index={index}
                  data-current={isCurrent || undefined}
                  aria-rowindex={index + 2}
                  aria-selected={row === undefined ? undefined : isCurrent || isMarked}
                  onDoubleClick={() => row !== undefined && onOpen?.(id)}
                >
                  {hasMarks && (
                    <td {...keys.cell(index, 0)} className={styles.markCell}>
                      <input
                        type="checkbox"
                        tabIndex={-1}
                        disabled={row === undefined}
                        checked={isMarked}
                        aria-label={t('Zeile {row} markieren', { row: index + 1 })}
                        onChange={() => mark(isMarked ? (marked ?? []).filter((one) => one !== id) : [...(marked ?? []), id])}
                      />
                    </td>
                  )}
                  {columns.map((column, at) => {
                    const cell = keys.cell(index, at + (hasMarks ? 1 : 0))
                    const content = row === undefined ? '…' : column.cell(row)
                    const title = typeof content === 'string' ? content : undefined
                    const shown = column.isSentence ? <span className={styles.sentence}>{content}</span> : content
                    return at === 0 ? (
                      <th key={column.key} scope="row" dir="auto" title={title} {...cell}>
                        {shown}
                      </th>
                    ) : (
                      <td key={column.key} dir="auto" title={title} data-align={column.align} {...cell}>
                        {shown}
                      </td>
                    )
                  })}
                </tr>
              </Fragment>
            )
          })}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
      {total === 0 && (typeof empty === 'string' ? <EmptyState title={empty} /> : empty)}
    </div>
  )
}

/** Room for rows that are not drawn. */
function Gap({ height }: { height: number }) {
  return <tr aria-hidden style={{ blockSize: `${height}px` }} />
}

function Head<Row>({
  column,
  sort,
  onSort,
  cell,
}: {
  column: CellColumn<Row>
  sort: RecordTableProps<object>['sort']
  onSort: RecordTableProps<object>['onSort']
  cell: object
}) {
  const isSorted = sort?.key === column.key
  const direction = isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" title={column.label} data-align={column.align} aria-sort={direction} {...cell}>
      {column.isSortable && onSort ? (
        <button type="button" tabIndex={-1} className={styles.sort} onClick={() => onSort(column.key)}>
          {column.label}
          {isSorted && <Icon name={sort.isDescending ? 'arrowDown' : 'arrowUp'} size={12} />}
        </button>
      ) : column.head === undefined ? (
        column.label
      ) : (
        <>
          <span className={styles.spoken}>{column.label}</span>
          {column.head}
        </>
      )}
    </th>
  )
}

/** Strg C: the chosen rows as a spreadsheet takes them, with heads. A text selection of the user goes first. */
function copyRows<Row>(event: React.ClipboardEvent, columns: readonly CellColumn<Row>[], rows: readonly Row[]): void {
  if (rows.length === 0 || !window.getSelection()?.isCollapsed) return
  const lines = rows.map((row) => columns.map(({ cell }) => textOf(cell(row))).join('\t'))
  event.clipboardData.setData('text/plain', [columns.map(({ label }) => label).join('\t'), ...lines].join('\n'))
  event.preventDefault()
}

function textOf(content: ReactNode): string {
  if (typeof content === 'string' || typeof content === 'number') return String(content).replace(/[\t\n]/g, ' ')
  if (Array.isArray(content)) return content.map(textOf).join('')
  if (typeof content === 'object' && content !== null && 'props' in content)
    return textOf((content.props as { children?: ReactNode }).children)
  return ''
}
