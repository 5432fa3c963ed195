// Two records of the same person that were merged: references go to the one that stays.

/**
 * The record that a reference to `id` means. Of records that were merged into each other, in two offices or in a circle, the smallest id
 * stays. `mergedInto`: the shown value of `$mergedInto` of a record, `null` where there is none.
 */
export function rootOf(id: string, mergedInto: (id: string) => string | null): string {
  const way = [id]
  for (let next = mergedInto(id); next !== null; next = mergedInto(next)) {
    const start = way.indexOf(next)
    if (start >= 0) return way.slice(start).reduce((smallest, one) => (one < smallest ? one : smallest))
    way.push(next)
  }
  return way.at(-1) ?? id
}
