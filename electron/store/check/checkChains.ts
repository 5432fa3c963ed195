// The log of changes and the log of accesses as chains: each entry's hash holds all before it.
import * as z from 'zod'
import { actHash, canonicalJson, chainHash, commitmentOf, type Json, Seen, seenHash } from '../../../shared/core/change'
import { formatMoment } from '../../../shared/i18n/format'
import { accessHash } from '../../../shared/workspace/accessChain'
import { accessBroken, actBroken, chainBroken } from '../../../shared/workspace/check'
import type { Connection } from '../database'
import { sha256 } from '../hash'
import type { PartInCheck } from './findings'

const json = (text: string) => JSON.parse(text) as Json
const Params = z.string().transform((text) => z.record(z.string(), z.union([z.string(), z.number()])).parse(json(text)))
const StoredAct = z.object({
  id: z.string(),
  name: z.string(),
  params: Params,
  user: z.string(),
  body: z.string().nullable(),
  origin: z.string().transform(json),
  at: z.int(),
  undoes: z.string().nullable(),
  userId: z
    .string()
    .nullable()
    .transform((id) => id ?? undefined),
  hash: z.string(),
})
const StoredChange = z.object({
  writer: z.string(),
  scope: z.string(),
  seq: z.int(),
  epoch: z.int(),
  act: z.string(),
  at: z.int(),
  entity: z.string(),
  record: z.string(),
  row: z.int().nullable(),
  fields: z.string().nullable(),
  salt: z.string().nullable(),
  commitment: z.string(),
  hash: z.string(),
  actHash: z.string().nullable(),
  seen: z.string().nullable(),
})
type StoredChange = z.infer<typeof StoredChange>

/** Every act against its hash, every change against its act, its values and the change before it. Names the first broken place of each chain. */
export function checkLog(database: Connection, part: PartInCheck): void {
  for (const row of database.prepare('SELECT * FROM act').iterate()) {
    part.look()
    const { hash, ...act } = StoredAct.parse(row)
    if (actHash(act, sha256) !== hash) part.note(actBroken, { act: act.id, at: formatMoment(act.at) })
  }
  const changes =
    database.prepare(`SELECT writer.id AS writer, scope, seq, change.epoch AS epoch, act, change.at AS at, entity, record, row, fields, salt,
      commitment, change.hash AS hash, act.hash AS actHash, epoch.seen AS seen
    FROM change JOIN writer ON writer.number = change.writer LEFT JOIN act ON act.id = change.act
      LEFT JOIN epoch ON epoch.writer = change.writer AND epoch.epoch = change.epoch
    ORDER BY change.writer, scope, seq`)
  const ends = new Map<string, { seq: number; hash: string; isBroken: boolean }>()
  const seenHashes = new Map<string, string>()
  const hashOfSeen = ({ writer, epoch, scope, seen }: StoredChange) => {
    const key = `${writer} ${epoch} ${scope}`
    const known = seenHashes.get(key) ?? seenHash(Seen.parse(json(seen ?? '{}'))[scope] ?? {}, sha256)
    seenHashes.set(key, known)
    return known
  }
  for (const row of changes.iterate()) {
    part.look()
    const change = StoredChange.parse(row)
    const { writer, scope, seq, at } = change
    const before = ends.get(`${writer} ${scope}`) ?? { seq: 0, hash: '', isBroken: false }
    const isWhole = seq === before.seq + 1 && isSealed(change, before.hash, hashOfSeen(change))
    if (!isWhole && !before.isBroken) part.note(chainBroken, { scope, writer, seq, at: formatMoment(at) })
    ends.set(`${writer} ${scope}`, { seq, hash: change.hash, isBroken: before.isBroken || !isWhole })
  }
}

function isSealed(change: StoredChange, before: string, hashOfSeen: string): boolean {
  const { fields, salt, commitment, hash, actHash: hashOfAct, seen } = change
  if (hashOfAct === null || seen === null || (fields === null) !== (salt === null)) return false
  // Values that were erased leave their commitment; nothing else is needed of them.
  if (fields !== null && commitmentOf(salt ?? '', canonicalJson(json(fields)), sha256) !== commitment) return false
  return chainHash(before, change, hashOfAct, hashOfSeen, commitment, sha256) === hash
}

const StoredAccess = z.object({
  number: z.int(),
  at: z.int(),
  user: z.string(),
  call: z.string(),
  records: z.string(),
  hash: z.string().nullable(),
})

/** Every access against the one before it. Entries from before there was a chain have no hash, and stand before all that have one. */
export function checkAccess(database: Connection, part: PartInCheck): void {
  let before: { number: number; hash: string | null } = { number: 0, hash: null }
  for (const row of database.prepare('SELECT * FROM access ORDER BY number').iterate()) {
    part.look()
    const entry = StoredAccess.parse(row)
    const { number, hash } = entry
    const isChained =
      hash === null ? before.hash === null : number === before.number + 1 && accessHash(before.hash ?? '', entry, sha256) === hash
    if (!isChained) part.note(accessBroken, { number, at: formatMoment(entry.at) })
    before = { number, hash }
  }
}
