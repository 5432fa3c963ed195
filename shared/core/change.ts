// What the log is made of. Order, scopes and hashes are explained in architecture.md, "Writing, history, merging".
import * as z from 'zod'

/** Fields whose value is about the record itself: deleted, erased (Art. 17 DSGVO), merged into another record of the same person. */
export const DELETED = '$deleted'
export const ERASED = '$erased'
export const MERGED_INTO = '$mergedInto'

export type Json = z.core.util.JSONType
/** The fields that one act set on one record, by name. */
export type ChangedFields = Record<string, Json>

/** Where a change stands: `seq` counts per writer and scope, without gaps, from 1. */
export interface Stamp {
  writer: string
  scope: string
  seq: number
}

/** One change as it lies in the log and travels. `at` UTC ms of the office's clock; `row`: of the workbook it came from. */
export interface Change extends Stamp {
  epoch: number
  act: string
  at: number
  entity: string
  record: string
  row: number | null
  fields: ChangedFields
}

/** What a writer had seen when an epoch began: highest `seq` by writer and scope. */
export type Seen = Record<string, Record<string, number>>

/** SHA-256 as hex; shared/ has no hash of its own. */
export type Digest = (text: string) => string

/** JSON whose keys stand in a fixed order, so that equal values have equal text and equal hashes on every machine. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}

/** What is left of the values once they are erased: a hash that nobody can turn back without the salt. */
export function commitmentOf(salt: string, fields: string, digest: Digest): string {
  return digest(`${salt}\n${fields}`)
}

/** The hash that chains a change to the one before it in its writer and scope; it needs no values, so erasure leaves it whole. */
export function chainHash(before: string, change: Omit<Change, 'fields'>, actHash: string, seenHash: string, commitment: string, digest: Digest): string {
  const { writer, scope, seq, epoch, at, entity, record, row } = change
  return digest([before, writer, scope, seq, epoch, seenHash, actHash, at, entity, record, row ?? '', commitment].join('\n'))
}
