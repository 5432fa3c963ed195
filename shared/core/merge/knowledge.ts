// Who had seen what: the order of the log. No clock decides it. Source: architecture.md, "Writing, history, merging".
import type { Change, Epoch, Seen, SeenOfScope, Stamp } from '../change'

/** A change as far as order needs it. */
export type Knowing = Pick<Change, 'writer' | 'scope' | 'seq' | 'epoch'>

/** What a writer had seen of a scope when the epoch began. */
export type SeenOf = (writer: string, epoch: number, scope: string) => SeenOfScope

/** A number as a key of its own. */
export const stampKey = ({ writer, scope, seq }: Stamp): string => `${writer} ${scope} ${seq}`

/** True if `later` had seen `earlier`: one writer and scope and a higher number, or within what its epoch had seen. */
export function knew(later: Knowing, earlier: Stamp, seenOf: SeenOf): boolean {
  if (later.writer === earlier.writer && later.scope === earlier.scope) return later.seq > earlier.seq
  return (seenOf(later.writer, later.epoch, earlier.scope)[earlier.writer] ?? 0) >= earlier.seq
}

/** True if a vector includes a number. */
export function reaches(vector: Seen, { writer, scope, seq }: Stamp): boolean {
  return (vector[scope]?.[writer] ?? 0) >= seq
}

/**
 * What must be applied before a change, all within its scope: everything before it of its own writer, and all that its epoch had
 * `seen`. Each entry names the last number that is missing of one writer; none: it may be applied now.
 */
export function missingFor({ writer, scope, seq }: Stamp, seen: SeenOfScope, vector: Seen): Stamp[] {
  const needed = Object.entries(seen).filter(([other]) => other !== writer)
  return [...needed, [writer, seq - 1] as const]
    .map(([other, last]) => ({ writer: other, scope, seq: last }))
    .filter((stamp) => !reaches(vector, stamp))
}

/** The part of a vector that belongs to these scopes, each of them named: nobody learns numbers of scopes that they do not get. */
export function cutTo(vector: Seen, scopes: readonly string[]): Seen {
  return Object.fromEntries(scopes.map((scope) => [scope, { ...vector[scope] }]))
}

/**
 * The epoch that a writer's next change belongs to: the present one while nothing of others was applied since it began, else a new one
 * that has seen all that is applied. So an own change has always seen every change that is here. `present`: `null` for a new writer.
 */
export function epochNow(writer: string, present: Epoch | null, vector: Seen): Epoch {
  if (present === null) return { writer, epoch: 1, seen: copied(vector) }
  const isUnchanged = Object.entries(vector).every(([scope, numbers]) =>
    Object.entries(numbers).every(([other, seq]) => other === writer || (present.seen[scope]?.[other] ?? 0) === seq),
  )
  return isUnchanged ? present : { writer, epoch: present.epoch + 1, seen: copied(vector) }
}

/** Changes by their clocks, but none before one that it had seen: clocks may be wrong, knowledge is not. For a history on screen. */
export function inOrder<C extends Knowing & Pick<Change, 'at'>>(changes: readonly C[], seenOf: SeenOf): C[] {
  const waiting = [...changes].sort((a, b) => a.at - b.at || (a.writer < b.writer ? -1 : a.writer > b.writer ? 1 : a.seq - b.seq))
  const ordered: C[] = []
  while (waiting.length > 0) {
    const next = waiting.findIndex((one) => !waiting.some((other) => knew(one, other, seenOf)))
    // Knowledge has no circles, so there is always one that has seen none of the others.
    ordered.push(...waiting.splice(Math.max(next, 0), 1))
  }
  return ordered
}

function copied(vector: Seen): Seen {
  return cutTo(vector, Object.keys(vector))
}
