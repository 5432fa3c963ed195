import { expect, test } from 'vitest'
import { IdleLock } from '../../../electron/app/idleLock'
import { handClock } from '../../fixtures/clock'

function idle(minutes: number) {
  const clock = handClock()
  const heard: string[] = []
  const lock = new IdleLock(minutes * 60_000, {
    now: clock.now,
    after: clock.after,
    warn: (seconds) => heard.push(`warn ${seconds}`),
    lock: () => heard.push('lock'),
  })
  return { clock, heard, lock }
}

test('it warns 20 seconds before, and locks', () => {
  const { clock, heard } = idle(15)
  clock.pass(15 * 60_000 - 20_001)
  expect(heard).toEqual([])
  clock.pass(1)
  expect(heard).toEqual(['warn 20'])
  clock.pass(19_999)
  expect(heard).toEqual(['warn 20'])
  clock.pass(1)
  expect(heard).toEqual(['warn 20', 'lock'])
  clock.pass(3_600_000)
  expect(heard).toEqual(['warn 20', 'lock'])
})

test('a sign of life puts it off, also after the warning', () => {
  const { clock, heard, lock } = idle(1)
  for (let round = 0; round < 10; round++) {
    clock.pass(30_000)
    lock.reportActivity()
  }
  expect(heard).toEqual([])
  clock.pass(50_000)
  expect(heard).toEqual(['warn 20'])
  lock.reportActivity()
  clock.pass(39_999)
  expect(heard).toEqual(['warn 20'])
  expect(lock.locksAt).toBe(clock.now() + 20_001)
})

test('a clock that is set back while it warns keeps nothing open longer', () => {
  const timers: { ms: number; ring: () => void }[] = []
  let now = Date.UTC(2026, 10, 24)
  const heard: string[] = []
  const lock = new IdleLock(15 * 60_000, {
    now: () => now,
    after: (ms, ring) => {
      timers.push({ ms, ring })
      return () => undefined
    },
    warn: (seconds) => heard.push(`warn ${seconds}`),
    lock: () => heard.push('lock'),
  })
  now -= 10 * 365 * 86_400_000
  timers.at(-1)!.ring()
  expect(heard).toEqual(['warn 20'])
  expect(timers.at(-1)!.ms).toBe(20_000)
  timers.at(-1)!.ring()
  expect(heard).toEqual(['warn 20', 'lock'])
  lock.stop()
})

test('another idle time counts from the last sign of life; a stopped clock says nothing more', () => {
  const { clock, heard, lock } = idle(60)
  clock.pass(10 * 60_000)
  lock.setIdle(5 * 60_000)
  clock.pass(0)
  expect(heard).toEqual(['warn 0', 'lock'])
  const other = idle(1)
  other.lock.stop()
  other.clock.pass(3_600_000)
  expect(other.heard).toEqual([])
})
