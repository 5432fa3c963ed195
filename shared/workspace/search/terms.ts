// What somebody typed into the search, and what the index holds of a field: both are made here, so that they meet.
import type { Field, IsoDate } from '../../core/entity'
import { searchForm } from '../../core/textKeys'
import { typedDay } from '../../i18n/typedDay'

/**
 * One thing that a record must have. `words`: in search form, all of them; or one of `joined`: the same digits read as a day or as a
 * number without its blanks.
 */
export interface SearchTerm {
  words: readonly string[]
  joined: readonly string[]
}

/** Fewer digits than these are no telephone number yet. */
const SHORTEST_NUMBER = 5
const DAY = String.raw`\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})`
const DIGITS = String.raw`[+\d][\d\s()/.-]*\d`
// Digits inside a word (A12) belong to it.
const TYPED_NUMBERS = new RegExp(String.raw`(?<![\p{L}\d])(?:${DAY}|${DIGITS})(?![\p{L}\d])`, 'gu')

/** The terms of a search; nothing for a text without letters and digits. `today`: for years of two digits. */
export function searchTerms(text: string, today: IsoDate): SearchTerm[] {
  const terms: SearchTerm[] = []
  let from = 0
  for (const { 0: typed, index } of text.matchAll(TYPED_NUMBERS)) {
    terms.push(...wordTerms(text.slice(from, index)))
    from = index + typed.length
    const words = wordsOf(typed)
    const joined = [dayWord(typed, today), numberWord(typed)].filter((word) => word !== null)
    terms.push({ words, joined })
  }
  return [...terms, ...wordTerms(text.slice(from))]
}

/** The words by which a field's value is found. */
export function fieldWords({ kind, search }: Pick<Field, 'kind' | 'search'>, value: unknown): string[] {
  if (typeof value !== 'string' || value === '') return []
  if (kind.type === 'day') return [value.replaceAll('-', '')]
  const number = search === 'number' ? numberWord(value) : null
  return number === null ? wordsOf(value) : [number]
}

/** The words of a text in search form. */
export function wordsOf(text: string): string[] {
  return searchForm(text).split(' ').filter(Boolean)
}

function wordTerms(text: string): SearchTerm[] {
  return wordsOf(text).map((word) => ({ words: [word], joined: [] }))
}

/** 1.3.85 as 19850301, the way a day stands in the index; `null` for what is no day. */
function dayWord(typed: string, today: IsoDate): string | null {
  // +14 is a day in a form; who searches means a number.
  const read = typed.startsWith('+') ? null : typedDay(typed, today)
  return read !== null && 'day' in read && read.day !== null ? read.day.replaceAll('-', '') : null
}

/** A telephone number as it is dialled in the country, digits alone; `null` for one that is too short to be one. */
function numberWord(typed: string): string | null {
  const digits = typed.replaceAll(/\(0\)|\D/g, '')
  if (digits.length < SHORTEST_NUMBER) return null
  if (/^\s*\+49/.test(typed)) return `0${digits.slice(2)}`
  return digits.startsWith('0049') ? `0${digits.slice(4)}` : digits
}
