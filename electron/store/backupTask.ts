// What is done with a backup apart from the open workspace: trying whether it opens, and making a workspace of it. Done in a worker.
import { copyFileSync, rmSync } from 'node:fs'
import { WorkbenchError } from '../../shared/core/errors'
import { formatMoment } from '../../shared/i18n/format'
import { backupDamaged, type CheckedBackup, type FileOrigin } from '../../shared/workspace/backups'
import { entities } from '../../shared/rooms'
import { flushFile } from './atomicFile'
import { madeAt } from './backup'
import { countRows, noteIn } from './backupNote'
import { type Connection, openDatabase } from './database'
import { eraseRecords, readErased } from './erased'
import { assertKnown, migrate } from './migrate'

/** `from` is a backup, `to` the file that a workspace will have. `folder`: whose erased.bin counts. `version`: of the program. */
export type BackupTask =
  | { type: 'check'; from: string }
  | { type: 'prepare'; from: string; to: string; folder: string; origin: Omit<FileOrigin, 'goesOn'>; version: string }

/** Does a task; the caller zeroes the key. @throws backupDamaged, newerVersion, erasedUnreadable, errors of the file system */
export function doBackupTask(task: BackupTask, key: Uint8Array): CheckedBackup {
  return task.type === 'check' ? checkBackup(task.from, key) : prepareWorkspace(task, key)
}

function checkBackup(file: string, key: Uint8Array): CheckedBackup {
  return open(file, file, key, { readOnly: true }, (copy) => {
    assertWhole(copy, file)
    return comparedWithNote(copy)
  })
}

/** Copies a backup, brings it to this version, erases what must stay erased, and says in it where it comes from: the next to open it is a new writer. */
function prepareWorkspace({ from, to, folder, origin, version }: Extract<BackupTask, { type: 'prepare' }>, key: Uint8Array): CheckedBackup {
  const erased = readErased(folder, key)
  rmSync(to, { force: true })
  try {
    copyFileSync(from, to)
    const found = open(to, from, key, { isInTheMaking: true }, (copy) => {
      assertWhole(copy, from)
      const checked = comparedWithNote(copy)
      migrate(copy, { version, backup: () => undefined })
      eraseRecords(copy, erased)
      markOrigin(copy, origin)
      return checked
    })
    flushFile(to)
    return found
  } catch (error) {
    rmSync(to, { force: true })
    throw error
  }
}

/** Says in a file where it comes from. Without a file id nobody takes it for the file that it was copied from, so it begins a new writer. */
export function markOrigin(copy: Connection, { at, kind, backupAt, source }: Omit<FileOrigin, 'goesOn'>): void {
  copy.transaction(() => {
    copy.prepare(`DELETE FROM meta WHERE name IN ('fileId', 'backupNote')`).run()
    copy.prepare('DELETE FROM runningJob').run()
    copy.prepare('INSERT OR REPLACE INTO fileOrigin (at, kind, backupAt, source) VALUES (?, ?, ?, ?)').run(at, kind, backupAt, source)
  })()
}

function comparedWithNote(copy: Connection): CheckedBackup {
  const counts = countRows(copy)
  const note = noteIn(copy)
  const differing = note === null ? [] : Object.keys({ ...note, ...counts }).filter((table) => note[table] !== counts[table])
  const records = [...entities.keys()].reduce((sum, table) => sum + (counts[table] ?? 0), 0)
  return { people: counts['person'] ?? 0, records, hasNote: note !== null, differing }
}

/** To SQLite an empty file is a whole database without tables: then no migration has ever run in it. */
function assertWhole(copy: Connection, backup: string): void {
  if (copy.pragma('integrity_check', { simple: true }) !== 'ok' || assertKnown(copy) === 0) throw damaged(backup)
}

function open<Value>(
  file: string,
  backup: string,
  key: Uint8Array,
  how: { readOnly?: boolean; isInTheMaking?: boolean },
  work: (copy: Connection) => Value,
): Value {
  let copy: Connection | null = null
  try {
    copy = openDatabase(file, key, how)
    return work(copy)
  } catch (error) {
    throw error instanceof Error && 'code' in error && /^SQLITE_(NOTADB|CORRUPT)/.test(String(error.code)) ? damaged(backup) : error
  } finally {
    copy?.close()
  }
}

function damaged(backup: string): WorkbenchError<{ moment: string }> {
  return new WorkbenchError(backupDamaged, { moment: formatMoment(madeAt(backup)) })
}
