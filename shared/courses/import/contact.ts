// Numbers that spreadsheets spoil: telephones that became numbers, postcodes without their zero.
import type { CellValue } from '../../core/sheet'
import type { ReadValue } from './value'

/** Reads a telephone number. One that Excel rounded ("1,76E+11") is lost. */
export function readPhone(field: string, cell: CellValue, text: string): ReadValue {
  if (/^\d+(?:[.,]\d+)?E\+?\d+$/i.test(text))
    return {
      values: {},
      problems: [
        {
          code: 'phone-lost',
          severity: 'warning',
          repair: null,
          params: { value: text },
          sentence:
            '„{value}“ ist keine Telefonnummer mehr, Excel hat sie gerundet. Fragen Sie die Nummer nach und tragen Sie sie als Text ein.',
        },
      ],
    }
  if (cell.kind !== 'number') return { values: { [field]: text }, problems: [] }
  // Twelve digits from 49 on are the country's code: no number in the country is so long.
  const number = /^(?:00)?49\d{10,}$/.test(text) ? `+${text.replace(/^00/, '')}` : `0${text.replace(/^0/, '')}`
  return { values: { [field]: number }, problems: [] }
}

/** Reads a German postcode: "1234" lost its zero, "D-12345" says the country, "12345 Ort" has the place with it. */
export function readPostcode(text: string): ReadValue {
  const [, digits, city] = text.match(/^(?:D(?:E)?[- ]*)?(\d{2} ?\d{2,3})(?:,? +(\p{L}.*))?$/iu) ?? []
  if (digits === undefined)
    return {
      values: {},
      problems: [
        {
          code: 'postcode-invalid',
          severity: 'warning',
          repair: null,
          params: { value: text },
          sentence:
            '„{value}“ ist keine deutsche Postleitzahl (fünf Ziffern) und bleibt weg. Berichtigen Sie sie oder tragen Sie sie bei den Bemerkungen ein.',
        },
      ],
    }
  const postcode = digits.replace(' ', '').padStart(5, '0')
  return { values: { postcode, ...(city !== undefined && { city }) }, problems: [] }
}

/** Reads "06099 Musterhausen"; without a postcode it is the place alone. */
export function readPostcodeCity(text: string): ReadValue {
  const read = /\d{4}/.test(text) ? readPostcode(text) : null
  return read !== null && read.problems.length === 0 ? read : { values: { city: text }, problems: [] }
}
