// What a backup says of itself: how many rows each table had when it was made. Inside the encrypted copy, so that it comes and goes with it.
import * as z from 'zod'
import type { Connection } from './database'

const Note = z.record(z.string(), z.int())
type RowCounts = z.infer<typeof Note>

/** Rows of every table; the file's own notes and the inside of the search index are left out. */
export function countRows(database: Connection): RowCounts {
  const tables = z
    .array(z.string())
    .parse(
      database
        .prepare(
          `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'found%' AND name <> 'meta'`,
        )
        .pluck()
        .all(),
    )
  return Object.fromEntries(tables.map((table) => [table, Number(database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())]))
}

/** Writes into a copy how many rows the workspace has. */
export function noteBackup(copy: Connection, counts: RowCounts): void {
  copy
    .prepare(`INSERT INTO meta (name, value) VALUES ('backupNote', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`)
    .run(JSON.stringify(counts))
}

/** What a backup says of itself; `null` for one of an older version, which noted nothing. */
export function noteIn(copy: Connection): RowCounts | null {
  const text = copy.prepare(`SELECT value FROM meta WHERE name = 'backupNote'`).pluck().get()
  return typeof text === 'string' ? Note.parse(JSON.parse(text)) : null
}
