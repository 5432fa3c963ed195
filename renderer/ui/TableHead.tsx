import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import type { Sort } from '../../shared/core/list'
import { t } from '../../shared/i18n/text'
import type { CellColumn } from './columns'
import { Icon } from './Icon'
import styles from './RecordTable.module.css'

/** What the user can do with columns; without it a table stands as it is. */
export interface Arranging {
  sorts: readonly Sort[]
  /** `isAdded`: beside the keys that it is sorted by now. */
  onSort(key: string, isAdded: boolean): void
  /** `width` in rem, `null`: as the column has it. */
  onResize(key: string, width: number | null): void
  /** `to`: its place among the shown columns afterwards. */
  onMove(key: string, to: number): void
  /** How many of the first columns stay while the others scroll. */
  frozen: number
}

/** Pixels that a press may slip before it is a drag. */
const SLIP = 5
const STEP = 1
const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

interface HeadProps<Row> {
  column: CellColumn<Row>
  index: number
  arranging: Arranging | undefined
  /** How wide the longest text that is drawn in this column is, in pixels. */
  fit: () => number
  cell: object
  left: number | undefined
}

/** The head of a column: sorts by a click, moves by dragging, and its edge makes it wider. */
export function Head<Row>({ column, index, arranging, fit, cell, left }: HeadProps<Row>) {
  const drag = useRef<{ x: number; isMoving: boolean } | null>(null)
  const [target, setTarget] = useState<number | null>(null)
  const at = arranging?.sorts.findIndex((sort) => sort.column === column.key) ?? -1
  const sort = arranging?.sorts[at]
  const isSortable = arranging !== undefined && column.kind !== undefined

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const { current } = drag
    if (current === null || (!current.isMoving && Math.abs(event.clientX - current.x) < SLIP)) return
    if (!current.isMoving) event.currentTarget.setPointerCapture(event.pointerId)
    current.isMoving = true
    setTarget(indexUnder(event))
  }
  const onPointerUp = () => {
    const isMoved = drag.current?.isMoving ?? false
    if (isMoved && target !== null && target !== index) arranging?.onMove(column.key, target)
    // The click that ends a drag is none.
    if (!isMoved) drag.current = null
    setTarget(null)
  }
  return (
    <th
      scope="col"
      title={column.label}
      data-align={column.align}
      data-index={index}
      data-frozen={left === undefined ? undefined : true}
      data-drop={target !== null && target !== index ? true : undefined}
      style={left === undefined ? undefined : { insetInlineStart: `${left}px` }}
      aria-sort={at === 0 ? (sort?.isDescending ? 'descending' : 'ascending') : undefined}
      {...(arranging && {
        onPointerDown: (event: PointerEvent) => {
          if (event.button === 0) drag.current = { x: event.clientX, isMoving: false }
        },
        onPointerMove,
        onPointerUp,
        onPointerCancel: () => {
          drag.current = null
          setTarget(null)
        },
      })}
      {...cell}
    >
      <Label
        column={column}
        onSort={
          isSortable
            ? (isAdded) => {
                if (drag.current?.isMoving !== true) arranging.onSort(column.key, isAdded)
                drag.current = null
              }
            : undefined
        }
      >
        {sort && (
          <>
            <Icon name={sort.isDescending ? 'arrowDown' : 'arrowUp'} size={12} />
            {(arranging?.sorts.length ?? 0) > 1 && (
              <span className={styles.order}>
                <span aria-hidden>{at + 1}</span>
                <span className={styles.spoken}>
                  {sort.isDescending
                    ? t('{place}. Sortierung, absteigend', { place: at + 1 })
                    : t('{place}. Sortierung, aufsteigend', { place: at + 1 })}
                </span>
              </span>
            )}
          </>
        )}
      </Label>
      {arranging && <Edge onResize={(width) => arranging.onResize(column.key, width)} fit={fit} />}
    </th>
  )
}

function Label<Row>({
  column,
  onSort,
  children,
}: {
  column: CellColumn<Row>
  onSort: ((isAdded: boolean) => void) | undefined
  children: ReactNode
}) {
  if (onSort !== undefined)
    return (
      <button type="button" tabIndex={-1} className={styles.sort} onClick={(event) => onSort(event.shiftKey)}>
        <span className={styles.name}>{column.label}</span>
        {children}
      </button>
    )
  if (column.head === undefined) return column.label
  return (
    <>
      <span className={styles.spoken}>{column.label}</span>
      {column.head}
    </>
  )
}

/** The edge of a column: drawn with the mouse, a double click fits it to its texts. The keys are the head's. */
function Edge({ onResize, fit }: { onResize: (width: number) => void; fit: () => number }) {
  const grip = useRef<{ x: number; width: number } | null>(null)
  return (
    <span
      className={styles.edge}
      aria-hidden
      onPointerDown={(event) => {
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        grip.current = { x: event.clientX, width: event.currentTarget.closest('th')?.offsetWidth ?? 0 }
      }}
      onPointerMove={({ clientX }) => grip.current !== null && onResize((grip.current.width + clientX - grip.current.x) / rem())}
      onPointerUp={() => (grip.current = null)}
      onPointerCancel={() => (grip.current = null)}
      onDoubleClick={() => onResize(fit() / rem())}
    />
  )
}

/** The place of the column under the pointer. */
function indexUnder({ clientX, currentTarget }: PointerEvent<HTMLElement>): number | null {
  const heads = [...(currentTarget.closest('tr')?.querySelectorAll<HTMLElement>('th[data-index]') ?? [])]
  const under = heads.find((head) => {
    const { left, right } = head.getBoundingClientRect()
    return clientX >= left && clientX < right
  })
  return under === undefined ? null : Number(under.dataset['index'])
}

/** A key on a head: Enter and Space sort, Alt and arrows move, with Shift they make wider and narrower. True if it was one of these. */
export function pressHead<Row>(event: KeyboardEvent, column: CellColumn<Row>, index: number, arranging: Arranging): boolean {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (event.altKey && step !== 0) {
    const width = (event.target as HTMLElement).offsetWidth / rem()
    if (event.shiftKey) arranging.onResize(column.key, width + step * STEP)
    else arranging.onMove(column.key, index + step)
    return true
  }
  if (column.kind === undefined || event.altKey || event.ctrlKey || (event.key !== 'Enter' && event.key !== ' ')) return false
  arranging.onSort(column.key, event.shiftKey)
  return true
}
