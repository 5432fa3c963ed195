// Writes acts and changes with their hash chain. Every value here is in the encrypted file only.
import type { Statement } from 'better-sqlite3'
import { type Act, actHash, canonicalJson, chainHash, type ChangedFields, commitmentOf, seenHash } from '../../shared/core/change'
import { sixteenBytes } from './chance'
import type { Connection } from './database'
import { sha256 } from './hash'
import type { PresentWriter } from './writers'

/** A change before the log gave it number and hash. */
export interface NewChange {
  scope: string
  entity: string
  record: string
  row: number | null
  fields: ChangedFields
}

interface Chain {
  seq: number
  hash: string
}

/** The log of the present writer. Its chains are read once and kept, for the file has one writing thread. */
export class ChangeLog {
  private readonly insertAct: Statement
  private readonly insertChange: Statement
  private readonly newest: Statement
  private readonly chains = new Map<string, Chain>()
  private readonly seenHashes = new Map<string, string>()
  /** Of the newest act. One that was rolled back leaves a gap, which harms nobody. */
  private lastNumber: number
  readonly writer: PresentWriter

  constructor(database: Connection, writer: PresentWriter) {
    this.writer = writer
    this.insertAct = database.prepare(
      'INSERT INTO act (id, name, params, user, body, origin, at, undoes, userId, hash, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    this.insertChange =
      database.prepare(`INSERT INTO change (writer, scope, seq, epoch, act, at, entity, record, row, fields, salt, commitment, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    this.lastNumber = Number(database.prepare('SELECT ifnull(max(number), 0) FROM act').pluck().get())
    this.newest = database.prepare('SELECT seq, hash FROM change WHERE writer = ? AND scope = ? ORDER BY seq DESC LIMIT 1')
  }

  /** Writes an act; gives the hash that its changes carry. */
  writeAct(act: Act): string {
    const hash = actHash(act, sha256)
    const { id, name, user, body, at, undoes, userId } = act
    const params = canonicalJson(act.params)
    const origin = canonicalJson(act.origin)
    this.insertAct.run(id, name, params, user, body, origin, at, undoes, userId ?? null, hash, ++this.lastNumber)
    return hash
  }

  /** Writes one change of an act as the next of its scope; gives its number. */
  writeChange(change: NewChange, act: { id: string; hash: string; at: number }): number {
    const { number, id, epoch } = this.writer
    const before = this.chain(change.scope)
    const seq = before.seq + 1
    const fields = canonicalJson(change.fields)
    const salt = Buffer.from(sixteenBytes()).toString('hex')
    const commitment = commitmentOf(salt, fields, sha256)
    const stamp = {
      writer: id,
      scope: change.scope,
      seq,
      epoch,
      act: act.id,
      at: act.at,
      entity: change.entity,
      record: change.record,
      row: change.row,
    }
    const hash = chainHash(before.hash, stamp, act.hash, this.seenHash(change.scope), commitment, sha256)
    this.insertChange.run(
      number,
      change.scope,
      seq,
      epoch,
      act.id,
      act.at,
      change.entity,
      change.record,
      change.row,
      fields,
      salt,
      commitment,
      hash,
    )
    this.chains.set(change.scope, { seq, hash })
    return seq
  }

  /** Forgets what a transaction that was rolled back had numbered. */
  rollback(): void {
    this.chains.clear()
  }

  private seenHash(scope: string): string {
    let hash = this.seenHashes.get(scope)
    if (hash === undefined) {
      hash = seenHash(this.writer.seen[scope] ?? {}, sha256)
      this.seenHashes.set(scope, hash)
    }
    return hash
  }

  private chain(scope: string): Chain {
    const known = this.chains.get(scope)
    if (known !== undefined) return known
    const row = this.newest.get(this.writer.number, scope) as Chain | undefined
    return row ?? { seq: 0, hash: '' }
  }
}
