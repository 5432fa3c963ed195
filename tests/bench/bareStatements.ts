// The store's peers: the same rows by prepared statements alone. All values are read and made before the clock runs.
import type { Statement } from 'better-sqlite3'
import type { Connection } from '../../electron/store/database'
import type { PlannedChange } from './writing'

type Values = unknown[]

/** Writes table, log, heads and search index as the store wrote them into `from`, in the same transactions. */
export function bareStatements(database: Connection, from: Connection, plan: readonly PlannedChange[], size: number): () => void {
  database.prepare(`INSERT INTO writer (id, office, since) VALUES ('W', 'Messung', 0)`).run()
  const table = tableWrites(database, from, plan)
  const acts = rowsOf(from, 'SELECT act.* FROM act JOIN change ON change.act = act.id GROUP BY act.id ORDER BY min(change.seq)')
  const changes = rowsOf(from, 'SELECT * FROM change ORDER BY writer, scope, seq')
  const records = from.prepare('SELECT record FROM change ORDER BY writer, scope, seq').pluck().all() as string[]
  const found = new Map(
    from
      .prepare('SELECT record, entity, foundRow.title, found.title, found.detail, sounds FROM found JOIN foundRow ON number = found.rowid')
      .raw()
      .all()
      .map((row) => [(row as string[])[0]!, row as string[]]),
  )
  const [addAct, addChange] = [insertInto(database, 'act', acts[0]!.length), insertInto(database, 'change', changes[0]!.length)]
  const dropHead = database.prepare('DELETE FROM head WHERE record = ? AND field = ?')
  const addHead = insertInto(database, 'head', 6)
  const addFoundRow = database.prepare('INSERT INTO foundRow (record, entity, title) VALUES (?, ?, ?)')
  const addFound = database.prepare('INSERT INTO found (rowid, title, detail, sounds) VALUES (?, ?, ?, ?)')
  const numberOf = database.prepare('SELECT number FROM foundRow WHERE record = ?').pluck()
  const changeFound = database.prepare('UPDATE found SET title = ?, detail = ?, sounds = ? WHERE rowid = ?')
  const write = database.transaction((start: number, end: number, act: number) => {
    addAct.run(...acts[act]!)
    for (let number = start; number < end; number++) {
      addChange.run(...changes[number]!)
      table[number]!()
      const record = records[number]!
      const [, entity, shown, ...words] = found.get(record)!
      if (plan[number]!.kind === 'move') {
        changeFound.run(...words, numberOf.get(record))
        dropHead.run(record, 'city')
        addHead.run(record, 'city', 1, 'persons', number + 1, 0)
      } else {
        addFound.run(addFoundRow.run(record, entity, shown).lastInsertRowid, ...words)
      }
    }
  })
  return () => {
    for (let start = 0, act = 0; start < plan.length; start += size, act++) write.immediate(start, Math.min(start + size, plan.length), act)
  }
}

/** Writes the rows of the table alone. */
export function tableAlone(database: Connection, from: Connection, plan: readonly PlannedChange[], size: number): () => void {
  const table = tableWrites(database, from, plan)
  const write = database.transaction((start: number, end: number) => {
    for (let number = start; number < end; number++) table[number]!()
  })
  return () => {
    for (let start = 0; start < plan.length; start += size) write.immediate(start, Math.min(start + size, plan.length))
  }
}

/** What each change does to the table. A person enters with the town they have now: the same bytes, for every town has the same length nearly. */
function tableWrites(database: Connection, from: Connection, plan: readonly PlannedChange[]): (() => void)[] {
  const rows = new Map(rowsOf(from, 'SELECT * FROM person').map((row) => [row[0] as string, row]))
  const records = from.prepare('SELECT record FROM change ORDER BY writer, scope, seq').pluck().all() as string[]
  const add = insertInto(database, 'person', rows.values().next().value!.length)
  const move = database.prepare('UPDATE person SET city = ? WHERE id = ?')
  return plan.map((one, number) => {
    const record = records[number]!
    const row = rows.get(record)!
    return one.kind === 'enter' ? () => add.run(...row) : () => move.run(one.city, record)
  })
}

function rowsOf(database: Connection, sql: string): Values[] {
  return database.prepare(sql).raw().all() as Values[]
}

function insertInto(database: Connection, table: string, columns: number): Statement {
  return database.prepare(`INSERT INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`)
}
