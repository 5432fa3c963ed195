import fc from 'fast-check'
import { expect, test } from 'vitest'
import { remainingSeconds, remainingText } from '../../../renderer/app/remaining'

const START = Date.UTC(2026, 10, 25, 9)

test('whoever goes on evenly is told exactly what is left, from wherever it could be told first', () => {
  const job = fc.record({
    seconds: fc.integer({ min: 4, max: 36_000 }),
    from: fc.double({ min: 0, max: 0.4, noNaN: true }),
    at: fc.double({ min: 0.5, max: 0.95, noNaN: true }),
  })
  fc.assert(
    fc.property(job, ({ seconds, from, at }) => {
      const momentOf = (share: number) => START + share * seconds * 1000
      const passed = momentOf(at) - momentOf(from)
      const left = remainingSeconds({ at: momentOf(from), share: from }, { at: momentOf(at), share: at })
      if (passed < 3_000) expect(left).toBeNull()
      else expect(left).toBeCloseTo((1 - at) * seconds, 1)
    }),
  )
})

test('nothing is said in the first three seconds, while nothing moves, or when all is done', () => {
  const first = { at: START, share: 0.1 }
  expect(remainingSeconds(first, { at: START + 2_999, share: 0.9 })).toBeNull()
  expect(remainingSeconds(first, { at: START + 60_000, share: 0.1 })).toBeNull()
  expect(remainingSeconds(first, { at: START + 60_000, share: 1 })).toBeNull()
  expect(remainingSeconds(first, { at: START + 3_000, share: 0.4 })).toBeCloseTo(6)
})

test('a guess is said no more exactly than it is', () => {
  expect([0.2, 3, 17, 89, 91, 600, 601].map(remainingText)).toEqual([
    'noch etwa 5 Sekunden',
    'noch etwa 5 Sekunden',
    'noch etwa 20 Sekunden',
    'noch etwa 90 Sekunden',
    'noch etwa 2 Minuten',
    'noch etwa 10 Minuten',
    'noch etwa 11 Minuten',
  ])
})
