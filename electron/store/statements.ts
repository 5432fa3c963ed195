// Prepared statements with the tables they touch, found by asking SQLite instead of declaring them.
import type { Statement } from 'better-sqlite3'
import type { Connection } from './database'
import type { SqlValues } from './store'

export interface Prepared {
  statement: Statement
  /** Tables read (of a SELECT) or written, by name. */
  reads: readonly string[]
  writes: readonly string[]
}

/** Prepares each statement once, and knows its tables: the root pages that its program opens (EXPLAIN). */
export class Statements {
  private readonly prepared = new Map<string, Prepared>()
  private readonly tablesByRoot: ReadonlyMap<number, string>
  private readonly database: Connection

  constructor(database: Connection) {
    this.database = database
    const roots = database.prepare('SELECT rootpage, tbl_name FROM sqlite_schema WHERE rootpage > 0').raw().all() as [number, string][]
    this.tablesByRoot = new Map(roots)
  }

  /** @throws TypeError for a virtual table that `named` does not name: its root pages say nothing */
  prepare(sql: string, values: SqlValues, named: readonly string[] = []): Prepared {
    const known = this.prepared.get(sql)
    if (known !== undefined) return known
    const program = this.database.prepare(`EXPLAIN ${sql}`).all(values) as { opcode: string; p2: number; p3: number }[]
    const opened = (opcode: string) =>
      program.filter((step) => step.opcode === opcode && step.p3 === 0).flatMap(({ p2 }) => this.tablesByRoot.get(p2) ?? [])
    if (named.length === 0 && program.some(({ opcode }) => opcode === 'VOpen' || opcode === 'VUpdate'))
      throw new TypeError('A statement on a virtual table must name it in `reads`')
    const made: Prepared = {
      statement: this.database.prepare(sql),
      reads: [...new Set([...opened('OpenRead'), ...named])],
      writes: [...new Set(opened('OpenWrite'))],
    }
    this.prepared.set(sql, made)
    return made
  }
}
