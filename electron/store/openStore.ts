// Opens a workspace's file for one thread: migrated, with its writer, ready to run calls. Tests open it the same way, without threads.
import { type Clock, systemClock } from '../../shared/core/clock'
import { backUp } from './backup'
import { type Connection, openDatabase } from './database'
import type { StoreAddress } from './messages'
import { assertKnown, migrate } from './migrate'
import { StoreReader } from './reader'
import { cutOffRunning } from './runningJobs'
import { StoreWriter } from './writer'
import { openWriter } from './writers'

/** The writing store. @throws newerVersion; SqliteError NOTADB for a wrong key or a damaged file, BUSY where another program has a share */
export function openWritingStore(
  address: Omit<StoreAddress, 'role'>,
  clock: Clock = systemClock,
): { database: Connection; store: StoreWriter; migratedFrom: number | null } {
  const { file, key, share, folder, actor, circumstances, version, about } = address
  const database = openDatabase(file, key, { share })
  try {
    const migratedFrom = migrate(database, { version, backup: () => backUp(database, key, folder, clock.now(), 'update') })
    const writer = openWriter(database, { ...circumstances, now: clock.now() })
    const keep = database.prepare('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
    database.transaction(() => {
      for (const [name, value] of Object.entries(about)) keep.run(name, String(value))
    })()
    cutOffRunning(database, 'crash')
    return { database, store: new StoreWriter(database, clock, actor, writer), migratedFrom }
  } catch (error) {
    database.close()
    throw error
  }
}

/** The reading store beside a writing one, or alone over a backup. @throws newerVersion and those of the writing store */
export function openReadingStore(
  { file, key, actor }: Pick<StoreAddress, 'file' | 'key' | 'actor'>,
  clock: Clock = systemClock,
): { database: Connection; store: StoreReader; migratedFrom: null } {
  const database = openDatabase(file, key, { readOnly: true })
  try {
    assertKnown(database)
    return { database, store: new StoreReader(database, clock, actor), migratedFrom: null }
  } catch (error) {
    database.close()
    throw error
  }
}
