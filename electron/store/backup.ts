// Copies of the database in backups/, encrypted with the workspace's own key, which the keyring's copy beside them wraps.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Connection, openDatabase } from './database'
import { filesOf } from './workspaceFolder'

const NAME = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z\.db$/

/**
 * Copies an open workspace as it stands into a new file of backups/ and gives its path. It gets its name only after it was opened
 * with the key and found whole. `now`: UTC ms. @throws Error if the copy is not whole; SqliteError, e.g. a full disk
 */
export function backUp(database: Connection, key: Uint8Array, folder: string, now: number): string {
  const { backups } = filesOf(folder)
  mkdirSync(backups, { recursive: true })
  const file = join(backups, `${new Date(now).toISOString().replace(/[:.]/g, '-')}.db`)
  const temporary = `${file}.new`
  rmSync(temporary, { force: true })
  try {
    // The copy takes key and cipher from the open file.
    database.prepare('VACUUM INTO ?').run(temporary)
    verify(temporary, key)
    flush(temporary)
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  return file
}

/** The newest whole backup, or `null`. */
export function newestBackup(folder: string): string | null {
  const { backups } = filesOf(folder)
  if (!existsSync(backups)) return null
  const newest = readdirSync(backups)
    .filter((name) => NAME.test(name))
    .sort()
    .at(-1)
  return newest === undefined ? null : join(backups, newest)
}

function verify(file: string, key: Uint8Array): void {
  const copy = openDatabase(file, key, { readOnly: true })
  try {
    if (copy.pragma('quick_check', { simple: true }) !== 'ok') throw new Error('The backup is not whole')
  } finally {
    copy.close()
  }
}

function flush(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
