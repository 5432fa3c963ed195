// How far two words are apart: letters changed, left out, added, or swapped with their neighbour (Damerau-Levenshtein, restricted).

/** So many slips a word of this length may have: short ones none, for too many words would be near. */
export function slipsAllowed(length: number): 0 | 1 | 2 {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

/** The number of slips between two words, or `null` for more than `most`: then the rest is not counted. */
export function slipsBetween(one: string, other: string, most: number): number | null {
  if (Math.abs(one.length - other.length) > most) return null
  let before: number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    let least = row
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      let slips = Math.min(above[column]! + 1, line[column - 1]! + 1, above[column - 1]! + (isSame ? 0 : 1))
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (isSwapped) slips = Math.min(slips, before[column - 2]! + 1)
      line.push(slips)
      least = Math.min(least, slips)
    }
    // A swap reaches back two lines, and costs one: no later line is lower than this one by more than nothing.
    if (least > most) return null
    before = above
    above = line
  }
  const slips = above[other.length]!
  return slips > most ? null : slips
}

/**
 * The pairs of neighbouring letters of a word, its edges too, each once. One slip spoils three of them at most, so words that are near
 * share the rest: by that they are found without looking at every word.
 */
export function pairsOf(word: string): string[] {
  const edged = ` ${word} `
  return [...new Set(Array.from({ length: word.length + 1 }, (_, at) => edged.slice(at, at + 2)))]
}

/** So many pairs a word within `slips` of one with `pairs` pairs shares with it at least. */
export function leastShared(pairs: number, slips: number): number {
  return Math.max(1, pairs - 3 * slips)
}
