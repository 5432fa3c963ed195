import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { english } from '../../../shared/i18n/en'
import { collectFrom, collectTexts } from './collect'

const texts = collectTexts()

test('every text that people see has its English', () => {
  expect([...texts].filter(([key]) => !(key in english)).map(([key, place]) => `${place}  ${key}`)).toEqual([])
})

test('English has no text that nobody uses', () => {
  expect(Object.keys(english).filter((key) => !texts.has(key))).toEqual([])
})

test('both languages are well-formed and name the same values', () => {
  const wrong = [...texts].flatMap(([key, place]) => {
    const german = key.replace(/\|[a-zA-Z]+$/, '')
    const translated = english[key] ?? german
    return JSON.stringify(namesIn(german)) === JSON.stringify(namesIn(translated)) ? [] : [`${place}  ${key} -> ${translated}`]
  })
  expect(wrong).toEqual([])
})

test('no text shouts, begs or blames', () => {
  expect([...texts.keys()].filter((key) => /!|\bleider\b|\bungültig|Sind Sie sicher|Etwas ist schief/i.test(key))).toEqual([])
})

test('the collector sees texts, choices, contexts, labels and failures, and no other strings', () => {
  const found = new Map<string, string>()
  collectFrom(
    'shared/sample.ts',
    "t('A'); t(isOn ? 'B' : 'C', { n }); t('D', {}, { context: 'job' }); field('E', z.string(), { short: 'F', privacy: 'none' }); failure('x/y', 'G'); other('H')",
    found,
  )
  expect([...found.keys()]).toEqual(['A', 'B', 'C', 'D|job', 'E', 'F', 'G'])
})

/** The parser's number for plain text; its enum is not exported by intl-messageformat. */
const LITERAL = 0

/** Names of the values that a text is filled with, sorted. @throws SyntaxError for a text that ICU cannot read */
function namesIn(text: string): string[] {
  const names = new Set<string>()
  const visit = (parts: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const part of parts) {
      const kind: number = part.type
      if ('value' in part && kind !== LITERAL) names.add(part.value)
      if ('options' in part) Object.values(part.options).forEach((option) => visit(option.value))
    }
  }
  visit(new IntlMessageFormat(text, 'de', undefined, { ignoreTag: true }).getAst())
  return [...names].sort()
}
