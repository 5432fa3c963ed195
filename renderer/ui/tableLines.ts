// What stands on each line of a table: a row, or the head of a group with its rows under it.
import type { Group } from '../../shared/core/list'

export interface ShownGroup extends Group {
  isFolded: boolean
}
export type TableLine = { kind: 'row'; index: number } | { kind: 'group'; group: ShownGroup }

export interface TableLines {
  count: number
  at(line: number): TableLine
  /** The first row at or after a line; the number of rows if there is none. */
  rowFrom(line: number): number
  lineOf(row: number): number
}

/** Lines of a list without groups: each is a row. */
export function plainLines(rows: number): TableLines {
  return { count: rows, at: (line) => ({ kind: 'row', index: line }), rowFrom: (line) => line, lineOf: (row) => row }
}

/** Lines of a list in groups. Rows are counted without those of folded groups, as the query gives them. */
export function groupLines(groups: readonly ShownGroup[]): TableLines {
  const heads: { line: number; row: number; group: ShownGroup }[] = []
  let [line, row] = [0, 0]
  for (const group of groups) {
    heads.push({ line, row, group })
    const shown = group.isFolded ? 0 : group.count
    line += 1 + shown
    row += shown
  }
  const total = { lines: line, rows: row }
  const lastWhere = (fits: (head: (typeof heads)[number]) => boolean) => {
    let [low, high] = [0, heads.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (fits(heads[middle]!)) low = middle + 1
      else high = middle
    }
    return heads[low - 1]
  }
  return {
    count: total.lines,
    at: (wanted) => {
      const head = lastWhere((one) => one.line <= wanted)
      if (head === undefined || head.line === wanted) return { kind: 'group', group: head?.group ?? groups[0]! }
      return { kind: 'row', index: head.row + wanted - head.line - 1 }
    },
    rowFrom: (wanted) => {
      const head = lastWhere((one) => one.line <= wanted)
      if (head === undefined || wanted >= total.lines) return total.rows
      return head.line === wanted ? head.row : head.row + wanted - head.line - 1
    },
    // Of several heads before one row, folded ones among them, the last has it.
    lineOf: (wanted) => {
      const head = lastWhere((one) => one.row <= wanted)
      return head === undefined ? 0 : head.line + 1 + wanted - head.row
    },
  }
}
