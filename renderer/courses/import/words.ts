import { fieldFor } from '../../../shared/courses/import/fieldsOfList'
import { t } from '../../../shared/i18n/text'
import { fieldText } from '../../ui'

/** The word for a field of a provider's list; a field that no record takes is shown by its name. */
export function listFieldWord(listName: string): string {
  if (listName === 'fullName') return t('Familienname und Vorname in einer Zelle')
  if (listName === 'postcodeCity') return t('Postleitzahl und Ort in einer Zelle')
  const field = fieldFor(listName)
  return field === undefined ? listName : t(field.label)
}

/** A value of a provider's list as people read it. */
export function listFieldText(listName: string, value: unknown): string {
  const field = fieldFor(listName)
  if (value === null || value === undefined || value === '') return '–'
  if (field === undefined) return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
  return fieldText(field, field.kind.type === 'codes' && !Array.isArray(value) ? [value] : value)
}
