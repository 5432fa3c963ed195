import type { Statement } from 'better-sqlite3'
import type { ReadAt } from '../../shared/core/call'
import type { Clock } from '../../shared/core/clock'
import { type ChangedFields, canonicalJson, DELETED, type Json } from '../../shared/core/change'
import type { AnyEntity, Field, NewRecordOf } from '../../shared/core/entity'
import { cancelled, invalidInput, notResponsible, recordGone, referenceGone, stillReferred, WorkbenchError } from '../../shared/core/errors'
import { idFromBytes } from '../../shared/core/id'
import { boundsOf, labelOf } from '../../shared/core/lists'
import { mayWrite } from '../../shared/core/responsibility'
import { entities } from '../../shared/rooms'
import type { UndoResult } from '../../shared/workspace/history'
import type { WorkspaceUser } from '../../shared/workspace/users'
import { keepAccess, keepUsers } from './accessLog'
import { sixteenBytes } from './chance'
import { columnNames, encodeField, encodeRow, fieldOf } from './columns'
import type { Connection } from './database'
import { sha256 } from './hash'
import { ChangeLog, type NewChange } from './log'
import type { AccessEntry } from './messages'
import { StoreReader } from './reader'
import { isSearched, SearchIndex } from './searchIndex'
import { SearchRebuild } from './searchRebuild'
import type { Actor, ActOrigin, SqlValues, Writer } from './store'
import { fieldsOfRecord } from './recordLog'
import { undoAct } from './undo'
import type { PresentWriter } from './writers'

/** Asks from outside to stop, and hears how far a long command is. */
export interface Observer {
  signal: { readonly aborted: boolean }
  report: (progress: { done: number; total: number }) => void
}

interface OpenAct {
  id: string
  name: string
  params: Record<string, string | number>
  origin: ActOrigin
  body: string | null
  undoes: string | null
  at: number
  /** `null` until the first change is written. */
  hash: string | null
  actor: Actor
  observer: Observer
}

const silent: Observer = { signal: { aborted: false }, report: () => undefined }

/** The one writing store of a file: acts, changes, tables, heads and search index in one transaction each. */
export class StoreWriter extends StoreReader implements Writer {
  private readonly log: ChangeLog
  private readonly index: SearchIndex
  private readonly rebuild: SearchRebuild
  private readonly inserts = new Map<AnyEntity, Statement>()
  private readonly others = new Map<string, Statement>()
  private readonly dropHeads: Statement
  private readonly addHead: Statement
  private act: OpenAct | null = null
  private changed = new Set<string>()

  constructor(database: Connection, clock: Clock, actor: Actor, writer: PresentWriter) {
    super(database, clock, actor)
    this.log = new ChangeLog(database, writer)
    this.index = new SearchIndex(database)
    this.rebuild = new SearchRebuild(database, this.index)
    this.dropHeads = database.prepare('DELETE FROM head WHERE record = ? AND field = ?')
    this.addHead = database.prepare('INSERT INTO head (record, field, writer, scope, seq, at) VALUES (?, ?, ?, ?, ?, ?)')
  }

  /**
   * Runs one act of a user as one transaction; whatever is thrown leaves nothing behind. `entities`: tables that changed; `act`: the id
   * under which it can be undone, `null` if it logged nothing.
   */
  run<Value>(
    name: string,
    command: (store: Writer) => Value,
    observer: Observer = silent,
    actor: Actor = this.actor,
  ): { value: Value; entities: string[]; revision: number; act: string | null } {
    if (this.act !== null) throw new TypeError('An act is already open')
    this.act = {
      id: this.newId(),
      name,
      params: {},
      origin: { kind: 'screen' },
      body: null,
      undoes: null,
      at: this.now(),
      hash: null,
      actor,
      observer,
    }
    this.changed = new Set()
    try {
      return this.database
        .transaction(() => {
          const value = command(this)
          this.index.settle()
          const changed = [...this.changed]
          const revision = this.revision() + (changed.length > 0 ? 1 : 0)
          if (changed.length > 0) this.keepRevision(revision, changed)
          const { id, hash } = this.openAct
          return { value, entities: changed, revision, act: hash === null ? null : id }
        })
        .immediate()
    } catch (error) {
      this.log.rollback()
      this.index.rollback()
      throw error
    } finally {
      this.act = null
    }
  }

  create<E extends AnyEntity>(entity: E, values: NewRecordOf<E>, { key, row }: { key?: string; row?: number } = {}): string {
    const fields = this.checked(entity, values, Object.keys(entity.fields))
    this.assertReferences(entity, fields)
    const id = key === undefined ? this.newId() : idFromBytes(Buffer.from(sha256(`${entity.name}\n${key}`), 'hex').subarray(0, 16))
    this.write(
      { scope: entity.scope, entity: entity.name, record: id, row: row ?? null, fields },
      { isFirst: key === undefined || !this.isKnown(id) },
    )
    this.insertRow(entity, id, fields)
    return id
  }

  put<E extends AnyEntity>(entity: E, id: string, values: Partial<NewRecordOf<E>>, { row }: { row?: number } = {}): void {
    const present = this.get(entity, id) as Record<string, Json> | undefined
    if (present === undefined) throw new WorkbenchError(recordGone, {})
    const given = this.checked(entity, values, Object.keys(values))
    const fields = Object.fromEntries(
      Object.entries(given).filter(([name, value]) => canonicalJson(present[name] ?? null) !== canonicalJson(value)),
    )
    if (Object.keys(fields).length === 0) return
    this.assertReferences(entity, fields)
    this.write({ scope: entity.scope, entity: entity.name, record: id, row: row ?? null, fields }, { isFirst: false })
    const columns = Object.entries(fields)
      .map(([name, value]) => encodeField(fieldOf(entity, name), value))
      .reduce((all, some) => ({ ...all, ...some }), {})
    const names = Object.keys(columns)
    this.statement(`UPDATE ${entity.name} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`).run(
      ...names.map((name) => columns[name] ?? null),
      id,
    )
    if (Object.keys(fields).some((name) => isSearched(entity, name))) this.index.replace(entity, id, { ...present, ...fields })
  }

  remove(entity: AnyEntity, id: string): void {
    if (this.get(entity, id) === undefined) throw new WorkbenchError(recordGone, {})
    const users = this.referrers(entity, id)
    if (users.count > 0) throw new WorkbenchError(stillReferred, users)
    this.write({ scope: entity.scope, entity: entity.name, record: id, row: null, fields: { [DELETED]: true } }, { isFirst: false })
    this.statement(`DELETE FROM ${entity.name} WHERE id = ?`).run(id)
    this.index.drop(id)
  }

  restore(entity: AnyEntity, id: string): void {
    const fields = fieldsOfRecord(this.database, entity, id)
    if (fields === null || this.get(entity, id) !== undefined) throw new WorkbenchError(recordGone, {})
    this.write({ scope: entity.scope, entity: entity.name, record: id, row: null, fields: { [DELETED]: false } }, { isFirst: false })
    this.insertRow(entity, id, fields)
  }

  undo(actId: string): UndoResult {
    this.openAct.undoes = actId
    return undoAct(this, this.database, actId)
  }

  changedSince({ revision, entities: read }: ReadAt): boolean {
    return read.some((table) => this.changedAt(table) > revision)
  }

  describe({ params, origin, body }: { params?: Record<string, string | number>; origin?: ActOrigin; body?: string }): void {
    const act = this.openAct
    // The act's hash is in every change of it, so what it says of itself must stand before the first.
    if (act.hash !== null) throw new TypeError('An act is described before its first change')
    if (params !== undefined) act.params = params
    if (origin !== undefined) act.origin = origin
    if (body !== undefined) act.body = body
  }

  /** Puts the next records into the search index of a file whose index is of an older version; `false`: it is whole. Not an act. */
  indexMore(): boolean {
    return this.rebuild.step()
  }

  /** Writes who saw which records. Not an act: nothing of a record changes. */
  keepAccess(entries: readonly AccessEntry[]): void {
    keepAccess(this.database, entries)
  }

  /** Keeps who has access as the keyring says, for the audit. */
  keepUsers(users: readonly WorkspaceUser[]): void {
    keepUsers(this.database, users, this.now())
  }

  newId(): string {
    return idFromBytes(sixteenBytes())
  }

  work(sql: string, values: SqlValues = {}): void {
    const { statement, writes } = this.statements.prepare(sql, values)
    for (const table of writes) this.changed.add(table)
    statement.run(values)
  }

  progress(done: number, total: number): void {
    const { signal, report } = this.openAct.observer
    if (signal.aborted) throw new WorkbenchError(cancelled, {})
    report({ done, total })
  }

  private get openAct(): OpenAct {
    if (this.act === null) throw new TypeError('There is no open act')
    return this.act
  }

  private write(change: NewChange, { isFirst }: { isFirst: boolean }): void {
    const act = this.openAct
    act.hash ??= this.log.writeAct({
      id: act.id,
      name: act.name,
      params: act.params,
      user: act.actor.functionName ?? act.actor.name,
      userId: act.actor.id,
      body: act.body ?? act.actor.body,
      origin: act.origin,
      at: act.at,
      undoes: act.undoes,
    })
    const seq = this.log.writeChange(change, { id: act.id, hash: act.hash, at: act.at })
    this.changed.add(change.entity)
    this.changed.add('change')
    this.changed.add('act')
    if (isFirst) return
    // An own change has seen every head that is here, so it is the only one after.
    for (const field of Object.keys(change.fields)) {
      this.dropHeads.run(change.record, field)
      this.addHead.run(change.record, field, this.log.writer.number, change.scope, seq, act.at)
    }
  }

  private checked<E extends AnyEntity>(entity: E, values: Partial<NewRecordOf<E>>, names: readonly string[]): ChangedFields {
    const { actor, body } = this.openAct
    const checked: ChangedFields = {}
    for (const name of names) {
      const field = fieldOf(entity, name)
      const { responsible } = field
      if (!mayWrite({ body: body ?? actor.body, mayWriteFor: actor.mayWriteFor }, responsible)) {
        throw new WorkbenchError(notResponsible, { field: field.label, body: labelOf('bodyKind', responsible) })
      }
      const parsed = field.schema.safeParse((values as Record<string, unknown>)[name])
      if (!parsed.success || !this.isWithinBounds(field, parsed.data)) throw new WorkbenchError(invalidInput, { where: field.label })
      checked[name] = normal(parsed.data as Json)
    }
    return checked
  }

  /** A new reference leads to a record that is here. What an undo brings back may lead to one that is gone since: that is a finding. */
  private assertReferences(entity: AnyEntity, fields: ChangedFields): void {
    if (this.openAct.undoes !== null) return
    for (const [name, id] of Object.entries(fields)) {
      const { kind, label } = fieldOf(entity, name)
      if (kind.type !== 'reference' || id === null) continue
      if (this.statement(`SELECT 1 FROM ${kind.entity} WHERE id = ?`).pluck().get(id) === undefined)
        throw new WorkbenchError(referenceGone, { field: label })
    }
  }

  private isWithinBounds({ bounds }: Field, value: unknown): boolean {
    if (bounds === undefined || typeof value !== 'number') return true
    const { min, max } = boundsOf(bounds, this.today())
    return min <= value && value <= max
  }

  private insertRow(entity: AnyEntity, id: string, fields: ChangedFields): void {
    this.insertInto(entity).run(encodeRow(entity, id, fields))
    this.index.add(entity, id, fields)
  }

  private insertInto(entity: AnyEntity): Statement {
    let insert = this.inserts.get(entity)
    if (insert === undefined) {
      const names = columnNames(entity)
      insert = this.database.prepare(`INSERT INTO ${entity.name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
      this.inserts.set(entity, insert)
    }
    return insert
  }

  private isKnown(id: string): boolean {
    return this.statement('SELECT 1 FROM change WHERE record = ? LIMIT 1').pluck().get(id) !== undefined
  }

  private referrers(entity: AnyEntity, id: string): { count: number; entities: string } {
    let count = 0
    const labels: string[] = []
    for (const other of entities.values()) {
      for (const { name, kind } of Object.values(other.fields)) {
        if (kind.type !== 'reference' || kind.entity !== entity.name) continue
        const found = Number(this.statement(`SELECT count(*) FROM ${other.name} WHERE ${name} = ?`).pluck().get(id))
        if (found > 0) labels.push(other.label)
        count += found
      }
    }
    return { count, entities: [...new Set(labels)].join(', ') }
  }

  private keepRevision(revision: number, changed: readonly string[]): void {
    const keep = this.statement('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
    keep.run('revision', String(revision))
    for (const table of changed) keep.run(`table:${table}`, String(revision))
  }

  private statement(sql: string): Statement {
    let statement = this.others.get(sql)
    if (statement === undefined) {
      statement = this.database.prepare(sql)
      this.others.set(sql, statement)
    }
    return statement
  }
}

/** Text is NFC, wherever it came from. */
function normal(value: Json): Json {
  if (typeof value === 'string') return value.normalize('NFC')
  return Array.isArray(value) ? value.map(normal) : value
}
