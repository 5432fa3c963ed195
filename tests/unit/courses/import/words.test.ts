import { expect, test } from 'vitest'
import providerWord from '../../../../resources/lists/providerWord.json'
import { codeOfWord, type WordList } from '../../../../shared/courses/import/words'
import { listEntries } from '../../../../shared/core/lists'

const LISTS = ['nationality', 'language', 'courseType', 'learningPace', 'slot', 'sex', 'cefr', 'entitlementBasis', 'literacy'] as const

test.each(LISTS)('every code and German label of the list %s means itself', (list) => {
  const wrong = listEntries(list).flatMap(({ code, de }) => [code, de].filter((word) => codeOfWord(list, word) !== code))
  expect(wrong).toEqual([])
})

test('every word of a provider means one thing', () => {
  const wrong = Object.entries(providerWord).flatMap(([list, codes]) =>
    Object.entries(codes).flatMap(([code, words]) => words.filter((word) => codeOfWord(list as WordList, word) !== code)),
  )
  expect(wrong).toEqual([])
})
