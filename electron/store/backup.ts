// Copies of the database in backups/, encrypted with the workspace's own key, which the keyring's copy beside them wraps.
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Connection, openDatabase } from './database'
import { filesOf, makeBackupsFolder } from './workspaceFolder'

const NAME = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z\.db$/

/**
 * Copies an open workspace as it stands into a new file of backups/ and gives its path. It gets its name only after it was opened
 * with the key and found whole. `now`: UTC ms. @throws Error if the copy is not whole; SqliteError, e.g. a full disk
 */
export function backUp(database: Connection, key: Uint8Array, folder: string, now: number): string {
  const { backups } = filesOf(folder)
  makeBackupsFolder(folder)
  const file = join(backups, nameAt(now))
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
  for (const name of outdatedBackups(readdirSync(backups), now)) rmSync(join(backups, name), { force: true })
  return file
}

/** Whether the newest backup is of another day (UTC) than `now` (UTC ms). */
export function isBackupDue(folder: string, now: number): boolean {
  const newest = newestBackup(folder, now)
  return newest === null || dayInName(basename(newest)) !== dayInName(nameAt(now))
}

/**
 * Of the files in backups/ those that may go: kept is the newest of 7 days and of 4 weeks that have one (domain.md 10: 35 days, so that
 * people who were erased are gone then). Other files are left alone, and so are those of a moment after `now` (UTC ms): one of the two
 * clocks was wrong, and nobody knows which.
 */
export function outdatedBackups(names: readonly string[], now: number): string[] {
  const newestFirst = oldestFirst(names)
    .filter((name) => name <= nameAt(now))
    .reverse()
  const kept = new Set([...newestOf(newestFirst, dayInName, 7), ...newestOf(newestFirst, weekInName, 4)])
  return newestFirst.filter((name) => !kept.has(name))
}

/** The newest whole backup, or `null`. One of a moment after `now` (UTC ms), made while a clock was wrong, counts only if there is no other. */
export function newestBackup(folder: string, now: number): string | null {
  const { backups } = filesOf(folder)
  if (!existsSync(backups)) return null
  const names = oldestFirst(readdirSync(backups))
  const newest = names.filter((name) => name <= nameAt(now)).at(-1) ?? names.at(-1)
  return newest === undefined ? null : join(backups, newest)
}

/** When a backup was made (UTC ms), as its name says. */
export function madeAt(backup: string): number {
  const [day = '', time = ''] = basename(backup, '.db').split('T')
  const [hours, minutes, seconds, rest] = time.split('-')
  return Date.parse(`${day}T${hours}:${minutes}:${seconds}.${rest}`)
}

function oldestFirst(names: readonly string[]): string[] {
  return names.filter((name) => NAME.test(name)).sort()
}

function nameAt(now: number): string {
  return `${new Date(now).toISOString().replace(/[:.]/g, '-')}.db`
}
function dayInName(name: string): string {
  return name.slice(0, 10)
}
/** Weeks since a Monday, 5 January 1970. */
function weekInName(name: string): string {
  return String(Math.floor((Date.parse(dayInName(name)) / 86_400_000 - 4) / 7))
}

/** The first name of each of the first `count` periods. */
function newestOf(newestFirst: readonly string[], periodOf: (name: string) => string, count: number): string[] {
  const newest = new Map<string, string>()
  for (const name of newestFirst) if (!newest.has(periodOf(name))) newest.set(periodOf(name), name)
  return [...newest.values()].slice(0, count)
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
