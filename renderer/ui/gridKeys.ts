// Keys of a grid, as the ARIA Authoring Practices have them: one tab stop, arrows move it, row -1 is the head.
import { type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef } from 'react'
import { actsNow, isLetter } from '../app/acts'
import type { Spot } from './Floating'

export interface Cell {
  row: number
  column: number
}
interface Grid {
  /** The cell with the tab stop. */
  at: Cell
  setAt(cell: Cell): void
  scroller: RefObject<HTMLElement | null>
  rowCount: number
  columnCount: number
  pageRows: number
  scrollTo(index: number): void
  idAt(index: number): string | undefined
  /** The line is one cell wide: the head of a group. */
  isWide(index: number): boolean
  /** Unfolds or folds the group; without `isFolded` the other way round. */
  onFold(index: number, isFolded?: boolean): void
  /** The panel is open and shows the row that has the focus. */
  isFollowing: boolean
  onCurrent: ((id: string) => void) | undefined
  onOpen: ((id: string) => void) | undefined
  /** Marking rows; `null`: this table marks none. */
  marking: {
    hasBoxes: boolean
    toggle(index: number): void
    rangeTo(index: number): void
    startAt(index: number): void
    all(): void
  } | null
  /** What a loaded row is found by when somebody types its first letters. */
  nameAt(index: number): string | undefined
  /** A key on a column's head that is its own: sorting, moving, widening. True if it was. */
  onHeadKey(column: number, event: KeyboardEvent): boolean
  /** The context menu of a row or, at row -1, of a head. */
  onMenu: ((cell: Cell, spot: Spot) => void) | undefined
}

/** Letters that follow each other faster are one word. */
const TYPING_MS = 800
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Whether an act on screen has this letter for its key. */
function isActKey(key: string): boolean {
  return actsNow().some((act) => act.key?.toLowerCase() === key.toLowerCase())
}

const FOCUSABLE = 'button, input, select, textarea, a[href]'

/** Properties for the grid; its cells carry `data-cell="row:column"`. */
export function useGridKeys(grid: Grid) {
  const { at, setAt, marking } = grid
  const wantsFocus = useRef(false)
  const typed = useRef({ letters: '', at: 0 })
  const row = Math.min(at.row, grid.rowCount - 1)
  const column = Math.min(at.column, grid.columnCount - 1)
  const nameOfCell = `${row}:${grid.isWide(row) ? 0 : column}`

  useEffect(() => {
    if (!wantsFocus.current) return
    const cell = grid.scroller.current?.querySelector<HTMLElement>(`[data-cell="${nameOfCell}"]`)
    // A cell far away is drawn only after the scrolling: the next drawing tries again.
    if (!cell) return
    wantsFocus.current = false
    cell.focus({ preventScroll: row < 0 })
  })

  const move = (toRow: number, toColumn: number) => {
    const next = { row: Math.max(-1, Math.min(toRow, grid.rowCount - 1)), column: Math.max(0, Math.min(toColumn, grid.columnCount - 1)) }
    wantsFocus.current = true
    setAt(next)
    if (next.row >= 0) grid.scrollTo(next.row)
    const id = next.row === row ? undefined : grid.idAt(next.row)
    if (id !== undefined && grid.isFollowing) grid.onCurrent?.(id)
  }

  /** The next row whose name begins with what was typed in one go. */
  const jump = (key: string, now: number): boolean => {
    const letters = (now - typed.current.at < TYPING_MS ? typed.current.letters : '') + plain(key)
    typed.current = { letters, at: now }
    const from = letters.length === 1 ? row + 1 : Math.max(row, 0)
    for (let step = 0; step < grid.rowCount; step += 1) {
      const index = (from + step) % grid.rowCount
      if (!plain(grid.nameAt(index) ?? '').startsWith(letters)) continue
      move(index, column)
      return true
    }
    return false
  }

  const arrowDown = (event: KeyboardEvent) => {
    const to = row + (event.key === 'ArrowDown' ? 1 : -1)
    if (event.shiftKey && marking && to >= 0) marking.rangeTo(Math.min(to, grid.rowCount - 1))
    else marking?.startAt(Math.max(0, Math.min(to, grid.rowCount - 1)))
    move(to, column)
  }
  const onGroupKey = (event: KeyboardEvent): boolean => {
    if (event.key === 'Enter' || event.key === ' ') grid.onFold(row)
    else if (event.key === 'ArrowLeft') grid.onFold(row, true)
    else if (event.key === 'ArrowRight') grid.onFold(row, false)
    else return false
    return true
  }
  const onCellKey = (event: KeyboardEvent, cell: HTMLElement): boolean => {
    const id = grid.idAt(row)
    const control = event.ctrlKey
    if (grid.isWide(row) && onGroupKey(event)) return true
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') arrowDown(event)
    else if (event.key === 'ArrowRight') move(row, column + 1)
    else if (event.key === 'ArrowLeft') move(row, column - 1)
    else if (event.key === 'Home') move(control ? 0 : row, 0)
    else if (event.key === 'End') move(control ? grid.rowCount - 1 : row, grid.columnCount - 1)
    else if (event.key === 'PageDown') move(row + grid.pageRows, column)
    else if (event.key === 'PageUp') move(Math.max(0, row - grid.pageRows), column)
    else if (event.key === ' ' && row >= 0 && marking) marking.toggle(row)
    else if (event.key === ' ' && id !== undefined) grid.onCurrent?.(id)
    else if (event.key.toLowerCase() === 'a' && control && marking) marking.all()
    else if (event.key === 'F2' || (event.key === 'Enter' && row < 0)) cell.querySelector<HTMLElement>(FOCUSABLE)?.focus()
    else if (event.key === 'Enter' && id !== undefined) grid.onOpen?.(id)
    else return isLetter(event) && !isActKey(event.key) && jump(event.key, event.timeStamp)
    return true
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const cell = event.currentTarget.querySelector<HTMLElement>(`[data-cell="${nameOfCell}"]`)
    if (event.target !== cell || cell === null) {
      // Inside a cell's own control the keys belong to it; Esc comes back to the cell.
      if (event.key === 'Escape' && cell?.contains(event.target as Node)) {
        cell.focus()
        event.preventDefault()
        event.stopPropagation()
      }
      return
    }
    if (event.metaKey) return
    if (!isLetter(event)) typed.current.letters = ''
    const isMenu =
      event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey) || (row < 0 && event.altKey && event.key === 'ArrowDown')
    if (isMenu && grid.onMenu !== undefined) {
      const { left, bottom } = cell.getBoundingClientRect()
      grid.onMenu({ row, column }, { x: left + 8, y: bottom })
    } else if (row < 0 && grid.onHeadKey(column, event)) event.preventDefault()
    else if (event.altKey || !onCellKey(event, cell)) return
    event.preventDefault()
  }

  return {
    /** Row and column of the tab stop, as they are drawn. */
    at: { row, column: grid.isWide(row) ? 0 : column },
    grid: {
      onKeyDown,
      onFocus: (event: FocusEvent) => {
        const cell = cellOf(event.target)
        if (cell !== null && (cell.row !== row || (cell.column !== column && !grid.isWide(cell.row)))) setAt(cell)
      },
      onClick: (event: MouseEvent) => {
        const cell = cellOf(event.target)
        if (cell === null || cell.row < 0) return
        const id = grid.idAt(cell.row)
        if (grid.isWide(cell.row)) grid.onFold(cell.row)
        else if (marking && event.shiftKey) marking.rangeTo(cell.row)
        else if (marking && event.ctrlKey) marking.toggle(cell.row)
        else if (id !== undefined && (marking?.hasBoxes !== true || cell.column > 0)) {
          marking?.startAt(cell.row)
          grid.onCurrent?.(id)
        }
      },
      onContextMenu: (event: MouseEvent) => {
        const cell = cellOf(event.target)
        if (cell === null || grid.onMenu === undefined) return
        event.preventDefault()
        wantsFocus.current = true
        setAt(cell)
        grid.onMenu(cell, { x: event.clientX, y: event.clientY })
      },
    },
    cell: (cellRow: number, cellColumn: number) => ({
      'data-cell': `${cellRow}:${cellColumn}`,
      'aria-colindex': cellColumn + 1,
      tabIndex: cellRow === row && cellColumn === column ? 0 : -1,
    }),
  }
}

function cellOf(target: EventTarget): Cell | null {
  const name = target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset['cell'] : undefined
  if (name === undefined) return null
  const [row, column] = name.split(':').map(Number)
  return row === undefined || column === undefined ? null : { row, column }
}
