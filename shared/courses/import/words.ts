// Words of lists as codes: "ukr.", "w", "Alpha", "vormittags". What is not known stays out and is named.
import providerWord from '../../../resources/lists/providerWord.json'
import { listEntries } from '../../core/lists'
import { searchForm } from '../../core/textKeys'

export type WordList = keyof typeof providerWord

const codesByList = new Map<string, Map<string, string>>()

/** The code for a word of a list (also its German or English label, or the code itself), or `null`. */
export function codeOfWord(list: WordList | 'cefr' | 'literacy' | 'entitlementBasis', word: string): string | null {
  let codes = codesByList.get(list)
  if (codes === undefined) {
    codes = new Map()
    const known = codes
    // Of two codes with one word the list's own label counts.
    const add = (name: string, code: string) => known.has(keyOf(name)) || known.set(keyOf(name), code)
    if (list !== 'yes') for (const { code, de, en } of listEntries(list)) for (const name of [code, de, en]) add(name, code)
    const words: Record<string, string[]> =
      list in providerWord ? ((providerWord as Record<string, Record<string, string[]>>)[list] ?? {}) : {}
    for (const [code, names] of Object.entries(words)) for (const name of names) add(name, code)
    codesByList.set(list, codes)
  }
  return codes.get(keyOf(word)) ?? null
}

function keyOf(word: string): string {
  // B1+ is not B1.
  return searchForm(word.replaceAll('+', ' plus ')).replaceAll(' ', '') || word.trim()
}
