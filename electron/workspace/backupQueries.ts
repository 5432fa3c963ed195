import * as z from 'zod'
import type { workspace } from '../../shared/workspace/calls'
import { BACKUP_WEEKS, FileOrigin } from '../../shared/workspace/backups'
import type { Query } from '../store/store'

/** Where this file comes from; the newest of its lives counts. */
export const getFileOrigin: Query<typeof workspace.getFileOrigin> = (store) =>
  store.row(FileOrigin, 'SELECT at, kind, backupAt, source, goesOn FROM fileOrigin ORDER BY at DESC LIMIT 1') ?? null

/** For how many weeks backups are kept. */
export const getBackupWeeks: Query<typeof workspace.getBackupWeeks> = (store) => {
  const kept = store.row(z.object({ value: z.coerce.number() }), `SELECT value FROM meta WHERE name = 'backupWeeks'`)?.value
  return BACKUP_WEEKS.find((weeks) => weeks === kept) ?? BACKUP_WEEKS[0]
}
