// Keys of a grid, as the ARIA Authoring Practices have them: one tab stop, arrows move it, row -1 is the head.
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { actsNow, isLetter } from '../app/acts'

interface Cell {
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
  /** The panel is open and shows the row that has the focus. */
  isFollowing: boolean
  onCurrent: ((id: string) => void) | undefined
  onOpen: ((id: string) => void) | undefined
  marked: readonly string[]
  onMark: ((ids: readonly string[]) => void) | undefined
  allIds(): readonly string[]
  /** What a loaded row is found by when somebody types its first letters. */
  nameAt(index: number): string | undefined
}

/** Letters that follow each other faster are one word. */
const TYPING_MS = 800
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Whether an act on screen has this letter for its key. */
function isActKey(key: string): boolean {
  return actsNow().some((act) => act.key?.toLowerCase() === key.toLowerCase())
}

const FOCUSABLE = 'button, input, select, textarea, a[href]'

/** Properties for the grid and for each of its cells. */
export function useGridKeys(grid: Grid) {
  const { at, setAt } = grid
  const wantsFocus = useRef(false)
  const rangeStart = useRef<number | null>(null)
  const typed = useRef({ letters: '', at: 0 })
  const row = Math.min(at.row, grid.rowCount - 1)
  const column = Math.min(at.column, grid.columnCount - 1)

  useEffect(() => {
    if (!wantsFocus.current) return
    const cell = grid.scroller.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)
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
  const toggle = (index: number) => {
    const id = grid.idAt(index)
    if (id === undefined) return
    grid.onMark?.(grid.marked.includes(id) ? grid.marked.filter((one) => one !== id) : [...grid.marked, id])
  }
  const markRange = (to: number) => {
    rangeStart.current ??= row
    const [from, until] = [Math.min(rangeStart.current, to), Math.max(rangeStart.current, to)]
    const ids = Array.from({ length: until - from + 1 }, (_, index) => grid.idAt(from + index)).filter((id) => id !== undefined)
    grid.onMark?.([...new Set([...grid.marked, ...ids])])
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

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const cell = event.currentTarget.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)
    if (event.target !== cell) {
      // Inside a cell's own control the keys belong to it; Esc comes back to the cell.
      if (event.key === 'Escape' && cell?.contains(event.target as Node)) {
        cell.focus()
        event.preventDefault()
        event.stopPropagation()
      }
      return
    }
    if (event.altKey || event.metaKey) return
    const id = grid.idAt(row)
    if (!isLetter(event)) typed.current.letters = ''
    if (!event.shiftKey) rangeStart.current = null
    const control = event.ctrlKey
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const to = row + (event.key === 'ArrowDown' ? 1 : -1)
      if (event.shiftKey && grid.onMark && to >= 0) markRange(Math.min(to, grid.rowCount - 1))
      move(to, column)
    } else if (event.key === 'ArrowRight') move(row, column + 1)
    else if (event.key === 'ArrowLeft') move(row, column - 1)
    else if (event.key === 'Home') move(control ? 0 : row, 0)
    else if (event.key === 'End') move(control ? grid.rowCount - 1 : row, grid.columnCount - 1)
    else if (event.key === 'PageDown') move(row + grid.pageRows, column)
    else if (event.key === 'PageUp') move(Math.max(0, row - grid.pageRows), column)
    else if (event.key === ' ' && row >= 0 && grid.onMark) toggle(row)
    else if (event.key === ' ' && id !== undefined) grid.onCurrent?.(id)
    else if (event.key.toLowerCase() === 'a' && control && grid.onMark) grid.onMark(grid.allIds())
    else if (event.key === 'F2' || (event.key === 'Enter' && row < 0)) cell.querySelector<HTMLElement>(FOCUSABLE)?.focus()
    else if (event.key === 'Enter' && id !== undefined) grid.onOpen?.(id)
    else if (!isLetter(event) || isActKey(event.key) || !jump(event.key, event.timeStamp)) return
    event.preventDefault()
  }

  return {
    grid: { onKeyDown },
    cell: (cellRow: number, cellColumn: number) => ({
      'data-cell': `${cellRow}:${cellColumn}`,
      'aria-colindex': cellColumn + 1,
      tabIndex: cellRow === row && cellColumn === column ? 0 : -1,
      onFocus: () => {
        if (cellRow !== row || cellColumn !== column) setAt({ row: cellRow, column: cellColumn })
      },
      onClick: () => {
        const id = grid.idAt(cellRow)
        if (cellRow >= 0 && id !== undefined && (!grid.onMark || cellColumn > 0)) grid.onCurrent?.(id)
      },
    }),
  }
}
