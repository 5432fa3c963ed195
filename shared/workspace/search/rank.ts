// How well a record, command or page meets a search. Pure: the store ranks what the index finds, the window its commands and pages.
import { slipsAllowed, slipsBetween } from './edits'
import { soundOf } from './sound'
import type { SearchTerm } from './terms'

/** What can be found, its words in search form. `title` counts before `detail`. */
export interface Findable {
  title: readonly string[]
  detail: readonly string[]
}

/** From best to worst: the word itself, its beginning, its sound in another spelling, a slip. */
const KINDS: readonly ((word: string, typed: string, sound: string) => boolean)[] = [
  (word, typed) => word === typed,
  (word, typed) => word.startsWith(typed),
  (word, _, sound) => sound.length >= SHORTEST_SOUND && hasLetters(word) && soundOf(word) === sound,
  (word, typed) => hasLetters(word) && hasLetters(typed) && slipsBetween(word, typed, slipsAllowed(typed.length)) !== null,
]

/** Shorter sounds are those of too many words. */
const SHORTEST_SOUND = 3

/**
 * How far something is from what was searched, `null` if it lacks a term. The worst term counts first: whoever types two words
 * means both. Smaller is better.
 */
export function rankOf(terms: readonly SearchTerm[], found: Findable): number | null {
  let worst = 0
  let sum = 0
  for (const term of terms) {
    const rank = rankOfTerm(term, found)
    if (rank === null) return null
    worst = Math.max(worst, rank)
    sum += rank
  }
  return worst * 1000 + sum
}

/** True for a word in which a slip can be told from another word: numbers have none. */
export function hasLetters(word: string): boolean {
  return /[a-z]/.test(word)
}

function rankOfTerm({ words, joined }: SearchTerm, found: Findable): number | null {
  let worst: number | null = 0
  for (const word of words) {
    const rank = rankOfWord(word, found)
    worst = rank === null || worst === null ? null : Math.max(worst, rank)
  }
  const ranks = [worst, ...joined.map((word) => rankOfWord(word, found))].filter((rank) => rank !== null)
  return ranks.length === 0 ? null : Math.min(...ranks)
}

function rankOfWord(typed: string, { title, detail }: Findable): number | null {
  const sound = hasLetters(typed) ? soundOf(typed) : ''
  for (const [kind, fits] of KINDS.entries()) {
    if (title.some((word) => fits(word, typed, sound))) return kind * 2
    if (detail.some((word) => fits(word, typed, sound))) return kind * 2 + 1
  }
  return null
}
