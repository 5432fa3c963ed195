import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { formatDate, formatNumber } from '../../../shared/i18n/format'
import { setLanguage } from '../../../shared/i18n/text'
import { typedDay } from '../../../shared/i18n/typedDay'
import { typedNumber } from '../../../shared/i18n/typedNumber'

const today = '2026-11-24'
afterEach(() => setLanguage('de'))

test.each([
  ['1.3.85', '1985-03-01'],
  ['01.03.1985', '1985-03-01'],
  ['01031985', '1985-03-01'],
  ['010385', '1985-03-01'],
  [' 1/3/85 ', '1985-03-01'],
  ['1985-03-01', '1985-03-01'],
  ['1.3.', '2026-03-01'],
  ['1.3', '2026-03-01'],
  ['1.3.36', '2036-03-01'],
  ['1.3.37', '1937-03-01'],
  ['heute', '2026-11-24'],
  ['Morgen', '2026-11-25'],
  ['+14', '2026-12-08'],
  ['−24', '2026-10-31'],
  ['29.2.2028', '2028-02-29'],
])('%s means %s', (text, day) => {
  expect(typedDay(text, today)).toEqual({ day })
})

test.each([
  ['31.2.27', 'Letzter Tag des Monats ist der 28.02.2027.'],
  ['29.2.2027', '28.02.2027'],
  ['7.15.1998', 'Einen 15. Monat gibt es nicht.'],
  ['0.3.1998', 'Einen 0. Tag gibt es nicht.'],
  ['1.3.1785', 'außerhalb'],
  ['bald', 'bald ist kein Datum'],
  ['1.3.198', 'ist kein Datum'],
])('%s is refused with a sentence', (text, part) => {
  const refused = typedDay(text, today)
  expect('problem' in refused && refused.problem).toContain(part)
})

test('nothing typed is no day, and every day reads back as it is shown', () => {
  expect(typedDay('  ', today)).toEqual({ day: null })
  const days = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  for (const language of ['de', 'en'] as const) {
    setLanguage(language)
    fc.assert(
      fc.property(days, (day) => {
        expect(typedDay(formatDate(day), today)).toEqual({ day })
      }),
    )
  }
})

test('numbers are read as the language writes them', () => {
  expect(typedNumber('1.284', { isWhole: true })).toEqual({ number: 1284 })
  expect(typedNumber('62,5', { isWhole: false })).toEqual({ number: 62.5 })
  expect(typedNumber('−3', { isWhole: true })).toEqual({ number: -3 })
  expect(typedNumber('', { isWhole: true })).toEqual({ number: null })
  expect(typedNumber('62,5', { isWhole: true })).toEqual({ problem: 'Hier sind nur ganze Zahlen möglich.' })
  // A point that stands where no thousands end is a slip, and 1.5 must not become 15.
  expect(typedNumber('1.5', { isWhole: false })).toHaveProperty('problem')
  setLanguage('en')
  expect(typedNumber('1,284.5', { isWhole: false })).toEqual({ number: 1284.5 })
})

test('every number reads back as it is shown', () => {
  for (const language of ['de', 'en'] as const) {
    setLanguage(language)
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (number) => {
        expect(typedNumber(formatNumber(number / 2, 6), { isWhole: false })).toEqual({ number: number / 2 })
      }),
    )
  }
})
