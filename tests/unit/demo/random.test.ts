import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byRank, randomFrom } from '../../../electron/demo/random'

test('the same seed gives the same numbers, another seed others', () => {
  const ten = (seed: number) => {
    const random = randomFrom(seed)
    return Array.from({ length: 10 }, () => random.next())
  }
  expect(ten(7)).toEqual(ten(7))
  expect(ten(7)).not.toEqual(ten(8))
})

test('whole numbers stay within both ends and reach them', () => {
  const random = randomFrom(1)
  const drawn = new Set(Array.from({ length: 500 }, () => random.whole(3, 6)))
  expect([...drawn].sort((a, b) => a - b)).toEqual([3, 4, 5, 6])
})

test('weights decide how often something is drawn, and 0 never', () => {
  const random = randomFrom(1)
  const drawn = Array.from({ length: 3000 }, () => random.pick(['a', 'b', 'c'], (one) => ({ a: 3, b: 1, c: 0 })[one] ?? 0))
  expect(drawn).not.toContain('c')
  expect(drawn.filter((one) => one === 'a').length / drawn.length).toBeCloseTo(0.75, 1)
})

test('shuffling loses nobody, and every class gets exactly its number, lowest first', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 50 }), fc.nat(50), fc.integer(), (values, cut, seed) => {
      expect(
        randomFrom(seed)
          .shuffled(values)
          .sort((a, b) => a - b),
      ).toEqual([...values].sort((a, b) => a - b))
      const low = Math.min(cut, values.length)
      const classes = byRank(values, (value) => value, [
        ['low', low],
        ['high', values.length - low],
      ])
      const [lows, highs] = ['low', 'high'].map((name) => values.filter((value) => classes.get(value) === name))
      expect(lows).toHaveLength(low)
      for (const one of lows!) for (const other of highs!) expect(one).toBeLessThan(other)
    }),
  )
})
