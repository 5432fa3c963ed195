import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import type { Cell } from './gridKeys'

/** Keeps the focus with a column that moves, and gives it to the neighbour of one that is hidden: a moved head drops it. */
export function useHeadFocus(
  scroller: RefObject<HTMLElement | null>,
  columns: readonly { key: string }[],
  before: number,
  setAt: (cell: Cell) => void,
) {
  const last = useRef<{ key: string; index: number } | null>(null)
  const order = columns.map(({ key }) => key).join(' ')
  const shown = useRef(order)
  useLayoutEffect(() => {
    if (shown.current === order) return
    shown.current = order
    if (last.current === null) return
    const { key, index } = last.current
    const now = columns.findIndex((column) => column.key === key)
    const column = (now === -1 ? Math.min(index, columns.length - 1) : now) + before
    const head = scroller.current?.querySelector<HTMLElement>(`[data-cell="-1:${column}"]`)
    if (!head || (document.activeElement !== document.body && document.activeElement !== head)) return
    head.focus()
    setAt({ row: -1, column })
  })
  return {
    onFocus: ({ target }: FocusEvent) => {
      const index = Number(target.closest<HTMLElement>('th')?.dataset['index'] ?? Number.NaN)
      const key = columns[index]?.key
      last.current = key === undefined ? null : { key, index }
    },
    // A head that is taken out and put in elsewhere loses the focus to nothing.
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) last.current = null
    },
  }
}
