// What a column holds, by its header: providers' synonyms, in whatever spelling (domain.md 2.8). Each way of reading is tried after the
// surer ones; where two fields are possible, none is proposed.
import providerHeader from '../../../resources/lists/providerHeader.json'
import { searchForm } from '../../core/textKeys'
import { isOneSlip } from './slip'

/** Words that join others and name nothing. */
const JOINING = new Set(['und', 'u', 'and', 'der', 'des', 'die', 'das', 'the', 'of'])
/** Endings that stand for a word, also within one ("Kursnr", "ET-Pkt"). */
const SHORTENED: readonly (readonly [RegExp, string])[] = [
  [/(?:nr|nummern)$/, 'nummer'],
  [/(?:pkt|pkte|punktzahl)$/, 'punkte'],
  [/^(?:mdl|mundl)$/, 'mundlich'],
  [/^(?:schr|schriftl)$/, 'schriftlich'],
]

/** Shorter headers are too alike for a slip. */
const SHORTEST_SLIP = 7
const known = providerHeader.flatMap(({ field, headers }) => headers.map((header) => ({ field, header, words: wordsOf(header) })))
const fieldByHeader = new Map(known.map(({ field, words }) => [words.join(''), field]))
const longHeaders = [...fieldByHeader].filter(([key]) => key.length >= SHORTEST_SLIP)
/** Fields by their headers without vowels ("gbrtsdtm"): databases of old shorten their columns so. */
const fieldByConsonants = onlyOnes(known.map(({ field, words }) => [consonantsOf(words.join('')), field] as const))

/** Whoever a row speaks of, before the header or in front of it in one word. */
const PERSON =
  /^(?:teilnehmer(?:innen|in|enden|ende)?|tn|personen|person|pers|klientin|klienten|klient|kundin|kunden|kunde|schulerin|schuler|bewohner|bew|adr)/
const PERSON_WORD = /^(?:kurs)?(?:teilnehmer(?:innen|in|enden|ende|s|n)?|tn|personen|person|r)$/
/** What tells several columns of a kind apart, behind the header. */
const COUNT = /[\s_.](?:\d{1,2}|neu|aktuell|akt\.?|intern)$/i
const DAY_FIRST = /^(?:datum|tag)\s+(?:des|der|vom|von)?\s*/i

const FOOTNOTE = /[¹²³⁰⁴-⁹*†]/g
/** What follows says by which paper or in which form, not what. */
const ADDITION =
  /\s(?:(?:lt|laut|gem|gemäß)\b\.?\s.*|TT\.? ?MM\.? ?JJ(?:JJ)?|DD.?MM.?YYYY|[mw] ?\/ ?[mwfdx](?: ?\/ ?[dx])?|j(?:a)? ?\/ ?n(?:ein)?|\d+ ?[-–] ?\d+|max\.? ?\d+|in punkten|in %)$/i

/** The field that a header names, or `null`. A remark in brackets counts only if it is known with it. */
export function fieldOfHeader(header: string): string | null {
  const bare = header
    .replaceAll(/[([{][^)\]}]*[)\]}]/g, ' ')
    .replaceAll(FOOTNOTE, '')
    .trim()
  const short = bare.replace(ADDITION, '')
  return fieldOf(header, bare) ?? (short === bare ? null : fieldOf(short, short)) ?? inTwoLanguages(bare)
}

/** True for a text that is a header as it stands. Cheaper than asking which field it names. */
export function isKnownHeader(text: string): boolean {
  return exactly(text) !== null
}

/** The field of a header under the name of its group ("DTZ" over "Ergebnis"), if the two together are known. */
export function fieldInGroup(group: string, header: string): string | null {
  return group === '' || header === '' ? null : exactly(`${group} ${header}`)
}

function fieldOf(header: string, bare: string): string | null {
  const words = wordsOf(bare)
  const key = words.join('')
  const uncounted = bare.replace(COUNT, '')
  return (
    (header === bare ? null : exactly(header)) ??
    fieldByHeader.get(key) ??
    abbreviated(bare) ??
    (uncounted === bare ? null : exactly(uncounted)) ??
    ofPerson(words) ??
    dayOf(bare) ??
    fieldByConsonants.get(key) ??
    nearlyKnown(key)
  )
}

/** "Nachname / Family name": each side names the same field. */
function inTwoLanguages(header: string): string | null {
  const sides = header.split(/\s?[/|]\s?/)
  if (sides.length < 2) return null
  const fields = new Set(sides.map((side) => fieldOf(side, side)))
  return fields.size === 1 ? ([...fields][0] ?? null) : null
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

/** "TN_GebDat", "Teilnehmervorname", "Nachname TN": the header beside the word for the person. A child's or parent's name is another person's. */
function ofPerson(words: readonly string[]): string | null {
  const key = words.join('')
  const rest = key.replace(PERSON, '')
  if (rest !== key && fieldByHeader.has(rest)) return fieldByHeader.get(rest) ?? null
  const others = words.filter((word) => !PERSON_WORD.test(word))
  return others.length === words.length || others.length === 0 ? null : (fieldByHeader.get(others.join('')) ?? null)
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
  if (key.length < SHORTEST_SLIP) return null
  for (const [one, field] of longHeaders) if (isOneSlip(one, key)) return field
  return null
}

/** The key of a header: folded letters and digits only, so that "Geb.-\nDatum" and "GEBDATUM" are one. */
function keyOf(header: string): string {
  return wordsOf(header).join('')
}

function wordsOf(header: string): string[] {
  const all = searchForm(header).split(' ').filter(Boolean)
  const naming = all.filter((word) => !JOINING.has(word))
  return (naming.length === 0 ? all : naming).map((word) => SHORTENED.reduce((whole, [short, long]) => whole.replace(short, long), word))
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
