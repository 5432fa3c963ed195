// What the log is made of, and what its hashes are made from. Order, scopes and hashes: architecture.md, "Writing, history, merging".
// Released logs and snapshots carry these shapes: a member is added here, never renamed, and never hashed in another way.
import * as z from 'zod'
import { Id } from './entity'

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

// Names become parts of statements and of hashed headers, so they are plain; unknown ones may come from a newer version.
const Name = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,59}$/)
const FieldName = z.string().regex(/^\$?[A-Za-z][A-Za-z0-9]{0,59}$/)
const Moment = z.int().min(0)
const Count = z.int().min(1)
const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** Last seen `seq` by writer. */
const SeenOfScope = z.record(Id, Count)
export type SeenOfScope = z.infer<typeof SeenOfScope>

/**
 * Last seen `seq` by scope and writer. By scope first, because it is sent and hashed scope by scope: a scope that is not named is
 * not known, a scope named without writers had nothing in it.
 */
export const Seen = z.record(Name, SeenOfScope)
export type Seen = z.infer<typeof Seen>

/** One life of one file. `office`: whose key certifies it. */
export const WriterLife = z.object({ id: Id, office: z.string().min(1).max(200), since: Moment })

/** What a writer had seen when it wrote the first change of this epoch. */
export const Epoch = z.object({ writer: Id, epoch: Count, seen: Seen })
export type Epoch = z.infer<typeof Epoch>

/**
 * An act says what was done, never to which values: `params` are counts. `user`: the name of the user's function, or the user's own where
 * none is given; `userId`: tells two users of one function apart, absent in acts from before it was kept. `body`: on whose behalf;
 * `undoes`: the act it takes back.
 */
export const Act = z.object({
  id: Id,
  name: z.string().min(1).max(200),
  params: z.record(z.string().max(60), z.union([z.string().max(200), z.number()])),
  user: z.string().max(200),
  body: z.string().max(60).nullable(),
  origin: z.json(),
  at: Moment,
  undoes: Id.nullable(),
  userId: z
    .string()
    .regex(/^[0-9A-Za-z]{1,60}$/)
    .optional(),
})
export type Act = z.infer<typeof Act>

const Fields = z.record(FieldName, z.json()).refine(isWellFormed)

/**
 * One change as it lies in the log and travels. `at`: UTC ms of the office's clock; `row`: of the workbook it came from; `fields` and
 * `salt`: `null` once the record is erased, while `commitment` and `hash` stay, so that the chain is whole.
 */
export const Change = z
  .object({
    writer: Id,
    scope: Name,
    seq: Count,
    epoch: Count,
    act: Id,
    at: Moment,
    entity: Name,
    record: Id,
    row: Count.nullable(),
    fields: Fields.nullable(),
    salt: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .nullable(),
    commitment: Hash,
    hash: Hash,
  })
  .refine(({ fields, salt }) => (fields === null) === (salt === null))
export type Change = z.infer<typeof Change>

/** What a change says of itself, without the values and their hashes. */
export type ChangeHeader = Omit<Change, 'fields' | 'salt' | 'commitment' | 'hash'>

/** SHA-256 as hex; shared/ has no hash of its own. */
export type Digest = (text: string) => string

/** JSON whose keys stand in a fixed order, so that equal values have equal text and equal hashes on every machine. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  let members = ''
  for (const key of Object.keys(value).sort()) members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value[key]!)}`
  return `{${members}}`
}

/** What is left of the values once they are erased: a hash that nobody can turn back without the salt. `fields`: canonical JSON. */
export function commitmentOf(salt: string, fields: string, digest: Digest): string {
  return digest(`${salt}\n${fields}`)
}

/** The hash of an act, which every change of it carries: nobody can change afterwards who did something, or on whose behalf. */
export function actHash({ id, name, params, user, body, origin, at, undoes, userId }: Act, digest: Digest): string {
  return digest(canonicalJson([id, name, params, user, body, origin, at, undoes, ...(userId === undefined ? [] : [userId])]))
}

/**
 * The hash of what an epoch had seen of one scope. A change carries that of its own scope only, so that whoever gets this scope alone
 * can check it, and learns nothing of the others.
 */
export function seenHash(seen: SeenOfScope, digest: Digest): string {
  return digest(canonicalJson(seen))
}

/** The hash that chains a change to the one before it in its writer and scope ('' before the first); erasing values leaves it whole. */
export function chainHash(
  before: string,
  change: ChangeHeader,
  hashOfAct: string,
  hashOfSeen: string,
  commitment: string,
  digest: Digest,
): string {
  const { writer, scope, seq, epoch, at, entity, record, row } = change
  return digest(JSON.stringify([before, writer, scope, seq, epoch, hashOfSeen, hashOfAct, at, entity, record, row, commitment]))
}

/** An erasure stands alone: it must stay readable when every value of the record is taken out. */
function isWellFormed(fields: ChangedFields): boolean {
  const { [DELETED]: deleted, [ERASED]: erased, [MERGED_INTO]: mergedInto } = fields
  if (erased !== undefined && (erased !== true || Object.keys(fields).length > 1)) return false
  if (deleted !== undefined && typeof deleted !== 'boolean') return false
  return mergedInto === undefined || mergedInto === null || Id.safeParse(mergedInto).success
}
