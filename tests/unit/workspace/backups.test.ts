import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outdatedBackups } from '../../../electron/store/backup'

const nameOf = (moment: number) => `${new Date(moment).toISOString().replace(/[:.]/g, '-')}.db`
const DAY = 86_400_000
const NOW = Date.UTC(2031, 0)

test('after two years of daily copies one each of 7 days and 4 weeks is left', () => {
  const names = Array.from({ length: 730 }, (_, day) => nameOf(Date.UTC(2025, 0, 1, 9) + day * DAY))
  const outdated = new Set(outdatedBackups(names, NOW))
  const left = names.filter((name) => !outdated.has(name)).map((name) => name.slice(0, 10))
  // 31.12.2026 is a Thursday. The newest of a week is its Sunday.
  expect(left).toEqual([
    '2026-12-13',
    '2026-12-20',
    '2026-12-25',
    '2026-12-26',
    '2026-12-27',
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
  ])
})

test('the newest copy stays, deleting twice deletes nothing more, and files of others are left alone', () => {
  const moments = fc.array(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(moments, (list) => {
      const names = [...new Set(list.map(nameOf))]
      const outdated = new Set(outdatedBackups(names, NOW))
      const left = names.filter((name) => !outdated.has(name))
      expect(left).toContain([...names].sort().at(-1))
      expect(left.length).toBeLessThanOrEqual(7 + 4)
      expect(outdatedBackups([...left, 'keyring.json', 'Kopie von Hand.db'], NOW)).toEqual([])
    }),
  )
})

test('of today the newest of each reason stays, of the days before the newest whatever its reason', () => {
  const at = (hour: number, reason = '') => `${new Date(NOW + hour * 3_600_000).toISOString().replace(/[:.]/g, '-')}${reason}.db`
  const today = [at(6), at(7, '-import'), at(8, '-import'), at(9, '-hand'), at(10, '-hand'), at(11, '-restore'), at(12, '-import')]
  const yesterday = [at(-15), at(-14, '-import')]
  expect(outdatedBackups([...today, ...yesterday], NOW + 13 * 3_600_000).sort()).toEqual(
    [at(-15), at(7, '-import'), at(8, '-import'), at(9, '-hand')].sort(),
  )
})

test('however seldom a workspace is opened, nothing older than 35 days outlasts the second day after a pause', () => {
  const pauses = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(pauses, (days) => {
      let now = Date.UTC(2026, 0, 1, 9)
      let names: string[] = [nameOf(now)]
      for (const pause of days) {
        now += pause * DAY
        names = [...names, nameOf(now)]
        const outdated = outdatedBackups(names, now)
        names = names.filter((name) => !outdated.includes(name))
        expect(names).toContain(nameOf(now))
        const oldest = [...names].sort()[0]!
        if (pause <= 35) expect(oldest >= nameOf(now - 35 * DAY)).toBe(true)
        // The day before the pause is all there was; it goes with the next day.
        else expect(oldest >= nameOf(now - pause * DAY - 35 * DAY)).toBe(true)
      }
    }),
  )
})

test('a clock that is wrong by years for a day makes no backup old: only the oldest day and the oldest week give way, as on any day', () => {
  const names = Array.from({ length: 30 }, (_, day) => nameOf(Date.UTC(2026, 0, 1, 9) + day * DAY))
  const left = names.filter((name) => !outdatedBackups(names, Date.UTC(2026, 0, 30, 10)).includes(name))
  const wrong = Date.UTC(2036, 0, 1, 9)
  const outdated = outdatedBackups([...left, nameOf(wrong)], wrong + 3_600_000)
  expect(outdated.length).toBeLessThanOrEqual(2)
  expect(outdated.filter((name) => left.slice(-6).includes(name))).toEqual([])
})

test('a setting keeps more weeks, never more than it says', () => {
  const names = Array.from({ length: 730 }, (_, day) => nameOf(Date.UTC(2025, 0, 1, 9) + day * DAY))
  const left = (weeks: number) => names.length - outdatedBackups(names, NOW, weeks).length
  // Two of the weeks begin within the seven days.
  expect([left(4), left(8), left(52)]).toEqual([9, 13, 57])
})
