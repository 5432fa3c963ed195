// Writes a workspace's files anew with another key. Each file changes at once or not at all, so whatever stops this, both keys together
// open everything, and doing it again goes on where it stopped.
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Connection, openDatabase } from './database'
import { flushFile } from './atomicFile'
import { backupNames } from './backup'
import { resealErased } from './erased'
import { filesOf } from './workspaceFolder'

export interface NewKeyOrder {
  folder: string
  /** The key that the files may still have. */
  former: Uint8Array
  key: Uint8Array
}

/**
 * Gives the database and every backup of a folder the new key; nobody may have the database open. A backup that neither key opens is
 * damaged or foreign and stays as it is. @throws SqliteError and errors of the file system, with every file readable by one of the keys
 */
export function writeWithNewKey({ folder, former, key }: NewKeyOrder, report: (done: number, total: number) => void): void {
  const { database, backups } = filesOf(folder)
  const copies = backupNames(readdirSync(backups)).map((name) => join(backups, name))
  const total = 1 + copies.length
  resealErased(folder, former, key)
  // The workspace last: until then the former key opens all that somebody looks for.
  for (const [done, copy] of copies.entries()) {
    report(done, total)
    if (!opens(copy, key) && opens(copy, former))
      unlessDamaged(() => rewrite(copy, former, key, () => openDatabase(copy, former, { readOnly: true })))
  }
  report(copies.length, total)
  if (!opens(database, key)) rewrite(database, former, key, () => withoutLog(database, former))
  report(total, total)
}

function rewrite(file: string, former: Uint8Array, key: Uint8Array, open: () => Connection): void {
  const temporary = `${file}.new`
  rmSync(temporary, { force: true })
  try {
    const source = open()
    try {
      source.prepare('VACUUM INTO ?').run(temporary)
    } finally {
      source.close()
    }
    const copy = openDatabase(temporary, former, { isInTheMaking: true })
    try {
      copy.pragma(`rekey = "x'${Buffer.from(key).toString('hex')}'"`)
    } finally {
      copy.close()
    }
    assertWhole(temporary, key)
    flushFile(temporary)
    renameSync(temporary, file)
  } finally {
    rmSync(temporary, { force: true })
  }
}

/** The database with everything in the one file: a write-ahead log of the former key beside a file of the new one would ruin it. */
function withoutLog(file: string, key: Uint8Array): Connection {
  const database = openDatabase(file, key)
  const mode = database.pragma('journal_mode = DELETE', { simple: true })
  if (mode === 'delete') return database
  database.close()
  throw new Error('Somebody else has the workspace open')
}

function opens(file: string, key: Uint8Array): boolean {
  try {
    openDatabase(file, key, { readOnly: true }).close()
    return true
  } catch (error) {
    if (codeOf(error) === 'SQLITE_NOTADB') return false
    throw error
  }
}

/** A damaged backup must not keep the others, and the workspace, from their new key. */
function unlessDamaged(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!codeOf(error).startsWith('SQLITE_CORRUPT')) throw error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function assertWhole(file: string, key: Uint8Array): void {
  const copy = openDatabase(file, key, { readOnly: true })
  try {
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok')
      throw Object.assign(new Error('The file with the new key is not whole'), { code: 'SQLITE_CORRUPT' })
  } finally {
    copy.close()
  }
}
