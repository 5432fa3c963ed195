import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AccessBatch } from '../../../electron/workspace/accessBatch'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function batch() {
  const written: number[] = []
  const access = new AccessBatch((entries) => written.push(entries.length))
  const see = (times: number) => {
    for (let at = 0; at < times; at++) access.add({ at, user: 'u', call: 'directory.listPersons', records: [] })
  }
  return { access, written, see }
}

test('what is seen within a second is written at once', () => {
  const { written, see } = batch()
  see(30)
  vi.advanceTimersByTime(999)
  expect(written).toEqual([])
  vi.advanceTimersByTime(1)
  expect(written).toEqual([30])
  see(1)
  vi.advanceTimersByTime(1_000)
  expect(written).toEqual([30, 1])
})

test('very many do not wait, and a close writes what is left, once', () => {
  const { access, written, see } = batch()
  see(450)
  expect(written).toEqual([200, 200])
  access.flush()
  access.flush()
  vi.advanceTimersByTime(5_000)
  expect(written).toEqual([200, 200, 50])
})
