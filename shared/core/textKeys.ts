// Keys that stand beside a text, so that rows are sorted and found in SQL alone and the file stays readable without our functions.
import anyAscii from 'any-ascii'
import type { TextKeys } from './entity'

// DIN 5007-2 (phone-book order, persons): an umlaut sorts as its vowel with e. DIN 5007-1 (all other lists): as the vowel alone.
const PERSON_ORDER: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', æ: 'ae', œ: 'oe', ø: 'oe', å: 'aa' }

/** The key by which a text is sorted. Case, accents and signs do not count; the id decides between equal keys. */
export function sortKey(text: string, order: TextKeys): string {
  const small = text.normalize('NFC').toLowerCase()
  return words(order === 'person' ? small.replaceAll(/[äöüæœøå]/g, (letter) => PERSON_ORDER[letter] ?? letter) : small)
}

/**
 * The folded form in which texts are searched and compared: A to Z for every letter (after DIN 91379, search form), small, words
 * with one blank between. An umlaut and its spelling with e are one ("Öztürk", "Oeztuerk" and "Ozturk" are all "ozturk").
 */
export function searchForm(text: string): string {
  // Both sides are folded alike, so a name whose ae, oe or ue is no umlaut (Manuel) is found all the same.
  return words(text.normalize('NFC').toLowerCase()).replaceAll(/([aou])e/g, '$1')
}

/** Latin letters, digits and single blanks; ß is ss, scripts beyond Latin are transliterated. An apostrophe joins: D'Souza is dsouza. */
function words(text: string): string {
  // Most texts have nothing to transliterate.
  const latin = /^[\0-\x7f]*$/.test(text) ? text : anyAscii(text)
  return latin
    .toLowerCase()
    .replaceAll(/['’`ʿʾ]/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
}
