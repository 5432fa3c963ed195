// Who stands in a file twice, also on two sheets of it: the second row is named with the place of the first.
import type { Finding } from '../../core/finding'
import { nameWords } from '../../directory/matching/samePerson'
import type { ReadRow } from './reading'

interface Seen {
  sheet: string
  row: number
}

const TWICE_SENTENCES = {
  'duplicate-row': 'Dieselbe Person steht schon in Zeile {row}. Prüfen Sie, welche Zeile stimmt; übernommen wird nur die erste.',
  'duplicate-row elsewhere':
    'Dieselbe Person steht schon auf dem Blatt „{sheet}“ in Zeile {row}. Prüfen Sie, welche Zeile stimmt; übernommen wird nur die erste.',
  'duplicate-probable':
    'Derselbe Name steht schon in Zeile {row}, das Geburtsdatum fehlt auf einer Seite. Ergänzen Sie es, oder lassen Sie eine der Zeilen weg, wenn es dieselbe Person ist.',
  'duplicate-probable elsewhere':
    'Derselbe Name steht schon auf dem Blatt „{sheet}“ in Zeile {row}, das Geburtsdatum fehlt auf einer Seite. Ergänzen Sie es, oder lassen Sie eine der Zeilen weg, wenn es dieselbe Person ist.',
}

/** The people of one file, in the order in which they are read. */
export class SeenPeople {
  private readonly people = new Map<string, Seen>()
  private readonly names = new Map<string, Seen & { hasBirthday: boolean }>()

  /** Remembers a person of a row; the finding if the file has had the same one above, or probably the same. */
  add(values: ReadRow['values'], place: Finding['place']): Finding | null {
    const text = (value: unknown) => (typeof value === 'string' ? value : '')
    const birthDate = text(values.birthDate)
    const name = nameWords({ lastName: text(values.lastName), firstName: text(values.firstName) }).join(' ')
    const person = `${name} ${birthDate}`
    const here = { sheet: place.sheet, row: place.row }
    const hasBirthday = birthDate !== ''
    const same = hasBirthday ? this.people.get(person) : undefined
    const namesake = this.names.get(name)
    if (hasBirthday && same === undefined) this.people.set(person, here)
    if (namesake === undefined) this.names.set(name, { ...here, hasBirthday })
    if (same !== undefined) return twice('duplicate-row', place, same)
    return namesake === undefined || (namesake.hasBirthday && hasBirthday) ? null : twice('duplicate-probable', place, namesake)
  }
}

function twice(code: 'duplicate-row' | 'duplicate-probable', place: Finding['place'], { sheet, row }: Seen): Finding {
  const sentence = TWICE_SENTENCES[sheet === place.sheet ? code : (`${code} elsewhere` as const)]
  return { code, severity: 'warning', place, repair: null, params: { sheet, row }, sentence }
}
