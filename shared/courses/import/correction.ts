import type { Json } from '../../core/change'
import type { IsoDate } from '../../core/entity'
import { boundsOfFields } from './bounds'
import type { ReadRow } from './reading'
import { readValue } from './row'
import { placed } from './value'

/**
 * A row after somebody typed a value for one of its fields: read by the same rules as the file, its findings judged anew. A value
 * that is still wrong keeps its finding, now about what was typed.
 */
export function correctedRow(row: ReadRow, field: string, typed: Json, today: IsoDate): Pick<ReadRow, 'values' | 'findings'> {
  const text = typeof typed === 'string' || typeof typed === 'number' ? String(typed) : ''
  const read = readValue(
    field,
    { kind: 'text', text },
    { today, order: 'day-month', bounds: boundsOfFields(today), is1904: false, nameOrder: null },
  )
  const values = { ...row.values, ...read.values }
  if (text.trim() === '') delete values[field]
  const others = row.findings.filter(({ place }) => place.field !== field)
  const former = row.findings.find(({ place }) => place.field === field)?.place
  const place = former ?? { sheet: row.sheet, row: row.row, cell: '', field }
  return { values, findings: [...others, ...read.problems.map((problem) => placed(problem, place))] }
}
