import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newRecoveryKey, readRecoveryKey } from '../../../electron/store/recoveryKey'
import { wrongRecoveryKey } from '../../../shared/workspace/shell'
import { failing } from '../../fixtures/failing'

const wrongIn = (group: number) => failing(wrongRecoveryKey, { group })

test('a printed key is eight groups of five plain signs and reads back as its 20 bytes', () => {
  const { secret, printed } = newRecoveryKey()
  expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/)
  expect([...readRecoveryKey(printed)]).toEqual([...secret])
  expect(secret.length).toBe(20)
  expect(newRecoveryKey().printed).not.toBe(printed)
})

test('case, blanks, dashes, and signs that look alike do not count', () => {
  for (let round = 0; round < 50; round++) {
    const { secret, printed } = newRecoveryKey()
    const ways = [
      printed.toLowerCase(),
      printed.replaceAll('-', ''),
      printed.replaceAll('-', ' – '),
      `  ${printed.replaceAll('-', '\n')}\t`,
      printed.replaceAll('0', 'O').replaceAll('1', 'l'),
      printed.replaceAll('0', 'o').replaceAll('1', 'I'),
    ]
    for (const typed of ways) expect([...readRecoveryKey(typed)]).toEqual([...secret])
  }
})

test('a mistyped sign is found in its group, 31 times of 32', () => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  let tried = 0
  let named = 0
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 39 }), fc.integer({ min: 1, max: 31 }), (at, step) => {
      const { printed } = newRecoveryKey()
      const signs = printed.replaceAll('-', '')
      const other = alphabet[(alphabet.indexOf(signs[at]!) + step) % 32]!
      const typed = signs.slice(0, at) + other + signs.slice(at + 1)
      tried += 1
      try {
        readRecoveryKey(typed)
      } catch (error) {
        expect(error).toEqual(wrongIn(Math.floor(at / 5) + 1))
        named += 1
      }
    }),
    { numRuns: 2000 },
  )
  expect(named / tried).toBeGreaterThan(0.94)
})

test('changed groups, a group left out, foreign signs and too much are named by group', () => {
  const groups = newRecoveryKey().printed.split('-')
  expect(() => readRecoveryKey('')).toThrow(wrongIn(1))
  expect(() => readRecoveryKey(groups.slice(0, 7).join('-'))).toThrow(wrongIn(8))
  expect(() => readRecoveryKey(groups.with(2, 'ÄÖÜ!?').join('-'))).toThrow(wrongIn(3))
  expect(() => readRecoveryKey(groups.with(4, groups[4]!.slice(1)).join('-'))).toThrow(wrongIn(5))
  expect(() => readRecoveryKey(`${groups.join('-')}-00000`)).toThrow(wrongIn(8))
})

test('two groups changed about are found, though each is right in itself', () => {
  let unseen = 0
  for (let round = 0; round < 50; round++) {
    const groups = newRecoveryKey().printed.split('-')
    for (let at = 0; at < groups.length - 1; at++) {
      try {
        readRecoveryKey(
          groups
            .with(at, groups[at + 1]!)
            .with(at + 1, groups[at]!)
            .join('-'),
        )
        unseen += 1
      } catch {
        continue
      }
    }
  }
  // 350 changes; both check signs are right by chance in one of 1,024.
  expect(unseen).toBeLessThan(10)
})
