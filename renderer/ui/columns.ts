import type { ReactNode } from 'react'
import type { Field } from '../../shared/core/entity'
import { t } from '../../shared/i18n/text'
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
  /** A click on the head asks `onSort` for this column. */
  isSortable?: boolean
}
/** Either a field of a record, shown as its definition says, or a cell of its own. */
export type Column<Row> = Field | CellColumn<Row>

const WIDTHS: Partial<Record<Field['kind']['type'], number>> = { day: 6.25, integer: 5, number: 5.5, flag: 4.5 }

/** Any column as a column with a cell. */
export function asCellColumn<Row extends object>(column: Column<Row>): CellColumn<Row> {
  if ('cell' in column) return column
  const { type } = column.kind
  const width = WIDTHS[type]
  return {
    key: column.name,
    label: t(column.short ?? column.label),
    align: type === 'integer' || type === 'number' ? 'end' : 'start',
    ...(width !== undefined && { width }),
    cell: (row) => fieldText(column, Reflect.get(row, column.name)),
  }
}
