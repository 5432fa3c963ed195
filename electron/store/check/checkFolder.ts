// `workspace check`: everything of a workspace's folder, with its key. It reads and changes nothing.
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import {
  backupBroken,
  backupUnreadable,
  type CheckedPart,
  type CheckReport,
  fileUnreadable,
  keyringBroken,
  keyringsDiffer,
  newKeyUnfinished,
  pagesBroken,
} from '../../../shared/workspace/check'
import { backupNames } from '../backup'
import { type Connection, openDatabase } from '../database'
import { formerKeyOf, isSealedBy, type Keyring } from '../keyring'
import { assertKnown } from '../migrate'
import { filesOf, keyringAt } from '../workspaceFolder'
import type { Observer } from '../writer'
import { checkAccess, checkLog } from './checkChains'
import { checkRecords, checkSearch } from './checkRecords'
import { CheckProgress, codeIn, PartInCheck } from './findings'

export interface CheckOrder {
  folder: string
  key: Uint8Array
  /** Of the program, for the report. */
  version: string
}

/** Looks at every part; a part that cannot be read says so, and those that need it are left out. @throws cancelled, newerVersion */
export function checkFolder(
  { folder, key, version }: CheckOrder,
  observer: Observer,
  now: number,
  opened: Connection | null = null,
): CheckReport {
  const progress = new CheckProgress(observer)
  const names = backupNames(readdirSync(filesOf(folder).backups))
  progress.expect(3 + names.length)
  const keyring = checkKeyring(folder, key, new PartInCheck('keyring', progress))
  const former = keyring.present === null ? null : formerKeyOf(keyring.present, Buffer.from(key))
  const keys = former === null ? [key] : [key, former]
  const inFile = checkFile(folder, keys, opened, progress)
  const parts = [inFile[0]!, keyring.part, checkBackups(folder, names, keys, new PartInCheck('backups', progress)), ...inFile.slice(1)]
  former?.fill(0)
  return { at: now, version, folder: basename(folder), parts }
}

/** The file itself, and all that stands in it as one state. */
function checkFile(folder: string, keys: readonly Uint8Array[], opened: Connection | null, progress: CheckProgress): CheckedPart[] {
  const file = new PartInCheck('file', progress)
  file.look()
  let database: Connection
  try {
    database = opened ?? openWithOne(filesOf(folder).database, keys)
  } catch (error) {
    file.note(fileUnreadable, { code: codeIn(error) })
    return [file.end()]
  }
  try {
    assertKnown(database)
    for (const where of faultsIn(database)) file.note(pagesBroken, { where })
    return [file.end(), ...database.transaction(() => checkContent(database, progress))()]
  } catch (error) {
    // Pages that cannot be read stop what reads them.
    file.note(pagesBroken, { where: codeIn(error) })
    return [file.end()]
  } finally {
    if (opened === null) database.close()
  }
}

function checkContent(database: Connection, progress: CheckProgress): CheckedPart[] {
  const count = (table: string) => Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  const records = Number(database.prepare('SELECT count(DISTINCT record) FROM change').pluck().get())
  progress.expect(count('act') + count('change') + 2 * records + count('foundRow') + count('access'))
  const part = (name: CheckedPart['part']) => new PartInCheck(name, progress)
  const [log, heads, tables, search, access] = [part('log'), part('heads'), part('tables'), part('search'), part('access')]
  checkLog(database, log)
  checkRecords(database, heads, tables)
  checkSearch(database, search)
  checkAccess(database, access)
  return [log, heads, tables, search, access].map((one) => one.end())
}

function checkKeyring(folder: string, key: Uint8Array, part: PartInCheck): { part: CheckedPart; present: Keyring | null } {
  const { keyring, keyringCopy } = filesOf(folder)
  const [present, copy] = [keyring, keyringCopy].map((file) => {
    part.look()
    const found = keyringAt(file)
    if (found !== undefined && isSealedBy(found, key)) return found
    part.note(keyringBroken, { file: file === keyring ? 'keyring.json' : 'backups/keyring.json' })
    return null
  })
  if (present && copy && present.checksum !== copy.checksum) part.note(keyringsDiffer, {})
  if (present?.formerKey !== undefined) part.note(newKeyUnfinished, {})
  return { part: part.end(), present: present ?? copy ?? null }
}

function checkBackups(folder: string, names: readonly string[], keys: readonly Uint8Array[], part: PartInCheck): CheckedPart {
  for (const name of names) {
    part.look()
    try {
      const backup = openWithOne(join(filesOf(folder).backups, name), keys)
      try {
        const [where] = faultsIn(backup)
        if (where !== undefined) part.note(backupBroken, { name, where })
      } finally {
        backup.close()
      }
    } catch (error) {
      part.note(backupUnreadable, { name, code: codeIn(error) })
    }
  }
  return part.end()
}

/** What SQLite finds wrong with a file's pages and indexes; nothing if it is whole. Its words name pages and tables, never values. */
function faultsIn(database: Connection): string[] {
  const lines = database.pragma('integrity_check(20)') as { integrity_check: string }[]
  return lines.map((line) => line.integrity_check).filter((line) => line !== 'ok')
}

/** Opens a file to read with the first key that fits. @throws SqliteError of the last one */
function openWithOne(file: string, [key, ...others]: readonly Uint8Array[]): Connection {
  if (key === undefined) throw new TypeError('A file is opened with a key')
  try {
    return openDatabase(file, key, { readOnly: true })
  } catch (error) {
    if (others.length === 0 || codeIn(error) !== 'SQLITE_NOTADB') throw error
    return openWithOne(file, others)
  }
}
