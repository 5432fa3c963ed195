// A stored value as people read it. Missing is "–", never 0 (ui.md section 3).
import type { Field } from '../../shared/core/entity'
import { labelOf } from '../../shared/core/lists'
import { formatDate, formatNumber } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'

/** The text of a field's value. References are ids and stay so: `ReferenceText` finds their words. */
export function fieldText(field: Pick<Field, 'kind'>, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  const { kind } = field
  if (typeof value === 'boolean') return value ? t('ja') : t('nein')
  if (typeof value === 'number') return formatNumber(value)
  if (kind.type === 'code' && typeof value === 'string') return labelOf(kind.list, value)
  if (kind.type === 'codes' && Array.isArray(value))
    return value.length === 0 ? '–' : value.map((code) => labelOf(kind.list, String(code))).join(', ')
  if (kind.type === 'day' && typeof value === 'string') return formatDate(value)
  if (typeof value === 'string') return value
  return JSON.stringify(value)
}
