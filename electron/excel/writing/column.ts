// What a column of a written workbook is: header, width, number format and validation, mostly read from a record's definition.
import type { Field, IsoDate } from '../../../shared/core/entity'
import { choices, labelOf, ruleValue } from '../../../shared/core/lists'
import { t } from '../../../shared/i18n/text'
import * as z from 'zod'

/** A day (ISO text) in a `day` column becomes a real date. Text stays text, also where it begins like a formula. */
export type CellValue = string | number | boolean | null
export type ColumnKind = 'text' | 'day' | 'integer' | 'number'

export interface Column<Row> {
  header: string
  kind: ColumnKind
  /** In signs of the standard font. */
  width: number
  isHidden: boolean
  /** Words that may stand in a cell; empty: no restriction. */
  options: readonly string[]
  bounds: { min: number; max: number } | null
  value: (row: Row) => CellValue
}

const Bounds = z.object({ min: z.number(), max: z.number() })
const WIDEST = 42

/**
 * A column for a record's field. Codes are written as words, with the list's values in force on `day` to choose from; several codes of
 * one field stand with commas and cannot be restricted. `read` gives the stored value.
 */
export function fieldColumn<Row>(field: Field, day: IsoDate, read: (row: Row) => unknown): Column<Row> {
  const { kind, bounds } = field
  const options = kind.type === 'code' ? choices(kind.list, day).map(({ code }) => labelOf(kind.list, code)) : []
  return plainColumn<Row>(t(field.label), columnKind(kind.type), (row) => written(kind, read(row)), {
    options,
    bounds: bounds === undefined ? null : Bounds.parse(ruleValue(bounds, day)),
  })
}

/** A column that no record's field stands behind. */
export function plainColumn<Row>(
  header: string,
  kind: ColumnKind,
  value: (row: Row) => CellValue,
  about: Partial<Pick<Column<Row>, 'options' | 'bounds' | 'isHidden'>> = {},
): Column<Row> {
  const { options = [], bounds = null, isHidden = false } = about
  return { header, kind, value, options, bounds, isHidden, width: widthOf(header, kind, options) }
}

function columnKind(type: Field['kind']['type']): ColumnKind {
  return type === 'day' || type === 'integer' || type === 'number' ? type : 'text'
}

function written(kind: Field['kind'], value: unknown): CellValue {
  if (value === null || value === undefined || value === '') return null
  if (kind.type === 'code' && typeof value === 'string') return labelOf(kind.list, value)
  if (kind.type === 'codes' && Array.isArray(value)) return value.map((code) => labelOf(kind.list, String(code))).join(', ') || null
  if (typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? t('ja') : t('nein')
  throw new TypeError(`A ${kind.type} cannot be written into one cell`)
}

// The head wraps, so a long word in it decides, not its length; dates need ten signs, the filter's button two.
function widthOf(header: string, kind: ColumnKind, options: readonly string[]): number {
  const longestWord = Math.max(...header.split(/[\s-]/).map((word) => word.length))
  const content = kind === 'day' ? 10 : kind === 'text' ? Math.max(14, ...options.map((option) => option.length)) : 6
  return Math.min(WIDEST, Math.max(content, longestWord + 2)) + 2
}
