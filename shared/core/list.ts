// What a list on screen asks for: which rows, in which order, which part of them. The store turns it into SQL (electron/store/list.ts).
import * as z from 'zod'
import type { FieldKind } from './entity'
import { failure } from './errors'

export const tooManyGroups = failure<{ most: number }>(
  'core/too-many-groups',
  'Diese Spalte hat mehr als {most} verschiedene Werte; so viele Gruppen zeigt die Liste nicht. Filtern Sie vorher, oder gruppieren Sie nach einer anderen Spalte.',
)

/** Names a column of a list; which ones there are, its source says. */
const ColumnKey = z.string().min(1).max(60)

/** One key of an order. What is empty comes last in both directions. */
export const Sort = z.object({ column: ColumnKey, isDescending: z.boolean() })
export type Sort = z.infer<typeof Sort>

const Limit = z.union([z.number(), z.iso.date()]).nullable()
const Value = z.union([z.string().max(200), z.number()])

/** A condition on one column; all of a list hold at once. Flags are 0 and 1, as they are stored. */
export const Filter = z.discriminatedUnion('kind', [
  /** The folded text contains the folded text: "oez" finds Öztürk. */
  z.object({ kind: z.literal('contains'), column: ColumnKey, text: z.string().max(200) }),
  /** Days or numbers, both ends included; `null` leaves an end open. */
  z.object({ kind: z.literal('range'), column: ColumnKey, from: Limit, to: Limit }),
  /** One of these codes, flags or ids; of a field with several codes, any of them. */
  z.object({ kind: z.literal('oneOf'), column: ColumnKey, values: z.array(Value).min(1).max(100) }),
  z.object({ kind: z.literal('empty'), column: ColumnKey }),
  z.object({ kind: z.literal('notEmpty'), column: ColumnKey }),
])
export type Filter = z.infer<typeof Filter>

/** Rows that have one value in common, shown under one line; the rows of folded ones are left out of the window. */
export const Grouping = z.object({ column: ColumnKey, folded: z.array(Value.nullable()).max(500) })
export type Grouping = z.infer<typeof Grouping>

/** A window of a list: rows from `offset` of those that match, in this order. Without sorts the list has its own order. */
export const ListWindow = z.object({
  search: z.string().max(200),
  filters: z.array(Filter).max(30).default([]),
  sorts: z.array(Sort).max(6).default([]),
  group: Grouping.nullable().default(null),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
})
export type ListWindow = z.output<typeof ListWindow>

/** A value that some rows share and how many do; `title` where the value is an id. */
const Group = z.object({ value: Value.nullable(), title: z.string().nullable(), count: z.int() })
export type Group = z.infer<typeof Group>

/** What a list answers: `total` rows match, of `all`. `groups` in the order of their rows; empty if none were asked for. */
export function listOf<Line extends z.ZodType>(line: Line) {
  return z.object({ rows: z.array(line), total: z.int(), all: z.int(), groups: z.array(Group) })
}

/** The kinds of filters that fit a column. */
export function filtersOf(kind: FieldKind['type']): readonly Filter['kind'][] {
  switch (kind) {
    case 'text':
      return ['contains', 'empty', 'notEmpty']
    case 'reference':
      return ['contains', 'oneOf', 'empty', 'notEmpty']
    case 'day':
    case 'integer':
    case 'number':
      return ['range', 'empty', 'notEmpty']
    case 'code':
    case 'codes':
      return ['oneOf', 'empty', 'notEmpty']
    case 'flag':
      return ['oneOf']
    case 'json':
      return ['empty', 'notEmpty']
  }
}

/** True if rows may stand in groups by this column: its values repeat. */
export function isGroupable(kind: FieldKind['type']): boolean {
  return kind === 'text' || kind === 'code' || kind === 'flag' || kind === 'reference'
}
