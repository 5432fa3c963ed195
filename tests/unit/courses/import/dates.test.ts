import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageOn, birthdayFault, readDay, slashOrderOf } from '../../../../shared/courses/import/dates'

const TODAY = '2026-11-24'
const day = fc
  .date({ min: new Date('1920-01-01T00:00:00Z'), max: new Date('2026-11-24T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const MONTHS = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember']

const ENGLISH = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** How people in offices write a day; two-digit years only where a century is meant. */
const spellings: ((year: number, month: number, date: number) => string)[] = [
  (y, m, d) => `${d}.${m}.${y}`,
  (y, m, d) => `${two(d)}.${two(m)}.${y}`,
  (y, m, d) => ` ${two(d)}. ${two(m)}. ${y} `.replaceAll('. ', '.'),
  (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  (y, m, d) => `${y}-${two(m)}-${two(d)}T00:00:00`,
  (y, m, d) => `${d}. ${MONTHS[m - 1]} ${y}`,
  (y, m, d) => `${d}. ${MONTHS[m - 1]!.slice(0, 3)}. ${y}`,
  (y, m, d) => `${two(d)}/${two(m)}/${y}`,
  (y, m, d) => `geb. ${d}.${m}.${y}`,
  (y, m, d) => `${d}.${m}.${y} (laut Pass)`,
  (y, m, d) => `${y}${two(m)}${two(d)}`,
  (y, m, d) => `${d}.${m}.${y} 00:00:00`,
  (y, m, d) => `${two(d)}.${two(m)}.${y}, 10:30 Uhr`,
  (y, m, d) => `Mi, ${two(d)}.${two(m)}.${y}`,
  (y, m, d) => `Donnerstag, ${d}. ${MONTHS[m - 1]} ${y}`,
  (y, m, d) => `${two(d)},${two(m)},${y}`,
  (y, m, d) => `${d} ${m} ${y}`,
  (y, m, d) => `'${two(d)}.${two(m)}.${y}`,
  (y, m, d) => `${d}-${m}-${y}`,
  (y, m, d) => `${two(d)}${two(m)}${y}`,
  (y, m, d) => `${ENGLISH[m - 1]} ${d}, ${y}`,
  (y, m, d) => `${two(d)}-${ENGLISH[m - 1]!.slice(0, 3)}-${y}`,
  (y, m, d) => `* ${d}.${m}.${y}`,
]

test('a day comes back as the same day, however an office writes it', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...spellings), (iso, spell) => {
      const [year, month, date] = iso.split('-').map(Number) as [number, number, number]
      expect(readDay(spell(year, month, date), { today: TODAY })).toEqual({ day: iso, fault: null, repair: null })
    }),
    { numRuns: 1000 },
  )
})

test('two-digit years lie in the hundred years that end with this one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99 }), (year) => {
      const { day: read } = readDay(`1.3.${two(year)}`, { today: TODAY })
      expect(Number(read!.slice(0, 4)) % 100).toBe(year)
      expect(read! >= '1927-01-01' && read! <= '2026-12-31').toBe(true)
    }),
  )
})

test('a day that the calendar does not have is a fault and never another day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2030 }), fc.nat({ max: 40 }), fc.nat({ max: 40 }), (year, month, date) => {
      const exists = new Date(Date.UTC(year, month - 1, date)).toISOString().startsWith(`${year}-${two(month)}-${two(date)}`)
      const read = readDay(`${date}.${month}.${year}`, { today: TODAY })
      expect(read.day === null).toBe(!exists)
      expect(read.fault === null).toBe(exists)
    }),
    { numRuns: 1000 },
  )
})

test('no text breaks it: it is a real day, or nothing with or without a fault', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789./- ?xgeb'.split('')) }), fc.string({ unit: 'binary' })),
      (text) => {
        const { day: read, fault } = readDay(text, { today: TODAY })
        if (read === null) return
        expect(fault).toBeNull()
        expect(new Date(`${read}T00:00:00Z`).toISOString().slice(0, 10)).toBe(read)
      },
    ),
    { numRuns: 2000 },
  )
})

test('a letter for a digit is never read as the digit, but proposed', () => {
  fc.assert(
    fc.property(day, (iso) => {
      const [year, month, date] = iso.split('-') as [string, string, string]
      const text = `${date}.${month}.${year}`
      const wrong = text.replace('0', 'O').replace('1', 'l')
      expect(readDay(wrong, { today: TODAY })).toEqual(
        wrong === text ? { day: iso, fault: null, repair: null } : { day: null, fault: 'date-invalid', repair: iso },
      )
    }),
  )
})

test.each(['1990', '1990?', 'xx.xx.1990', '??.05.1990', '__.__.1990', '00.00.1990', '05/1990', 'Mai 1990', 'ca. 1990'])(
  '"%s" is known to be no whole day',
  (text) => {
    expect(readDay(text, { today: TODAY })).toEqual({ day: null, fault: 'date-incomplete', repair: null })
  },
)

test('one whole day among other words is proposed, two are not', () => {
  expect(readDay('14.03.1991 in Kiew', { today: TODAY })).toEqual({ day: null, fault: 'date-invalid', repair: '1991-03-14' })
  expect(readDay('14.03.1991 oder 15.03.1991', { today: TODAY })).toEqual({ day: null, fault: 'date-invalid', repair: null })
})

test('ages are full years', () => {
  expect(ageOn('1991-11-24', TODAY)).toBe(35)
  expect(ageOn('1991-11-25', TODAY)).toBe(34)
})

test('one clear date with slashes decides for its column, and the German order where none does', () => {
  expect(slashOrderOf('', ['3/1/85', '12/24/25'])).toBe('month-day')
  expect(slashOrderOf('', ['3/1/85', '24/12/25'])).toBe('day-month')
  expect(slashOrderOf('', ['3/1/85'])).toBe('day-month')
  expect(readDay('3/1/85', { today: TODAY, order: 'month-day' }).day).toBe('1985-03-01')
})

test('nobody is born tomorrow or before 1900', () => {
  expect(birthdayFault('2026-11-25', TODAY)).toBe('date-implausible')
  expect(birthdayFault('1899-12-31', TODAY)).toBe('date-implausible')
  expect(birthdayFault(TODAY, TODAY)).toBeNull()
})

function two(number: number): string {
  return String(number).padStart(2, '0')
}
