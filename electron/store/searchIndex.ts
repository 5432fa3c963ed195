// The search index over every record with a title, inside the encrypted file and kept in the transaction that changes the record.
import type { Statement } from 'better-sqlite3'
import type { AnyEntity } from '../../shared/core/entity'
import { searchForm } from '../../shared/core/textKeys'
import { titleOf } from '../../shared/core/title'
import type { Connection } from './database'

/** Keeps titles findable: the texts of a record's fields with `keys`. */
export class SearchIndex {
  private readonly numberOf: Statement
  private readonly insert: Statement
  private readonly keep: Statement
  private readonly remove: Statement
  private readonly forget: Statement

  constructor(database: Connection) {
    this.numberOf = database.prepare('SELECT number FROM foundRow WHERE record = ?').pluck()
    this.insert = database.prepare('INSERT INTO found (words, entity, record, title) VALUES (?, ?, ?, ?)')
    this.keep = database.prepare('INSERT INTO foundRow (record, number) VALUES (?, ?)')
    this.remove = database.prepare('DELETE FROM found WHERE rowid = ?')
    this.forget = database.prepare('DELETE FROM foundRow WHERE record = ?')
  }

  /** A new record. `values` are its fields as given. */
  add(entity: AnyEntity, record: string, values: Record<string, unknown>): void {
    const title = titleOf(entity, values)
    if (title === null) return
    const { lastInsertRowid } = this.insert.run(searchForm(title), entity.name, record, title)
    this.keep.run(record, lastInsertRowid)
  }

  /** A changed record: `values` are all of its fields now. */
  replace(entity: AnyEntity, record: string, values: Record<string, unknown>): void {
    this.drop(record)
    this.add(entity, record, values)
  }

  /** A record that is gone. */
  drop(record: string): void {
    const number = this.numberOf.get(record)
    if (number === undefined) return
    this.remove.run(number)
    this.forget.run(record)
  }
}

/** True if a change of this field changes the record's title. */
export function isTitleField(entity: AnyEntity, name: string): boolean {
  return entity.fields[name]?.keys !== undefined
}
