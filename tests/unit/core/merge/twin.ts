// The slow twin: everything worked out anew from the set of changes that are here, by the words of architecture.md, sharing no code
// with shared/core/merge.ts. Knowledge is a set of stamps, closed over everything that was known before.
import type { HashedChange } from '../../../../shared/core/merge'
import type { Seen } from '../../../../shared/core/change'

export interface TwinRecord {
  standing: string
  fields: Record<string, { shown: unknown; values: string[] }>
}

const name = (change: { writer: string; scope: string; seq: number }) => `${change.writer} ${change.scope} ${change.seq}`

/** What the changes `here` say, by record. `epochs` by "writer epoch". */
export function twin(here: readonly HashedChange[], epochs: ReadonlyMap<string, Seen>): Map<string, TwinRecord> {
  const past = new Map(here.map((change) => [name(change), pastOf(change, here, epochs)] as const))
  const isBefore = (one: HashedChange, other: HashedChange) => past.get(name(other))!.has(name(one))
  const records = new Map<string, TwinRecord>()
  for (const record of new Set(here.map((change) => change.record))) {
    const changes = here.filter((change) => change.record === record)
    const isErased = changes.some(({ fields }) => fields.$erased === true)
    const fields: TwinRecord['fields'] = {}
    for (const field of new Set(changes.flatMap((change) => Object.keys(change.fields)))) {
      const setting = changes.filter((change) => field in change.fields)
      const heads = setting.filter((one) => !setting.some((other) => isBefore(one, other)))
      const newest = heads.reduce((best, one) =>
        one.at > best.at || (one.at === best.at && (one.writer > best.writer || (one.writer === best.writer && one.seq > best.seq)))
          ? one
          : best,
      )
      const value = (one: HashedChange) => (isErased && field !== '$erased' ? null : one.fields[field])
      fields[field] = { shown: value(newest), values: [...new Set(heads.map((one) => JSON.stringify(value(one))))].sort() }
    }
    const deletions = changes.filter(
      (one) => one.fields.$deleted === true && !changes.some((other) => '$deleted' in other.fields && isBefore(one, other)),
    )
    const others = changes.filter((one) => one.fields.$deleted !== true)
    const isGone = deletions.some((deletion) => others.every((one) => isBefore(one, deletion)))
    records.set(record, { standing: isErased ? 'erased' : isGone ? 'gone' : 'present', fields })
  }
  return records
}

/** Everything that the author of a change can have known of its scope: own earlier changes, and what the epoch had seen. */
function pastOf(change: HashedChange, here: readonly HashedChange[], epochs: ReadonlyMap<string, Seen>): Set<string> {
  const seen = epochs.get(`${change.writer} ${change.epoch}`) ?? {}
  return new Set(
    here
      .filter(
        (other) =>
          other.scope === change.scope &&
          ((other.writer === change.writer && other.seq < change.seq) ||
            (other.writer !== change.writer && other.seq <= (seen[other.writer]?.[other.scope] ?? 0))),
      )
      .map(name),
  )
}
