import Database from 'better-sqlite3'
import { dayOf } from '../../shared/core/clock'
import { searchForm, sortKey } from '../../shared/core/textKeys'
import { sqliteBinding } from './binding'

export type Connection = Database.Database

export interface OpenOptions {
  /** On a network drive: the file is ours alone, for WAL cannot share memory there. Must be known before the first access. */
  share?: boolean
  readOnly?: boolean
  /** A copy in the making: nobody else has it, and one that does not get whole is thrown away. It keeps no WAL, so it opens from a disk that is read-only. */
  isInTheMaking?: boolean
}

/**
 * Opens an SQLCipher 4 file with its raw 32-byte key. Nothing is read before the key is set; a wrong key fails at the first read.
 * @throws SqliteError NOTADB for a wrong key or a damaged first page, BUSY where another program holds a share
 */
export function openDatabase(
  file: string,
  key: Uint8Array,
  { share = false, readOnly = false, isInTheMaking = false }: OpenOptions = {},
): Connection {
  if (key.length !== 32) throw new TypeError('The key of a workspace has 32 bytes')
  const nativeBinding = sqliteBinding()
  const database = new Database(file, {
    readonly: readOnly,
    timeout: share ? 0 : 5000,
    ...(nativeBinding !== undefined && { nativeBinding }),
  })
  try {
    database.pragma(`cipher = 'sqlcipher'`)
    database.pragma('legacy = 4')
    database.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
    if (share) database.pragma('locking_mode = EXCLUSIVE')
    configure(database, { readOnly, isInTheMaking })
    // The first read proves the key; with an exclusive lock it also takes the file.
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    if (share && !readOnly) database.exec('BEGIN IMMEDIATE; COMMIT')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

// Every page that is read again or copied from the WAL is decrypted and checked again, so a workspace has room for its pages (64 MiB at
// most, taken as they are read), and what changes often is copied rarely.
const CACHE_KIB = 65_536
const CHECKPOINT_PAGES = 4_000

/** The settings of a workspace's file, whatever encrypts it. */
export function configure(database: Connection, { readOnly = false, isInTheMaking = false }: OpenOptions = {}): void {
  database.pragma('temp_store = MEMORY')
  database.pragma(`cache_size = -${CACHE_KIB}`)
  addFunctions(database)
  if (readOnly) return
  database.pragma(`journal_mode = ${isInTheMaking ? 'MEMORY' : 'WAL'}`)
  database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
  database.pragma('synchronous = FULL')
  database.pragma('secure_delete = ON')
}

/** What lists sort and search by where no key stands in the table. No index and no table uses them: the file stays readable without. */
function addFunctions(database: Connection): void {
  const of = (change: (text: string) => string) => (value: unknown) => (typeof value === 'string' ? change(value) : null)
  database.function('searchForm', { deterministic: true }, of(searchForm))
  database.function(
    'sortKey',
    { deterministic: true },
    of((text) => sortKey(text, 'thing')),
  )
  database.function('dayOf', { deterministic: true }, (moment: unknown) => (typeof moment === 'number' ? dayOf(moment) : null))
}
