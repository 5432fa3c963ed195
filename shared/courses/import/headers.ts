// What a column holds, by its header: providers' synonyms, in whatever spelling (domain.md 2.8). Each way of reading is tried after the
// surer ones; where two fields are possible, none is proposed.
import providerHeader from '../../../resources/lists/providerHeader.json'
import { searchForm } from '../../core/textKeys'
import { isOneSlip } from './slip'

const known = providerHeader.flatMap(({ field, headers }) => headers.map((header) => ({ field, header, words: wordsOf(header) })))
const fieldByHeader = new Map(known.map(({ field, words }) => [words.join(''), field]))
/** Fields by their headers without vowels ("gbrtsdtm"): databases of old shorten their columns so. */
const fieldByConsonants = onlyOnes(known.map(({ field, words }) => [consonantsOf(words.join('')), field] as const))

/** Whoever a row speaks of, before the header or in front of it in one word. */
const PERSON =
  /^(?:teilnehmer(?:innen|in|enden|ende)?|tn|personen|person|pers|klientin|klienten|klient|kundin|kunden|kunde|schulerin|schuler|bewohner|bew|adr)/
/** What tells several columns of a kind apart, behind the header. */
const COUNT = /[\s_.](?:\d{1,2}|neu|aktuell|akt\.?|intern)$/i
const DAY_FIRST = /^(?:datum|tag)\s+(?:des|der|vom|von)?\s*/i

/** The field that a header names, or `null`. A remark in brackets counts only if it is known with it. */
export function fieldOfHeader(header: string): string | null {
  const bare = header.replaceAll(/[([{][^)\]}]*[)\]}]/g, ' ').trim()
  return (
    exactly(header) ??
    exactly(bare) ??
    abbreviated(bare) ??
    exactly(bare.replace(COUNT, '')) ??
    ofPerson(bare) ??
    dayOf(bare) ??
    fieldByConsonants.get(keyOf(bare)) ??
    nearlyKnown(keyOf(bare))
  )
}

function exactly(header: string): string | null {
  return fieldByHeader.get(keyOf(header)) ?? null
}

/** "ET mündl." for "ET mündlich": word by word, where a point says that a word goes on. */
function abbreviated(header: string): string | null {
  const parts = [...header.matchAll(/([\p{L}\d]+)(\.?)/gu)].map(([, word = '', point]) => ({
    word: keyOf(word),
    isCut: point === '.' && word.length >= 3,
  }))
  // One short word alone may be many.
  if (!parts.some(({ isCut }) => isCut) || parts.map(({ word }) => word).join('').length < 4) return null
  const fields = known
    .filter(({ words }) => words.length === parts.length && words.every((word, at) => isWord(word, parts[at])))
    .map(({ field }) => field)
  return new Set(fields).size === 1 ? (fields[0] ?? null) : null
}

function isWord(word: string, part: { word: string; isCut: boolean } | undefined): boolean {
  return part !== undefined && (part.isCut ? word.startsWith(part.word) : word === part.word)
}

/** "TN_GebDat", "Teilnehmervorname": the header behind the word for the person. A child's or parent's name is another person's. */
function ofPerson(header: string): string | null {
  const rest = keyOf(header).replace(PERSON, '')
  return rest === keyOf(header) ? null : (fieldByHeader.get(rest) ?? null)
}

/** "Datum der Einstufung", "Tag der Einreise"; only where the rest is a day by itself. */
function dayOf(header: string): string | null {
  const rest = header.replace(DAY_FIRST, '')
  if (rest === header) return null
  const field = exactly(`Datum ${rest}`) ?? exactly(rest)
  return field !== null && /(?:Date|Start|End|Until)$/.test(field) ? field : null
}

/** A long header with one typing error ("Geburtstdatum", "Staatsangehoerigkiet") is still recognised; short ones are too alike. */
function nearlyKnown(key: string): string | null {
  if (key.length < 7) return null
  for (const [one, field] of fieldByHeader) if (one.length >= 7 && isOneSlip(one, key)) return field
  return null
}

/** The key of a header: folded letters and digits only, so that "Geb.-\nDatum" and "GEBDATUM" are one. */
function keyOf(header: string): string {
  return searchForm(header).replaceAll(' ', '')
}

function wordsOf(header: string): string[] {
  return searchForm(header).split(' ').filter(Boolean)
}

function consonantsOf(key: string): string {
  return key.replaceAll(/[aeiou]/g, '')
}

/** Keys of four letters and more that mean one field alone. */
function onlyOnes(pairs: readonly (readonly [string, string])[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, field] of pairs) {
    const isShared = pairs.some(([other, otherField]) => other === key && otherField !== field)
    if (key.length >= 4 && !isShared) found.set(key, field)
  }
  return found
}
