import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leastShared, pairsOf, slipsAllowed, slipsBetween } from '../../../shared/workspace/search/edits'
import { rankOf } from '../../../shared/workspace/search/rank'
import { soundOf } from '../../../shared/workspace/search/sound'
import { fieldWords, searchTerms, wordsOf } from '../../../shared/workspace/search/terms'

const today = '2026-11-24'
const letters = ['a', 'b', 'c', 'd']
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 0, maxLength: 9 })

/** Every word that is one slip away, made by making the slip. */
function oneSlipAway(from: string): string[] {
  const near: string[] = []
  for (let at = 0; at <= from.length; at++) {
    const [head, tail] = [from.slice(0, at), from.slice(at)]
    for (const letter of letters) near.push(head + letter + tail, head + letter + tail.slice(1))
    near.push(head + tail.slice(1))
    if (tail.length > 1) near.push(head + tail[1]! + tail[0]! + tail.slice(2))
  }
  return near
}

test('slips are counted as a slow twin makes them: one made is one counted, and nothing else is near', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      const isNear = one === other || oneSlipAway(one).includes(other)
      expect(slipsBetween(one, other, 1) !== null).toBe(isNear)
      expect(slipsBetween(one, other, 9)).toBe(slipsBetween(other, one, 9))
    }),
  )
  fc.assert(
    fc.property(word, (one) => {
      for (const other of oneSlipAway(one)) expect(slipsBetween(one, other, 2)).toBeLessThanOrEqual(1)
    }),
  )
})

test('a word that a slip leads to shares enough pairs to be found by them', () => {
  const longer = fc.string({ unit: fc.constantFrom(...letters), minLength: 4, maxLength: 12 })
  fc.assert(
    fc.property(longer, fc.nat(), fc.nat(), (typed, first, second) => {
      const slips = slipsAllowed(typed.length)
      let meant = typed
      for (const choice of [first, second].slice(0, slips)) {
        const near = oneSlipAway(meant)
        meant = near[choice % near.length]!
      }
      const pairs = pairsOf(typed)
      const shared = pairsOf(meant).filter((pair) => pairs.includes(pair)).length
      expect(shared).toBeGreaterThanOrEqual(leastShared(pairs.length, slips))
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['Шевченко', 'Schewtschenko'],
  ['Shevchenko', 'Schewtschenko'],
  ['Юлия', 'Julia'],
  ['Мария', 'Maria'],
  ['Dmitrij', 'Dmitry'],
  ['Щербак', 'Schtscherbak'],
  ['Khaled', 'Haled'],
])('%s and %s have one sound', (one, other) => {
  expect(wordsOf(one).map(soundOf)).toEqual(wordsOf(other).map(soundOf))
})

test('a day or a telephone number is found however it is typed', () => {
  const day = { kind: { type: 'day' }, search: 'words' } as const
  const number = { kind: { type: 'text' }, search: 'number' } as const
  const isFound = (typed: string, field: typeof day | typeof number, value: string) =>
    rankOf(searchTerms(typed, today), { title: [], detail: fieldWords(field, value) }) !== null
  for (const typed of ['1.3.85', '01.03.1985', '1/3/85', '01031985', '010385', '1985-03-01', '19850301'])
    expect(isFound(typed, day, '1985-03-01'), typed).toBe(true)
  for (const typed of ['03771 2540', '03771/254-0', '+49 3771 2540', '0049 (0)3771 2540', '037712'])
    expect(isFound(typed, number, '+49 (0)3771 254-0'), typed).toBe(true)
  expect(isFound('2.3.85', day, '1985-03-01')).toBe(false)
  expect(isFound('03771 2541', number, '03771 2540')).toBe(false)
})

test('digits of a word stay with it, and what is typed between numbers is a term of its own', () => {
  expect(searchTerms('A12 Müller 0171 1234567 Haus 5', today).map(({ words }) => words.join(' '))).toEqual([
    'a12',
    'muller',
    '0171 1234567',
    'haus',
    '5',
  ])
  expect(searchTerms(' . – ', today)).toEqual([])
})

test('the word itself is better than its beginning, that than another spelling, that than a slip; a title is better than a detail', () => {
  const rank = (title: string, detail = '') => rankOf(searchTerms('jasenko', today), { title: wordsOf(title), detail: wordsOf(detail) })
  const ranks = [
    rank('Jasenko'),
    rank('Bero', 'Jasenko'),
    rank('Jasenkowa'),
    rank('Bero', 'Jasenkow'),
    rank('Yasenko'),
    rank('Jasenka'),
    rank('Bero', 'Jasenka'),
  ]
  expect(ranks).not.toContain(null)
  expect(ranks).toEqual(ranks.toSorted((a, b) => a! - b!))
  expect(new Set(ranks).size).toBe(ranks.length)
  expect(rank('Jasmin')).toBe(null)
})

test('whatever is typed, the search reads it without failing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      for (const { words, joined } of searchTerms(text, today)) {
        expect(words.length).toBeGreaterThan(0)
        for (const one of [...words, ...joined]) expect(one).toMatch(/^[a-z0-9]+$/)
      }
    }),
  )
})
