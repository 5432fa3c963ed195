import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterFailure, waitAfter, waitUntil } from '../../../electron/workspace/attempts'

test('the wait rises from nothing to five minutes', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 50, 5000].map(waitAfter)).toEqual([0, 0, 1, 2, 4, 8, 16, 128, 256, 300, 300, 300])
})

test('nobody waits longer than the rule says, whatever the clock did', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -1e12, max: 1e12 }), (failures, shift) => {
      const now = 1_795_000_000_000
      const attempts = afterFailure({ failures, until: 0 }, now)
      const until = waitUntil(attempts, now + shift)
      expect(until === null || (until > now + shift && until <= now + shift + waitAfter(failures + 1) * 1000)).toBe(true)
    }),
  )
})
