// All that a list on screen is: what it was asked for, what it shows, which of its rows are marked.
import { useState } from 'react'
import * as z from 'zod'
import type { OutputOf, QueryCall } from '../../../shared/core/call'
import { type Filter, type Group, Grouping, type ListWindow } from '../../../shared/core/list'
import type { ListSetting } from '../../../shared/workspace/listSetting'
import { asCellColumn, type CellColumn, type Column, valueText } from '../../ui/columns'
import { nothingSelected, selectedCount, type Selection } from '../../ui/selection'
import type { ShownGroup } from '../../ui/tableLines'
import { failedFrom } from '../live'
import { useNotices } from '../noticeStore'
import { useWindowed } from '../windowed'
import { filteredBy } from './arrangement'
import { useListSetting } from './useListSetting'

interface Found<Row> {
  rows: readonly Row[]
  total: number
  all: number
  groups: readonly Group[]
}

/** A call that answers a list of records. */
export type ListCall = QueryCall<typeof ListWindow, z.ZodType<Found<{ id: string }>>>
export type RowOf<C extends ListCall> = OutputOf<C>['rows'][number]

const Answered = z.object({ group: Grouping.nullable().optional() })

/** A list with its search, filters, order, columns, groups and marked rows. `view`: under which name its setting is remembered. */
export function useRecordList<C extends ListCall>(
  query: C,
  view: string,
  usualColumns: readonly Column<RowOf<C>>[],
  moreColumns: readonly Column<RowOf<C>>[] = [],
) {
  type Row = RowOf<C>
  const shownFirst = usualColumns.map((column) => asCellColumn(column))
  const all: readonly CellColumn<Row>[] = [...shownFirst, ...moreColumns.map((column) => asCellColumn(column))]
  const arrangement = useListSetting(view, all, shownFirst)
  const setting = arrangement.setting ?? arrangement.usual
  const { sorts, filters, group } = setting
  const [search, setSearch] = useState('')
  const [selection, select] = useState<Selection>(nothingSelected)
  const [folded, setFolded] = useState<{ group: string | null; values: Grouping['folded'] }>({ group: null, values: [] })

  const grouping = group === null ? null : { column: group, folded: folded.group === group ? folded.values : [] }
  const windowed = useWindowed(query, arrangement.setting === null ? null : { search, filters, sorts, group: grouping })
  const { found } = windowed
  const answer: Found<Row> = found.value === undefined ? { rows: [], total: 0, all: 0, groups: [] } : found.value
  // As the rows on screen were asked for: folding one more group takes effect with its answer.
  const foldedNow = found.answered === undefined ? [] : (Answered.parse(found.answered).group?.folded ?? [])
  const groups = answer.groups.map((one): ShownGroup => ({ ...one, isFolded: foldedNow.includes(one.value) }))
  const groupColumn = all.find(({ key }) => key === group)

  // A selection out of sight would be changed unseen.
  const change = (part: Partial<ListSetting>) => {
    if (part.filters !== undefined) select(nothingSelected)
    arrangement.change(part)
  }
  const searchFor = (text: string) => {
    select(nothingSelected)
    setSearch(text)
  }
  return {
    ...windowed,
    /** Every column that the list has, shown or not. */
    all,
    /** Those that are shown, in their order and width. */
    columns: setting.columns.flatMap(({ key, width }) => {
      const column = all.find((one) => one.key === key)
      return column === undefined ? [] : [width === null ? column : { ...column, width }]
    }),
    setting,
    usual: arrangement.usual,
    named: arrangement.named,
    change,
    answer,
    search,
    searchFor,
    filters,
    setFilter: (key: string, filter: Filter | null) => change({ filters: filteredBy(filters, key, filter) }),
    clear: () => {
      if (filters.length > 0) change({ filters: [] })
      searchFor('')
    },
    selection,
    select,
    marked: selectedCount(selection, answer.total),
    groups,
    groupColumn,
    /** Rows that can be scrolled to: without those of folded groups. */
    rowCount: groups.length === 0 ? answer.total : groups.reduce((sum, one) => sum + (one.isFolded ? 0 : one.count), 0),
    groupText: ({ value, title }: Group) => (groupColumn?.kind === undefined ? '' : valueText(groupColumn.kind, value, title)),
    fold: ({ value, isFolded }: ShownGroup) =>
      setFolded({ group, values: isFolded ? foldedNow.filter((one) => one !== value) : [...foldedNow, value] }),
    idsBetween: async (from: number, to: number): Promise<readonly string[]> => {
      try {
        return await windowed.idsBetween(from, to)
      } catch (error) {
        useNotices.getState().say('error', failedFrom(error).sentence)
        return []
      }
    },
  }
}
