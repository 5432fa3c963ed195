import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isPackaged, resourcesFolder } from '../runtime'

/**
 * The SQLite to load (better-sqlite3's option `nativeBinding`), or `undefined` for the one that its package brings. That one needs
 * Node-API 10; the test runtime knows 8 and gets another. A packaged program takes it only from its own folder: a variable of the
 * environment must not make it load foreign code.
 */
export function sqliteBinding(executable: string = process.execPath): string | undefined {
  if (!isPackaged(executable)) return process.env['KREISWERKBANK_SQLITE_BINDING']
  const shipped = join(resourcesFolder(executable), 'better_sqlite3.node')
  return existsSync(shipped) ? shipped : undefined
}
