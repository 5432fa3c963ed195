import { useMemo, useRef } from 'react'
import { allSelected, isSelected, selecting, type Selection } from './selection'

interface Marks {
  at: number
  selection: Selection
  onSelect: ((selection: Selection) => void) | undefined
  idAt: (line: number) => string | undefined
  rowFrom: (line: number) => number
  idsBetween: ((from: number, to: number) => Promise<readonly string[]>) | undefined
}

/** Marking by keys and mouse: one row, or all from the row where it began. The functions stay the same, so that rows need not be drawn anew. */
export function useMarking(marks: Marks) {
  const newest = useRef(marks)
  newest.current = marks
  /** Where a range begins, and what was marked before it: a range that shrinks gives back what it took. */
  const start = useRef<{ line: number; base: Selection } | null>(null)
  const marking = useMemo(() => {
    const startAt = (line: number) => {
      start.current = { line, base: newest.current.selection }
    }
    const toggle = (line: number) => {
      const { selection, idAt, onSelect } = newest.current
      const id = idAt(line)
      if (id === undefined) return
      const next = selecting(selection, [id], !isSelected(selection, id))
      start.current = { line, base: next }
      onSelect?.(next)
    }
    const rangeTo = (line: number) => {
      const { at, selection, idAt, rowFrom, idsBetween, onSelect } = newest.current
      start.current ??= { line: Math.max(0, at), base: selection }
      const { base } = start.current
      const [from, to] = [Math.min(start.current.line, line), Math.max(start.current.line, line)]
      const ids = Array.from({ length: to - from + 1 }, (_, index) => idAt(from + index)).filter((id) => id !== undefined)
      const rows = rowFrom(to + 1) - rowFrom(from)
      if (ids.length === rows || idsBetween === undefined) onSelect?.(selecting(base, ids, true))
      else void idsBetween(rowFrom(from), rowFrom(to + 1) - 1).then((all) => newest.current.onSelect?.(selecting(base, all, true)))
    }
    return { hasBoxes: true, startAt, toggle, rangeTo, all: () => newest.current.onSelect?.(allSelected) }
  }, [])
  return marks.onSelect === undefined ? null : marking
}
