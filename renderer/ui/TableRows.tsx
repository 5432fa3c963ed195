// The lines of a table's body.
import { type FocusEvent, memo, type Ref } from 'react'
import { t } from '../../shared/i18n/text'
import type { CellColumn } from './columns'
import { Icon } from './Icon'
import type { ShownGroup } from './tableLines'
import styles from './RecordTable.module.css'

interface LineProps {
  measure: Ref<HTMLTableRowElement>
  index: number
  rowIndex: number
  /** The column with the tab stop, -1: not in this line. */
  focused: number
}

interface RowProps extends LineProps {
  /** `undefined` while it is on its way. */
  row: object | undefined
  columns: readonly CellColumn<object>[]
  isCurrent: boolean
  isMarked: boolean
  /** Absent where nothing can be marked. */
  onMark: ((index: number) => void) | undefined
  lefts: readonly number[]
}

/** A pressed box leaves the focus with its cell, where the arrows go on. */
export function focusCell({ currentTarget }: FocusEvent): void {
  currentTarget.closest<HTMLElement>('[data-cell]')?.focus()
}

/** One row. It is drawn anew only if something about it changed: while scrolling, only rows that come into sight are. */
export const TableRow = memo(function TableRow({
  measure,
  index,
  rowIndex,
  row,
  columns,
  isCurrent,
  isMarked,
  onMark,
  focused,
  lefts,
}: RowProps) {
  const boxes = onMark === undefined ? 0 : 1
  const cell = (at: number) => ({
    'data-cell': `${index}:${at}`,
    'aria-colindex': at + 1,
    tabIndex: focused === at ? 0 : -1,
    ...frozenAt(lefts[at]),
  })
  return (
    <tr
      ref={measure}
      data-index={index}
      data-current={isCurrent || undefined}
      aria-rowindex={rowIndex}
      aria-selected={row === undefined ? undefined : isCurrent || isMarked}
    >
      {onMark && (
        <td {...cell(0)} className={styles.markCell}>
          <input
            type="checkbox"
            tabIndex={-1}
            disabled={row === undefined}
            checked={isMarked}
            aria-label={t('Zeile {row} markieren', { row: index + 1 })}
            // A click with Shift or Ctrl is the row's.
            onClick={(event) => (event.shiftKey || event.ctrlKey) && event.preventDefault()}
            onChange={() => onMark(index)}
            onFocus={focusCell}
          />
        </td>
      )}
      {columns.map((column, at) => {
        const content = row === undefined ? '…' : column.cell(row)
        const title = typeof content === 'string' ? content : undefined
        const shown = column.isSentence ? <span className={styles.sentence}>{content}</span> : content
        return at === 0 ? (
          <th key={column.key} scope="row" dir="auto" title={title} data-align={column.align} {...cell(boxes)}>
            {shown}
          </th>
        ) : (
          <td key={column.key} dir="auto" title={title} data-align={column.align} {...cell(at + boxes)}>
            {shown}
          </td>
        )
      })}
    </tr>
  )
})

/** The head of a group: its value and how many rows it holds; a press folds it. */
export function GroupRow({
  measure,
  index,
  rowIndex,
  group,
  text,
  span,
  focused,
}: LineProps & { group: ShownGroup; text: string; span: number }) {
  return (
    <tr ref={measure} data-index={index} aria-rowindex={rowIndex} className={styles.group}>
      <th
        scope="rowgroup"
        colSpan={span}
        data-cell={`${index}:0`}
        aria-colindex={1}
        aria-expanded={!group.isFolded}
        tabIndex={focused === 0 ? 0 : -1}
      >
        <Icon name={group.isFolded ? 'chevronRight' : 'chevronDown'} size={12} /> {text} <span className={styles.count}>{group.count}</span>
      </th>
    </tr>
  )
}

/** Room for rows that are not drawn. */
export function Gap({ height }: { height: number }) {
  return <tr aria-hidden style={{ blockSize: `${height}px` }} />
}

/** Properties of a cell that stays where it is while others scroll sideways. */
export function frozenAt(left: number | undefined) {
  return left === undefined ? {} : { 'data-frozen': true, style: { insetInlineStart: `${left}px` } }
}
