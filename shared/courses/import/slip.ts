/** Another letter instead of the right one makes another word of a short one (Sprachen, Sprechen). */
const LONG = 10

/** True for two words that one slip of a finger tells apart: a sign more, less, two neighbours swapped; in long words also another one. */
export function isOneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1
  let end = 0
  while (end < one.length - start && end < other.length - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1
  const [left, right] = [one.length - start - end, other.length - start - end]
  if (left <= 1 && right <= 1) return left !== right || one.length >= LONG || left === 0
  return left === 2 && right === 2 && one[start] === other[start + 1] && one[start + 1] === other[start]
}
