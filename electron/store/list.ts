// The one way from what a list asks for to SQL. Names of columns come from the source alone, values are only ever bound.
import * as z from 'zod'
import type { Field, FieldKind } from '../../shared/core/entity'
import { invalidInput, WorkbenchError } from '../../shared/core/errors'
import { type Filter, filtersOf, type Group, type ListWindow, type Sort, tooManyGroups } from '../../shared/core/list'
import { listEntries } from '../../shared/core/lists'
import { searchForm } from '../../shared/core/textKeys'
import type { Reader, SqlValues } from './store'

const MOST_GROUPS = 500

/** A column of a list as SQL knows it. */
export interface ListColumn {
  kind: FieldKind['type']
  /** What the row shows and filters compare. */
  value: string
  /** What it is sorted by, the strongest first. */
  order: readonly string[]
  /** Its text in search form; a column without one cannot be searched. */
  folded?: string
  /** The word for a value that is an id. */
  title?: string
  /** It never lacks a value, so an index can serve its order. */
  isFilled?: boolean
}

/** Where the rows of a list come from: one row a record of `table`. Filters and sorts may name any of its columns, shown or not. */
export interface ListSource {
  /** Common table expressions, with their WITH. */
  with?: string
  table: string
  /** What the columns need beside the table; none may take or double a row of it. */
  joins?: string
  columns: Readonly<Record<string, ListColumn>>
  /** The text that the search field looks through, in search form. */
  search: string
  /** The order without a wish; it also decides between rows that the wish leaves equal. */
  order: readonly Sort[]
  /** Values that its own SQL names. */
  values?: SqlValues
}

/** A field of a record as a column. A reference is sorted and found by the `title` of what it refers to, which `from` must join. */
export function fieldColumn(field: Field, title?: Field): ListColumn {
  const value = `${field.entity}.${field.name}`
  const { kind, isNullable, keys } = field
  const isFilled = !isNullable
  if (title !== undefined) {
    const words = `${title.entity}.${title.name}`
    return { kind: kind.type, value, order: [`${words}_sort`], folded: `${words}_search`, title: words }
  }
  if (kind.type === 'text' && keys !== undefined)
    return { kind: 'text', value, order: [`${value}_sort`], folded: `${value}_search`, isFilled }
  if (kind.type === 'text') return textColumn(value)
  return { kind: kind.type, value, order: [kind.type === 'code' ? inOrderOfList(kind.list, value) : value], isFilled }
}

/** Any text as a column; its keys are made while the query runs. */
export function textColumn(value: string): ListColumn {
  return { kind: 'text', value, order: [`sortKey(${value})`], folded: `searchForm(${value})` }
}

/** A figure that the query reckons. */
export function numberColumn(value: string, kind: 'integer' | 'number' = 'integer'): ListColumn {
  return { kind, value, order: [value] }
}

/** A field of a record that a row may lack. */
export function joinedColumn(field: Field): ListColumn {
  return { ...fieldColumn(field), isFilled: false }
}

/** Fields of one record as columns under their own names. */
export function fieldColumns(fields: Readonly<Record<string, Field>>): Record<string, ListColumn> {
  return Object.fromEntries(Object.values(fields).map((field) => [field.name, fieldColumn(field)]))
}

/** Codes in the order of their list, which is that of the thing (A1, A2, B1); codes that it does not know come after. */
export function inOrderOf(codes: readonly string[], value: string): string {
  return `CASE ${value} ${codes.map((code, index) => `WHEN '${code}' THEN ${index}`).join(' ')} ELSE ${codes.length} END`
}

const inOrderOfList = (list: string, value: string) =>
  inOrderOf(
    listEntries(list).map(({ code }) => code),
    value,
  )

/**
 * The rows of a window, how many match, how many there are, and the groups. `line` names what a row carries: the id and columns of the
 * source. @throws invalidInput, tooManyGroups
 */
export function readList<Shape extends z.ZodRawShape>(store: Reader, source: ListSource, line: z.ZodObject<Shape>, window: ListWindow) {
  const { with: head = '', table, joins = '' } = source
  const { group, offset, limit } = window
  const values: SqlValues = { ...source.values }
  const matching = [searched(window.search, source, values), ...window.filters.map((filter, at) => condition(filter, at, source, values))]
  const where = conjunction(matching)
  const all = store.count(`SELECT count(*) FROM ${table}`)
  const total = where === '' ? all : store.count(`${head} SELECT count(*) FROM ${table} ${joins} ${where}`, values)
  const groups = group === null ? [] : groupsOf(store, source, where, values, window)
  const shown = group === null ? where : conjunction([...matching, unfolded(group.column, group.folded, source, values)])
  const keys = Object.keys(line.shape).filter((key) => key !== 'id')
  const selected = [`${table}.id AS id`, ...keys.map((key) => `${columnOf(source, key).value} AS ${key}`)]
  const rows = store
    .rows(
      Stored,
      `${head} SELECT ${selected.join(', ')} FROM ${table} ${joins} ${shown} ORDER BY ${orderOf(source, window)} LIMIT :limit OFFSET :offset`,
      { ...values, offset, limit },
    )
    .map((row) => line.parse(Object.fromEntries(Object.entries(row).map(([key, stored]) => [key, valueIn(source.columns[key], stored)]))))
  return { rows, total, all, groups }
}

const Stored = z.record(z.string(), z.union([z.string(), z.number()]).nullable())

/** A stored value as its field has it. */
function valueIn(column: ListColumn | undefined, stored: string | number | null): unknown {
  if (stored === null || column === undefined) return stored
  if (column.kind === 'flag') return stored === 1
  return column.kind === 'codes' || column.kind === 'json' ? JSON.parse(String(stored)) : stored
}

const GroupRow = z.object({ value: z.union([z.string(), z.number()]).nullable(), title: z.string().nullable(), count: z.int() })

function groupsOf(store: Reader, source: ListSource, where: string, values: SqlValues, { group, sorts }: ListWindow): Group[] {
  if (group === null) return []
  const column = columnOf(source, group.column)
  const groups = store.rows(
    GroupRow,
    `${source.with ?? ''} SELECT ${column.value} AS value, ${column.title ?? 'NULL'} AS title, count(*) AS count
    FROM ${source.table} ${source.joins ?? ''} ${where} GROUP BY ${column.value} ORDER BY ${groupOrder(column, sorts, group.column)} LIMIT ${MOST_GROUPS + 1}`,
    values,
  )
  if (groups.length > MOST_GROUPS) throw new WorkbenchError(tooManyGroups, { most: MOST_GROUPS })
  return groups
}

/** Every value stands in one piece, also where two are sorted alike ("Neustadt" and "neustadt"). */
function groupOrder(column: ListColumn, sorts: readonly Sort[], key: string): string {
  const isDescending = sorts.find((sort) => sort.column === key)?.isDescending ?? false
  return `${inDirection(column, isDescending)}, ${column.value}`
}

function unfolded(key: string, folded: readonly (string | number | null)[], source: ListSource, values: SqlValues): string | null {
  if (folded.length === 0) return null
  const { value } = columnOf(source, key)
  const names = folded.map((one, index) => {
    values[`folded${index}`] = one
    return `${value} IS :folded${index}`
  })
  return `NOT (${names.join(' OR ')})`
}

function orderOf(source: ListSource, { sorts, group }: ListWindow): string {
  const wished = [...sorts, ...source.order.filter(({ column }) => sorts.every((sort) => sort.column !== column))]
  const keys = wished.map(({ column, isDescending }) => inDirection(columnOf(source, column), isDescending))
  const first = group === null ? [] : [groupOrder(columnOf(source, group.column), sorts, group.column)]
  return [...first, ...keys, `${source.table}.id`].join(', ')
}

function inDirection(column: ListColumn, isDescending: boolean): string {
  const keys = column.order.map((key) => (isDescending ? `${key} DESC` : key))
  return (column.isFilled ? keys : [isEmpty(column.kind, column.title ?? column.value), ...keys]).join(', ')
}

function isEmpty(kind: FieldKind['type'], value: string): string {
  return `(${value} IS NULL OR ${value} = '${kind === 'codes' ? '[]' : ''}')`
}

function searched(text: string, source: ListSource, values: SqlValues): string | null {
  const words = searchForm(text)
  if (words === '') return null
  values.search = words
  return `instr(${source.search}, :search) > 0`
}

/** One filter as SQL. What it compares with is bound under a name of its own. @throws invalidInput */
function condition(filter: Filter, at: number, source: ListSource, values: SqlValues): string | null {
  const { kind, value, folded } = columnOf(source, filter.column)
  if (!filtersOf(kind).includes(filter.kind)) throw new WorkbenchError(invalidInput, { where: `filters.${filter.column}` })
  const bind = (name: string, bound: string | number) => {
    values[`filter${at}${name}`] = bound
    return `:filter${at}${name}`
  }
  switch (filter.kind) {
    case 'contains': {
      const words = searchForm(filter.text)
      // Signs without letters fold to nothing, and nothing is in every text.
      return words === '' || folded === undefined ? null : `instr(${folded}, ${bind('', words)}) > 0`
    }
    case 'range': {
      const ends = [
        filter.from === null ? null : `${value} >= ${bind('from', limitFor(kind, filter.from, filter.column))}`,
        filter.to === null ? null : `${value} <= ${bind('to', limitFor(kind, filter.to, filter.column))}`,
      ].filter((end) => end !== null)
      return ends.length === 0 ? null : ends.join(' AND ')
    }
    case 'oneOf':
      return kind === 'codes'
        ? `(${filter.values.map((one, index) => `instr(${value}, ${bind(String(index), JSON.stringify(one))}) > 0`).join(' OR ')})`
        : `${value} IN (${filter.values.map((one, index) => bind(String(index), one)).join(', ')})`
    case 'empty':
      return isEmpty(kind, value)
    case 'notEmpty':
      return `NOT ${isEmpty(kind, value)}`
  }
}

/** A day is compared with a day, a number with a number: SQLite would take any text for greater. @throws invalidInput */
function limitFor(kind: FieldKind['type'], limit: string | number, column: string): string | number {
  if ((kind === 'day') !== (typeof limit === 'string')) throw new WorkbenchError(invalidInput, { where: `filters.${column}` })
  return limit
}

function columnOf(source: ListSource, key: string): ListColumn {
  const column = Object.hasOwn(source.columns, key) ? source.columns[key] : undefined
  if (column === undefined) throw new WorkbenchError(invalidInput, { where: `columns.${key}` })
  return column
}

function conjunction(conditions: readonly (string | null)[]): string {
  const held = conditions.filter((one) => one !== null)
  return held.length === 0 ? '' : `WHERE ${held.join(' AND ')}`
}
