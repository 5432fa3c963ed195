// The access log as a chain: nobody can change, take out or put in an entry without every later one telling.
import type { Digest } from '../core/change'

/** One entry as it lies in the file; `records` is the JSON text of their ids. */
export interface ChainedAccess {
  number: number
  at: number
  user: string
  call: string
  records: string
}

/** The hash that chains an entry to the one before it ('' before the first). */
export function accessHash(before: string, { number, at, user, call, records }: ChainedAccess, digest: Digest): string {
  return digest(JSON.stringify([before, number, at, user, call, records]))
}
