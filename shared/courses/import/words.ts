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
    if (list !== 'yes') for (const { code, de, en } of listEntries(list)) for (const name of [code, de, en]) codes.set(keyOf(name), code)
    const words: Record<string, string[]> =
      list in providerWord ? ((providerWord as Record<string, Record<string, string[]>>)[list] ?? {}) : {}
    for (const [code, names] of Object.entries(words)) for (const name of names) codes.set(keyOf(name), code)
    codesByList.set(list, codes)
  }
  return codes.get(keyOf(word)) ?? null
}

function keyOf(word: string): string {
  return searchForm(word).replaceAll(' ', '') || word.trim()
}
