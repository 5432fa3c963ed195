// Who stands in a file twice, also on two sheets of it: the second row is named with the place of the first.
import type { Finding } from '../../core/finding'
import { nameWords } from '../../directory/matching/samePerson'
import type { ReadRow } from './reading'

/** Where somebody stands first. `birthday` as a number (19910314), 0 if it is not known there: a file may have 200,000 people. */
interface Seen {
  sheet: string
  row: number
  birthday: number
  /** The next one of this name. */
  next: Seen | null
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
  private readonly byName = new Map<string, Seen>()

  /** Remembers a person of a row; the finding if the file has had the same one above, or probably the same. */
  add(values: ReadRow['values'], place: Finding['place']): Finding | null {
    const text = (value: unknown) => (typeof value === 'string' ? value : '')
    const birthday = Number(text(values.birthDate).replaceAll('-', ''))
    const name = nameWords({ lastName: text(values.lastName), firstName: text(values.firstName) }).join(' ')
    const first = this.byName.get(name)
    const same = withBirthday(first, birthday)
    if (same !== null && birthday !== 0) return twice('duplicate-row', place, same)
    if (same === null) {
      const here: Seen = { sheet: place.sheet, row: place.row, birthday, next: null }
      if (first === undefined) this.byName.set(name, here)
      else first.next = { ...here, next: first.next }
    }
    const doubtful = birthday === 0 ? first : withBirthday(first, 0)
    return doubtful === undefined || doubtful === null ? null : twice('duplicate-probable', place, doubtful)
  }
}

function withBirthday(first: Seen | undefined, birthday: number): Seen | null {
  for (let one = first ?? null; one !== null; one = one.next) if (one.birthday === birthday) return one
  return null
}

function twice(code: 'duplicate-row' | 'duplicate-probable', place: Finding['place'], { sheet, row }: Seen): Finding {
  const sentence = TWICE_SENTENCES[sheet === place.sheet ? code : (`${code} elsewhere` as const)]
  return { code, severity: 'warning', place, repair: null, params: { sheet, row }, sentence }
}
