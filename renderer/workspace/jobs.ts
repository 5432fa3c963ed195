import { formatNumber } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { workspace } from '../../shared/workspace/calls'
import { resultOf } from '../app/jobs'
import type { RoomJob } from '../app/room'

/** What the tray says of this room's long work, by the name of its call. */
export const workspaceJobs: Readonly<Record<string, RoomJob>> = {
  exportEverything: {
    said: (state) => {
      const written = resultOf(workspace.exportEverything, state)
      return written === null ? null : everythingText(written)
    },
  },
  undoAct: { path: 'acts' },
}

/** "Ordner „Landkreis Erlenmark 2026-11-24“ geschrieben: 57 Dateien, 2.117 Zeilen." */
export function everythingText({ folder, files, records }: { folder: string; files: number; records: number }): string {
  return t('Ordner „{folder}“ geschrieben: {files} Dateien, {records} Zeilen.', {
    folder,
    files: formatNumber(files),
    records: formatNumber(records),
  })
}
