// Chance with a seed, so that the demo county is the same on every PC and in every test.

export interface Random {
  /** A number from 0 up to, but without, 1. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  /** One of the values, or the value whose weight was drawn. @throws RangeError for nothing to draw from */
  pick<Value>(values: readonly Value[], weightOf?: (value: Value) => number): Value
  /** A normal deviation: mean 0, standard deviation about 1. */
  normal(): number
  /** The same values in another order. */
  shuffled<Value>(values: readonly Value[]): Value[]
}

/** Mulberry32: 32 bits of state, the same numbers everywhere. Not for secrets. */
export function randomFrom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const pick = <Value>(values: readonly Value[], weightOf: (value: Value) => number = () => 1): Value => {
    let rest = next() * values.reduce((sum, value) => sum + weightOf(value), 0)
    for (const value of values) {
      rest -= weightOf(value)
      if (rest < 0) return value
    }
    throw new RangeError('There is nothing to draw from')
  }
  return {
    next,
    pick,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    // Twelve uniform numbers have a variance of 1; far tails do not matter here.
    normal: () => Array.from({ length: 12 }, next).reduce((sum, one) => sum + one, -6),
    shuffled: (values) =>
      values
        .map((value) => ({ value, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ value }) => value),
  }
}

/** Gives each a class, so that every class has exactly its number: the lowest `rankOf` gets the first class. */
export function byRank<Value, Class>(
  values: readonly Value[],
  rankOf: (value: Value) => number,
  quotas: readonly (readonly [Class, number])[],
): Map<Value, Class> {
  const ranked = [...values].map((value) => ({ value, rank: rankOf(value) })).sort((a, b) => a.rank - b.rank)
  const classes = quotas.flatMap(([name, count]) => Array.from({ length: count }, () => name))
  if (classes.length !== ranked.length) throw new RangeError(`${classes.length} classes for ${ranked.length}`)
  return new Map(ranked.map(({ value }, index) => [value, classes[index]!]))
}
