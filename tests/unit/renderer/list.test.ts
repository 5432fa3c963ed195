// Lists on screen without a screen: lines of groups, marked rows, how columns are arranged.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filteredBy, fittingSetting, movedTo, sortedBy, usualSetting, widened, withColumn } from '../../../renderer/app/list/arrangement'
import { filterOfValue } from '../../../renderer/app/list/menus'
import type { CellColumn } from '../../../renderer/ui/columns'
import { allSelected, isSelected, nothingSelected, selectedCount, selecting } from '../../../renderer/ui/selection'
import { groupLines, type ShownGroup, type TableLine } from '../../../renderer/ui/tableLines'
import { WIDTH } from '../../../shared/workspace/listSetting'

const groups = fc
  .array(fc.record({ count: fc.integer({ min: 1, max: 4 }), isFolded: fc.boolean() }), { minLength: 1, maxLength: 8 })
  .map((all) => all.map((one, at): ShownGroup => ({ ...one, value: String(at), title: null })))

test('a list in groups has a line for each head and for each row of an open group, and finds its way between lines and rows', () => {
  fc.assert(
    fc.property(groups, (shown) => {
      const written: TableLine[] = []
      let row = 0
      for (const group of shown) {
        written.push({ kind: 'group', group })
        if (!group.isFolded) for (let at = 0; at < group.count; at += 1) written.push({ kind: 'row', index: row++ })
      }
      const lines = groupLines(shown)
      expect(lines.count).toBe(written.length)
      for (const [at, line] of written.entries()) {
        expect(lines.at(at)).toEqual(line)
        if (line.kind === 'row') expect(lines.lineOf(line.index)).toBe(at)
        const next = written.slice(at).find((one) => one.kind === 'row')
        expect(lines.rowFrom(at)).toBe(next === undefined ? row : next.index)
      }
    }),
  )
})

const ids = Array.from({ length: 8 }, (_, index) => String(index))
test('marked are those that were marked, whether a few or all but a few', () => {
  const step = fc.oneof(
    fc.record({ changed: fc.subarray(ids), isIn: fc.boolean() }),
    fc.constant('all' as const),
    fc.constant('none' as const),
  )
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let selection = nothingSelected
      const marked = new Set<string>()
      for (const one of steps) {
        if (one === 'all') {
          selection = allSelected
          for (const id of ids) marked.add(id)
        } else if (one === 'none') {
          selection = nothingSelected
          marked.clear()
        } else {
          selection = selecting(selection, one.changed, one.isIn)
          for (const id of one.changed) {
            if (one.isIn) marked.add(id)
            else marked.delete(id)
          }
        }
      }
      expect(ids.filter((id) => isSelected(selection, id))).toEqual(ids.filter((id) => marked.has(id)))
      expect(selectedCount(selection, ids.length)).toBe(marked.size)
    }),
  )
})

const all: readonly CellColumn<never>[] = [
  { key: 'name', label: 'Name', kind: { type: 'text' }, cell: () => '' },
  { key: 'day', label: 'Tag', kind: { type: 'day' }, cell: () => '' },
  { key: 'points', label: 'Punkte', kind: { type: 'integer' }, cell: () => '' },
  { key: 'act', label: 'Tun', cell: () => '' },
]
const columns = [
  { key: 'name', width: null },
  { key: 'day', width: null },
  { key: 'points', width: null },
]

test('a press on a head sorts upwards, downwards and not at all; with Shift the other keys stay', () => {
  const up = { column: 'name', isDescending: false }
  const down = { column: 'name', isDescending: true }
  const other = { column: 'day', isDescending: false }
  expect(sortedBy([], 'name', false)).toEqual([up])
  expect(sortedBy([up], 'name', false)).toEqual([down])
  expect(sortedBy([down], 'name', false)).toEqual([])
  expect(sortedBy([other], 'name', false)).toEqual([up])
  expect(sortedBy([other], 'name', true)).toEqual([other, up])
  expect(sortedBy([other, up], 'name', true)).toEqual([other, down])
  expect(sortedBy([other, down], 'name', true)).toEqual([other])
  expect(sortedBy([other, up], 'name', false)).toEqual([up])
})

test('columns move, come, go and change their width, within what can be seen; one always stays', () => {
  const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key)
  expect(keys(movedTo(columns, 'points', 0))).toEqual(['points', 'name', 'day'])
  expect(movedTo(columns, 'name', -1)).toBe(columns)
  expect(movedTo(columns, 'name', 3)).toBe(columns)
  expect(keys(withColumn(columns, 'act', true))).toEqual(['name', 'day', 'points', 'act'])
  expect(keys(withColumn(columns, 'day', false))).toEqual(['name', 'points'])
  expect(withColumn([columns[0]!], 'name', false)).toHaveLength(1)
  expect(widened(columns, 'day', 1000)[1]).toEqual({ key: 'day', width: WIDTH.most })
  expect(widened(columns, 'day', 0)[1]).toEqual({ key: 'day', width: WIDTH.least })
  expect(widened(widened(columns, 'day', 9), 'day', null)).toEqual(columns)
})

test('a column has one filter: another takes its place, and the others keep theirs', () => {
  const name = { kind: 'contains', column: 'name', text: 'a' } as const
  const day = { kind: 'empty', column: 'day' } as const
  const filled = { kind: 'notEmpty', column: 'name' } as const
  expect(filteredBy([name, day], 'name', filled)).toEqual([filled, day])
  expect(filteredBy([name, day], 'name', null)).toEqual([day])
  expect(filteredBy([day], 'name', name)).toEqual([day, name])
})

test('of a kept setting only that is used which this version of the list has', () => {
  const kept = {
    columns: [
      { key: 'points', width: 9 },
      { key: 'gone', width: null },
      { key: 'points', width: 4 },
    ],
    frozen: 3,
    sorts: [
      { column: 'gone', isDescending: false },
      { column: 'act', isDescending: false },
      { column: 'day', isDescending: true },
    ],
    filters: [
      { kind: 'contains' as const, column: 'day', text: 'x' },
      { kind: 'range' as const, column: 'day', from: 3, to: null },
      { kind: 'range' as const, column: 'day', from: null, to: '2026-01-01' },
      { kind: 'empty' as const, column: 'gone' },
    ],
    group: 'day',
    hasFilterRow: true,
  }
  expect(fittingSetting(kept, all)).toEqual({
    columns: [{ key: 'points', width: 9 }],
    frozen: 1,
    sorts: [{ column: 'day', isDescending: true }],
    filters: [{ kind: 'range', column: 'day', from: null, to: '2026-01-01' }],
    group: null,
    hasFilterRow: true,
  })
  expect(fittingSetting({ ...kept, columns: [{ key: 'gone', width: null }] }, all)).toBeNull()
  expect(fittingSetting({ ...kept, group: 'name' }, all)?.group).toBe('name')
  const usual = usualSetting(all)
  expect(fittingSetting(usual, all)).toEqual(usual)
})

test('the filter of a value leaves the rows that have it, or says that there is none', () => {
  const of = (kind: CellColumn<never>['kind'], value: unknown) =>
    filterOfValue({ key: 'x', label: '', cell: () => '', ...(kind && { kind }) }, { x: value })
  expect(of({ type: 'text' }, 'Erlenburg')).toEqual({ kind: 'contains', column: 'x', text: 'Erlenburg' })
  expect(of({ type: 'text' }, null)).toEqual({ kind: 'empty', column: 'x' })
  expect(of({ type: 'day' }, '2026-01-05')).toEqual({ kind: 'range', column: 'x', from: '2026-01-05', to: '2026-01-05' })
  expect(of({ type: 'integer' }, 0)).toEqual({ kind: 'range', column: 'x', from: 0, to: 0 })
  expect(of({ type: 'code', list: 'sex' }, 'f')).toEqual({ kind: 'oneOf', column: 'x', values: ['f'] })
  expect(of({ type: 'codes', list: 'slot' }, ['a', 'b'])).toEqual({ kind: 'oneOf', column: 'x', values: ['a', 'b'] })
  expect(of({ type: 'codes', list: 'slot' }, [])).toEqual({ kind: 'empty', column: 'x' })
  expect(of({ type: 'flag' }, false)).toEqual({ kind: 'oneOf', column: 'x', values: [0] })
  expect(of(undefined, 'x')).toBeNull()
  expect(filterOfValue({ key: 'missing', label: '', kind: { type: 'text' }, cell: () => '' }, {})).toBeNull()
})
