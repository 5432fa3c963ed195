import type { Filter } from '../../../shared/core/list'
import { formatDate, formatNumber } from '../../../shared/i18n/format'
import { t } from '../../../shared/i18n/text'
import { type ColumnKind, valueText } from '../../ui/columns'
import { useReferenceLabel } from '../../ui/ReferenceField'

/** What a filter asks for, in words: "in Kurs, wartend", "ab 01.03.2026", "leer". */
export function FilterWords({ kind, filter }: { kind: ColumnKind; filter: Filter }) {
  if (filter.kind === 'oneOf' && kind.type === 'reference')
    return filter.values.map((id, at) => (
      <span key={id}>
        {at > 0 && ', '}
        <ReferenceWord entity={kind.entity} id={String(id)} />
      </span>
    ))
  return filterText(kind, filter)
}

function ReferenceWord({ entity, id }: { entity: string; id: string }) {
  return useReferenceLabel(entity, id)
}

/** The same where every value has its word at hand. */
export function filterText(kind: ColumnKind, filter: Filter): string {
  switch (filter.kind) {
    case 'contains':
      return `„${filter.text}“`
    case 'range': {
      const { from, to } = filter
      const word = (end: string | number) => (typeof end === 'string' ? formatDate(end) : formatNumber(end))
      if (from !== null && to !== null) return from === to ? word(from) : t('{from} bis {to}', { from: word(from), to: word(to) })
      if (from !== null) return t('ab {from}', { from: word(from) })
      return to === null ? t('alle') : t('bis {to}', { to: word(to) })
    }
    case 'oneOf':
      return filter.values.map((value) => valueText(kind, value)).join(', ')
    case 'empty':
      return t('leer')
    case 'notEmpty':
      return t('nicht leer')
  }
}
