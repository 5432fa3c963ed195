// What the widths of drawn columns say.
import { type RefObject, useLayoutEffect, useState } from 'react'
import styles from './RecordTable.module.css'

/** Where frozen columns stand, from the left in pixels: each after those before it. */
export function useFrozen(scroller: RefObject<HTMLElement | null>, count: number, columns: readonly unknown[]): readonly number[] {
  const [lefts, setLefts] = useState<readonly number[]>([])
  useLayoutEffect(() => {
    const heads = [...(scroller.current?.querySelectorAll<HTMLElement>('thead tr:first-child > th') ?? [])].slice(0, count)
    const measure = () => {
      let left = 0
      const next = heads.map((head) => {
        left += head.offsetWidth
        return left - head.offsetWidth
      })
      setLefts((now) => (now.length === next.length && now.every((one, index) => one === next[index]) ? now : next))
    }
    measure()
    const sizes = new ResizeObserver(measure)
    for (const head of heads) sizes.observe(head)
    return () => sizes.disconnect()
  }, [scroller, count, columns])
  return lefts
}

/** Padding of a cell and the sign of a sorted head. */
const BESIDE_TEXT = 36

/** How wide the widest drawn text of a column is, with what stands beside it. */
export function widestIn(scroller: HTMLElement | null, column: number): number {
  const cells = [...(scroller?.querySelectorAll<HTMLElement>(`[data-cell$=":${column}"]`) ?? [])]
  const range = document.createRange()
  return Math.max(
    ...cells.map((cell) => {
      range.selectNodeContents(cell.querySelector(`.${styles.name}`) ?? cell)
      return range.getBoundingClientRect().width + BESIDE_TEXT
    }),
  )
}
