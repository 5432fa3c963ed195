import Database from 'better-sqlite3'
import { sqliteBinding } from './binding'

export type Connection = Database.Database

export interface OpenOptions {
  /** On a network drive: the file is ours alone, for WAL cannot share memory there. Must be known before the first access. */
  share?: boolean
  readOnly?: boolean
}

/**
 * Opens an SQLCipher 4 file with its raw 32-byte key. Nothing is read before the key is set; a wrong key fails at the first read.
 * @throws SqliteError NOTADB for a wrong key or a damaged first page, BUSY where another program holds a share
 */
export function openDatabase(file: string, key: Uint8Array, { share = false, readOnly = false }: OpenOptions = {}): Connection {
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
    database.pragma('temp_store = MEMORY')
    if (!readOnly) {
      database.pragma('journal_mode = WAL')
      database.pragma('synchronous = FULL')
      database.pragma('secure_delete = ON')
    }
    // The first read proves the key; with an exclusive lock it also takes the file.
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    if (share && !readOnly) database.exec('BEGIN IMMEDIATE; COMMIT')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
