import type { Letterhead } from '../../shared/core/document'
import { t } from '../../shared/i18n/text'

/** What stands at the head of a document, line by line; the first is the office. What is empty is left out. */
export function letterheadLines({ officeName, countyName, street, postcode, place, phone, mail, contact }: Letterhead): string[] {
  const town = [postcode, place].filter((part) => part !== '').join(' ')
  return [
    officeName,
    countyName,
    [street, town].filter((part) => part !== '').join(', '),
    contact === '' ? '' : t('Auskunft: {contact}', { contact }),
    [phone === '' ? '' : t('Telefon {phone}', { phone }), mail].filter((part) => part !== '').join(', '),
  ].filter((line) => line !== '')
}
