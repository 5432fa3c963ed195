import type { ReactNode } from 'react'
import type { Field, FieldKind } from '../../shared/core/entity'
import { labelOf, listEntries } from '../../shared/core/lists'
import { t } from '../../shared/i18n/text'
import type { Option } from './choices'
import { fieldText } from './fieldText'

/** A column with a cell of its own. `width` in rem; columns without one share what is left. */
export interface CellColumn<Row> {
  key: string
  label: string
  /** Drawn in the head instead of the label, which is then read out only. */
  head?: ReactNode
  cell(row: Row): ReactNode
  align?: 'start' | 'end'
  width?: number
  /** May take two lines. */
  isSentence?: boolean
  /** What its values are, if the list's query can sort and filter by them under this key. */
  kind?: ColumnKind
}
/** As a field's; or codes that stand in no list of resources/lists, with their words. */
export type ColumnKind = FieldKind | { type: 'code'; options: () => readonly Option[] }
/** Either a field of a record, shown as its definition says, or a cell of its own. */
export type Column<Row> = Field | CellColumn<Row>

const WIDTHS: Partial<Record<FieldKind['type'], number>> = { day: 6.25, integer: 5, number: 5.5, flag: 4.5 }

/** Any column as a column with a cell. */
export function asCellColumn<Row extends object>(column: Column<Row>): CellColumn<Row> {
  if ('cell' in column) return column
  return { ...fieldHead(column), cell: (row) => fieldText(column, Reflect.get(row, column.name)) }
}

/** All of a field's column but its cell, for those that say more than the value: the word for an id, a drawing. */
export function fieldHead(field: Field): Omit<CellColumn<never>, 'cell'> {
  const { type } = field.kind
  const width = WIDTHS[type]
  return {
    key: field.name,
    label: t(field.short ?? field.label),
    align: type === 'integer' || type === 'number' ? 'end' : 'start',
    ...(width !== undefined && { width }),
    kind: field.kind,
  }
}

/** What a column's filter can be set to, where that is a choice of a few. */
export function optionsOf(kind: ColumnKind): readonly Option[] {
  if ('options' in kind) return kind.options()
  if (kind.type === 'code' || kind.type === 'codes') {
    const { list } = kind
    return listEntries(list).map(({ code }) => ({ code, label: labelOf(list, code) }))
  }
  if (kind.type !== 'flag') return []
  return [
    { code: '1', label: t('ja') },
    { code: '0', label: t('nein') },
  ]
}

/** One value of a column in words: of a group, of a filter. `title` where the value is an id. */
export function valueText(kind: ColumnKind, value: string | number | null, title: string | null = null): string {
  if (title !== null) return title
  const known = optionsOf(kind).find(({ code }) => code === String(value))
  if (known !== undefined) return known.label
  if (kind.type === 'reference' && value !== null) return t('nicht vorhanden')
  return 'options' in kind ? String(value ?? '–') : fieldText({ kind }, value)
}
