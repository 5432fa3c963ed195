import type { Statement } from 'better-sqlite3'
import type * as z from 'zod'
import type { ReadAt } from '../../shared/core/call'
import { type Clock, dayOf } from '../../shared/core/clock'
import type { AnyEntity, IsoDate, NewRecordOf, RecordOf } from '../../shared/core/entity'
import type { HistoryEntry, UndoResult } from '../../shared/workspace/history'
import { decodeRow, encode, fieldOf } from './columns'
import type { Connection } from './database'
import { historyOf } from './history'
import { fieldsOfRecord } from './recordLog'
import { leftBy } from './leftBy'
import { Statements } from './statements'
import type { Actor, Reader, SqlValues } from './store'

/** Reads the tables and notes which ones, for live queries and for commands that compare. */
export class StoreReader implements Reader {
  protected readonly database: Connection
  protected readonly statements: Statements
  protected readonly clock: Clock
  private readonly revisionNow: Statement
  private readonly tableRevision: Statement
  private touched = new Set<string>()

  readonly actor: Actor

  constructor(database: Connection, clock: Clock, actor: Actor) {
    this.database = database
    this.statements = new Statements(database)
    this.revisionNow = database.prepare(`SELECT value FROM meta WHERE name = 'revision'`).pluck()
    this.tableRevision = database.prepare('SELECT value FROM meta WHERE name = ?').pluck()
    this.clock = clock
    this.actor = actor
  }

  rows<Schema extends z.ZodType>(schema: Schema, sql: string, values: SqlValues = {}, reads: readonly string[] = []): z.infer<Schema>[] {
    return this.prepared(sql, values, reads)
      .all(values)
      .map((row) => schema.parse(row))
  }

  row<Schema extends z.ZodType>(
    schema: Schema,
    sql: string,
    values: SqlValues = {},
    reads: readonly string[] = [],
  ): z.infer<Schema> | undefined {
    const row = this.prepared(sql, values, reads).get(values)
    return row === undefined ? undefined : schema.parse(row)
  }

  count(sql: string, values: SqlValues = {}, reads: readonly string[] = []): number {
    const row = this.prepared(sql, values, reads).get(values)
    return Number(Object.values(row ?? {})[0] ?? 0)
  }

  get<E extends AnyEntity>(entity: E, id: string): RecordOf<E> | undefined {
    const row = this.prepared(`SELECT * FROM ${entity.name} WHERE id = :id`, { id }).get({ id })
    return row === undefined ? undefined : recordIn(entity, row)
  }

  find<E extends AnyEntity>(
    entity: E,
    where: Partial<NewRecordOf<E>>,
    { newestFirst }: { newestFirst?: keyof E['fields'] & string } = {},
  ): RecordOf<E>[] {
    const values: SqlValues = {}
    const conditions = Object.entries(where).map(([name, value]) => {
      values[name] = encode(fieldOf(entity, name), value as never)
      return `${name} IS :${name}`
    })
    const order = newestFirst === undefined ? 'id' : `${fieldOf(entity, newestFirst).name} DESC, id DESC`
    const sql = `SELECT * FROM ${entity.name}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`} ORDER BY ${order}`
    return this.prepared(sql, values)
      .all(values)
      .map((row) => recordIn(entity, row))
  }

  history(entity: AnyEntity, id: string): HistoryEntry[] {
    for (const table of ['change', 'act']) this.touched.add(table)
    return historyOf(this.database, entity, id)
  }

  formerly<E extends AnyEntity>(entity: E, id: string): RecordOf<E> | undefined {
    const present = this.get(entity, id)
    if (present !== undefined) return present
    this.touched.add('change')
    const fields = fieldsOfRecord(this.database, entity, id)
    if (fields === null || Object.keys(fields).length === 0) return undefined
    // As in a table's row: what a checked change put there, shown as it is.
    return { id, ...fields } as RecordOf<E>
  }

  leftBy(actId: string): UndoResult['left'] {
    for (const table of ['change', 'act']) this.touched.add(table)
    return leftBy(this.database, actId)
  }

  /** The newest change of those tables counts, not of the whole file: what changes elsewhere makes nothing that was read old. */
  readAt(): ReadAt {
    const entities = [...this.touched]
    return { revision: Math.max(0, ...entities.map((table) => this.changedAt(table))), entities }
  }

  /** Runs a query and says which tables it read. All of it sees one state of the file, whatever the writer commits meanwhile. */
  noting<Value>(read: () => Value): { value: Value; entities: string[]; revision: number } {
    this.touched = new Set()
    return this.database.transaction(() => {
      const revision = this.revision()
      const value = read()
      return { value, entities: [...this.touched], revision }
    })()
  }

  /** How many transactions have changed something. */
  revision(): number {
    return Number(this.revisionNow.get() ?? 0)
  }

  /** The revision at which a table was changed last; 0: never. */
  protected changedAt(table: string): number {
    return Number(this.tableRevision.get(`table:${table}`) ?? 0)
  }

  now(): number {
    return this.clock.now()
  }

  today(): IsoDate {
    return dayOf(this.now())
  }

  protected prepared(sql: string, values: SqlValues, named: readonly string[] = []) {
    const { statement, reads } = this.statements.prepare(sql, values, named)
    for (const table of reads) this.touched.add(table)
    return statement as { all(values: SqlValues): object[]; get(values: SqlValues): object | undefined }
  }
}

// A table's row is what a checked change put there; a value that breaks a rule of today is shown as it is, not refused.
function recordIn<E extends AnyEntity>(entity: E, row: object): RecordOf<E> {
  return decodeRow(entity, row as Record<string, unknown>) as RecordOf<E>
}
