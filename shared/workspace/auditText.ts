import { t } from '../i18n/text'
import type { AUDIT_KINDS } from './auditCalls'

/** The word for a kind of entry, on screen and in the file. */
export function auditKindText(kind: (typeof AUDIT_KINDS)[number]): string {
  if (kind === 'saw') return t('angesehen')
  if (kind === 'changed') return t('geändert')
  if (kind === 'imported') return t('eingelesen')
  if (kind === 'exported') return t('ausgegeben')
  return t('Zugang')
}
