// What a user does to how a list is arranged, as plain functions: the setting before, the setting after.
import { filtersOf, type Filter, isGroupable, type Sort } from '../../../shared/core/list'
import { type ListSetting, WIDTH } from '../../../shared/workspace/listSetting'
import type { CellColumn } from '../../ui/columns'

type Columns = readonly Pick<CellColumn<never>, 'key' | 'kind'>[]

/** A list as it is before anybody has arranged it. */
export function usualSetting(shown: Columns): ListSetting {
  return {
    columns: shown.map(({ key }) => ({ key, width: null })),
    frozen: 0,
    sorts: [],
    filters: [],
    group: null,
    hasFilterRow: false,
  }
}

/** A kept setting without what this version of the list does not have; `null` if no column is left. */
export function fittingSetting(kept: ListSetting, all: Columns): ListSetting | null {
  const kindOf = (key: string) => all.find((column) => column.key === key)?.kind?.type
  const columns = kept.columns.filter(
    ({ key }, at) => all.some((one) => one.key === key) && kept.columns.findIndex((one) => one.key === key) === at,
  )
  if (columns.length === 0) return null
  const groupKind = kept.group === null ? undefined : kindOf(kept.group)
  return {
    ...kept,
    columns,
    frozen: Math.min(kept.frozen, columns.length),
    sorts: kept.sorts.filter(({ column }) => kindOf(column) !== undefined),
    filters: kept.filters.filter((filter) => {
      const kind = kindOf(filter.column)
      return kind !== undefined && filtersOf(kind).includes(filter.kind) && (filter.kind !== 'range' || fitsDay(filter, kind === 'day'))
    }),
    group: groupKind !== undefined && isGroupable(groupKind) ? kept.group : null,
  }
}

function fitsDay({ from, to }: Filter & { kind: 'range' }, isDay: boolean): boolean {
  return [from, to].every((end) => end === null || (typeof end === 'string') === isDay)
}

/** A press on a head: upwards, downwards, not at all. `isAdded`: the other keys stay. */
export function sortedBy(sorts: readonly Sort[], column: string, isAdded: boolean): Sort[] {
  const before = sorts.find((sort) => sort.column === column)
  const next = before === undefined ? [{ column, isDescending: false }] : before.isDescending ? [] : [{ column, isDescending: true }]
  if (!isAdded) return sorts.length > 1 && before !== undefined ? [{ column, isDescending: false }] : next
  if (before === undefined) return [...sorts, ...next].slice(-6)
  return sorts.flatMap((sort) => (sort.column === column ? next : [sort]))
}

/** The filters with this one in place of the one that the column had. */
export function filteredBy(filters: readonly Filter[], column: string, filter: Filter | null): Filter[] {
  const at = filters.findIndex((one) => one.column === column)
  if (filter === null) return filters.filter((one) => one.column !== column)
  return at === -1 ? [...filters, filter] : filters.map((one, index) => (index === at ? filter : one))
}

/** A column at another place among those that are shown. */
export function movedTo(columns: ListSetting['columns'], key: string, to: number): ListSetting['columns'] {
  const moved = columns.find((column) => column.key === key)
  if (moved === undefined || to < 0 || to >= columns.length) return columns
  const others = columns.filter((column) => column !== moved)
  return [...others.slice(0, to), moved, ...others.slice(to)]
}

/** A column shown or taken out; the last one stays. A new one comes at the end. */
export function withColumn(columns: ListSetting['columns'], key: string, isShown: boolean): ListSetting['columns'] {
  if (isShown) return columns.some((column) => column.key === key) ? columns : [...columns, { key, width: null }]
  return columns.length === 1 ? columns : columns.filter((column) => column.key !== key)
}

/** A column of another width, within what can be seen and used. */
export function widened(columns: ListSetting['columns'], key: string, width: number | null): ListSetting['columns'] {
  const next = width === null ? null : Math.round(Math.min(WIDTH.most, Math.max(WIDTH.least, width)) * 16) / 16
  return columns.map((column) => (column.key === key ? { key, width: next } : column))
}
