// Copies of the database in backups/, encrypted with the workspace's own key, which the keyring's copy beside them wraps.
import { existsSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { WorkbenchError } from '../../shared/core/errors'
import { formatNumber } from '../../shared/i18n/format'
import {
  BACKUP_REASONS,
  BACKUP_WEEKS,
  backupGone,
  type BackupLine,
  type BackupReason,
  noSpaceForBackup,
} from '../../shared/workspace/backups'
import { flushFile } from './atomicFile'
import { countRows, noteBackup } from './backupNote'
import { type Connection, openDatabase } from './database'
import { filesOf, makeBackupsFolder } from './workspaceFolder'

/** Of so many days one is kept each, beside the weeks'. */
const DAYS = 7
/** The moment, and why it was made, if that is not the first unlock of a day. */
const NAME = /^(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)(?:-([a-z]+))?\.db$/
/** Of a copy in the making; one that is still there belongs to a program that was killed. */
const IN_THE_MAKING = '.new'

/**
 * Copies an open workspace as it stands into a new file of backups/ and gives its path. It gets its name only after it was opened
 * with the key, found whole, and noted how many rows it has. `now`: UTC ms. @throws noSpaceForBackup; Error if the copy is not whole;
 * SqliteError, e.g. a full disk
 */
export function backUp(database: Connection, key: Uint8Array, folder: string, now: number, reason: BackupReason = 'daily'): string {
  const { backups } = filesOf(folder)
  makeBackupsFolder(folder)
  for (const name of readdirSync(backups)) if (name.endsWith(`.db${IN_THE_MAKING}`)) rmSync(join(backups, name), { force: true })
  const file = join(backups, nameAt(now, reason))
  writeCopy(database, key, `${file}${IN_THE_MAKING}`, (copy) => noteBackup(copy, countRows(database)))
  renameSync(`${file}${IN_THE_MAKING}`, file)
  // A new version never takes away what an older one has kept.
  if (reason !== 'update')
    for (const name of outdatedBackups(readdirSync(backups), now, weeksKept(database))) rmSync(join(backups, name), { force: true })
  return file
}

/**
 * Writes an open workspace as it stands into a new file, which has no WAL, was opened with the key and found whole. `finish` writes the last
 * words into it. Nothing is left of one that fails. @throws as `backUp` does
 */
export function writeCopy(database: Connection, key: Uint8Array, file: string, finish: (copy: Connection) => void): void {
  assertRoom(database, file)
  rmSync(file, { force: true })
  try {
    // The copy takes key and cipher from the open file.
    database.prepare('VACUUM INTO ?').run(file)
    const copy = openDatabase(file, key, { isInTheMaking: true })
    try {
      finish(copy)
      if (copy.pragma('quick_check', { simple: true }) !== 'ok') throw new Error('The copy is not whole')
    } finally {
      copy.close()
    }
    flushFile(file)
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
}

/** The backups in the folder, newest first. */
export function listBackups(folder: string): BackupLine[] {
  const { backups } = filesOf(folder)
  if (!existsSync(backups)) return []
  return backupNames(readdirSync(backups))
    .reverse()
    .flatMap((name) => {
      const about = statSync(join(backups, name), { throwIfNoEntry: false })
      return about?.isFile() === true ? [{ name, madeAt: madeAt(name), reason: reasonIn(name), size: about.size }] : []
    })
}

/** The file of a backup by its name in the list. @throws backupGone for one that is not there, or is none */
export function backupNamed(folder: string, name: string): string {
  const file = join(filesOf(folder).backups, name)
  if (!NAME.test(name) || !existsSync(file)) throw new WorkbenchError(backupGone, {})
  return file
}

/** Whether the newest backup is of another day (UTC) than `now` (UTC ms). */
export function isBackupDue(folder: string, now: number): boolean {
  const newest = newestBackup(folder, now)
  return newest === null || dayInName(basename(newest)) !== dayInName(nameAt(now))
}

/**
 * Of the files in backups/ those that may go: kept is the newest of 7 days and of `weeks` weeks that have one, of today the newest of each
 * reason, and nothing that is older than these days and weeks in all (domain.md 10: 4 weeks, which makes 35 days, so that people who were
 * erased are gone then). Other files are left alone, and so are those of a moment after `now` (UTC ms): one of the two clocks was wrong, and
 * nobody knows which. For that reason a day that comes longer after the one before does not make its backups old: the next day does.
 */
export function outdatedBackups(names: readonly string[], now: number, weeks: number = BACKUP_WEEKS[0]): string[] {
  const newestFirst = backupNames(names)
    .filter((name) => stampIn(name) <= stampAt(now))
    .reverse()
  const today = newestFirst.filter((name) => dayInName(name) === dayInName(nameAt(now)))
  const kept = new Set([
    ...newestOf(newestFirst, dayInName, DAYS),
    ...newestOf(newestFirst, weekInName, weeks),
    ...newestOf(today, reasonIn, BACKUP_REASONS.length),
  ])
  const longest = (DAYS + weeks * 7) * 86_400_000
  const dayBefore = newestFirst.find((name) => !today.includes(name))
  const isAfterGap = dayBefore !== undefined && now - madeAt(dayBefore) > longest
  const oldest = (isAfterGap ? madeAt(dayBefore) : now) - longest
  return newestFirst.filter((name) => !kept.has(name) || madeAt(name) < oldest)
}

/** The newest whole backup, or `null`. One of a moment after `now` (UTC ms), made while a clock was wrong, counts only if there is no other. */
export function newestBackup(folder: string, now: number): string | null {
  const { backups } = filesOf(folder)
  if (!existsSync(backups)) return null
  const names = backupNames(readdirSync(backups))
  const newest = names.filter((name) => stampIn(name) <= stampAt(now)).at(-1) ?? names.at(-1)
  return newest === undefined ? null : join(backups, newest)
}

/** When a backup was made (UTC ms), as its name says. */
export function madeAt(backup: string): number {
  const [day = '', time = ''] = stampIn(basename(backup)).slice(0, -1).split('T')
  const [hours, minutes, seconds, rest] = time.split('-')
  return Date.parse(`${day}T${hours}:${minutes}:${seconds}.${rest}Z`)
}

/** Of how many weeks this workspace keeps a backup. */
export function weeksKept(database: Connection): number {
  const value = Number(database.prepare(`SELECT value FROM meta WHERE name = 'backupWeeks'`).pluck().get() ?? 0)
  return BACKUP_WEEKS.find((weeks) => weeks === value) ?? BACKUP_WEEKS[0]
}

/** A full disk is said before it is full: others work on it too. A little more than the rows need, for SQLite's own pages. */
function assertRoom(database: Connection, file: string): void {
  const pages = (name: string) => Number(database.pragma(name, { simple: true }))
  const needed = (pages('page_count') - pages('freelist_count') + 16) * pages('page_size')
  const { bavail, bsize } = statfsSync(join(file, '..'))
  const free = bavail * bsize
  if (free < needed) throw new WorkbenchError(noSpaceForBackup, { needed: megabytes(needed), free: megabytes(free) })
}

function megabytes(bytes: number): string {
  return formatNumber(bytes / 1_000_000)
}

/** Of the files in backups/ those that are backups, oldest first. */
export function backupNames(names: readonly string[]): string[] {
  return names.filter((name) => NAME.test(name)).sort()
}

function stampAt(now: number): string {
  return new Date(now).toISOString().replace(/[:.]/g, '-')
}
function nameAt(now: number, reason: BackupReason = 'daily'): string {
  return reason === 'daily' ? `${stampAt(now)}.db` : `${stampAt(now)}-${reason}.db`
}
function stampIn(name: string): string {
  return NAME.exec(name)?.[1] ?? ''
}
/** A reason of a newer version counts as any other day's backup. */
function reasonIn(name: string): BackupReason {
  const said = NAME.exec(name)?.[2]
  return BACKUP_REASONS.find((reason) => reason === said) ?? 'daily'
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
