import { WorkbenchError } from '../../shared/core/errors'
import { newerVersion } from '../../shared/workspace/shell'
import type { Connection } from './database'
import log from './migrations/0001-log.sql?raw'
import directory from './migrations/0002-directory.sql?raw'
import courses from './migrations/0003-courses.sql?raw'
import workingTables from './migrations/0004-working-tables.sql?raw'
import viewSetting from './migrations/0005-view-setting.sql?raw'
import history from './migrations/0006-history.sql?raw'
import users from './migrations/0007-users-and-access.sql?raw'
import backups from './migrations/0008-backups.sql?raw'
import search from './migrations/0009-search.sql?raw'
import letterhead from './migrations/0010-letterhead.sql?raw'

/** In order; a released one never changes. The number of a migration is its place here, and SQLite's `user_version` once it has run. */
export const migrations: readonly string[] = [
  log,
  directory,
  courses,
  workingTables,
  viewSetting,
  history,
  users,
  backups,
  search,
  letterhead,
]

export interface MigrateOptions {
  /** The running program's version, kept for the sentence that an older program will say. */
  version: string
  /** Copies the file before the first migration that changes an existing workspace. */
  backup: () => void
  /** Only tests pass other ones. */
  steps?: readonly string[]
}

/**
 * Brings a workspace to this version's tables, each migration in a transaction of its own: a failing one leaves the file as the one
 * before left it. Gives the version that the tables had before, `null` for a new or a present one. @throws newerVersion, with nothing changed
 */
export function migrate(database: Connection, { version, backup, steps = migrations }: MigrateOptions): number | null {
  const present = assertKnown(database, steps)
  if (present === steps.length) return null
  if (present > 0) backup()
  for (const [index, sql] of steps.entries()) {
    if (index < present) continue
    database.transaction(() => {
      database.exec(sql)
      database
        .prepare(`INSERT INTO meta (name, value) VALUES ('program', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`)
        .run(version)
      database.pragma(`user_version = ${index + 1}`)
    })()
  }
  // Into the file itself: whoever copies that alone has a workspace of this version, not one without tables.
  database.pragma('wal_checkpoint(TRUNCATE)')
  return present === 0 ? null : present
}

/** How many of the migrations have run in a file. @throws newerVersion for one that has more of them */
export function assertKnown(database: Connection, steps: readonly string[] = migrations): number {
  const present = Number(database.pragma('user_version', { simple: true }))
  if (present > steps.length) throw new WorkbenchError(newerVersion, { version: writtenBy(database) })
  return present
}

function writtenBy(database: Connection): string {
  const row = database.prepare(`SELECT value FROM meta WHERE name = 'program'`).pluck().get()
  return typeof row === 'string' ? row : '?'
}
