// Backups and copies of a workspace, as screens show them and windows ask for them.
import * as z from 'zod'
import { FileToken, type Right } from '../core/call'
import { failure } from '../core/errors'

export const backupGone = failure(
  'workspace/backup-gone',
  'Diese Sicherung liegt nicht mehr im Ordner. Wählen Sie eine andere aus der Liste; es wurde nichts geändert.',
)
export const backupDamaged = failure<{ moment: string }>(
  'workspace/backup-damaged',
  'Die Sicherung vom {moment} ist beschädigt und lässt sich nicht öffnen. Wählen Sie eine andere aus der Liste; am Arbeitsbereich wurde nichts geändert.',
)
export const noSpaceForBackup = failure<{ needed: string; free: string }>(
  'workspace/no-space-for-backup',
  'Für die Sicherung fehlt Platz: Sie braucht {needed} MB, frei sind {free} MB. Schaffen Sie Platz auf dem Laufwerk des Arbeitsbereichs und versuchen Sie es noch einmal.',
)
export const noChangeWithoutBackup = failure<{ folder: string }>(
  'workspace/no-change-without-backup',
  'Es wurde nichts übernommen, denn die Sicherung davor ist nicht gelungen: Der Ordner „{folder}“ ist voll, schreibgeschützt oder nicht erreichbar. Schaffen Sie Platz oder prüfen Sie das Laufwerk und versuchen Sie es noch einmal.',
)
export const erasedUnreadable = failure(
  'workspace/erased-unreadable',
  'Die Datei erased.bin im Ordner des Arbeitsbereichs ist beschädigt. Sie sagt, wessen Angaben nach Art. 17 DSGVO gelöscht bleiben müssen; ohne sie wird nichts wiederhergestellt. Es wurde nichts geändert.',
)
export const noCopyFile = failure<{ file: string }>(
  'workspace/no-copy-file',
  'Die Datei „{file}“ ist keine Kopie eines Arbeitsbereichs (.kwbz) oder ist beschädigt. Es wurde nichts ausgepackt.',
)

/** Why a backup was made: first unlock of a day, by a person, before an import, before a new version changes the tables, before another state is put back. */
export const BACKUP_REASONS = ['daily', 'hand', 'import', 'update', 'restore'] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]

/** Weeks of which one backup each is kept; the first is the default: 35 days in all. */
export const BACKUP_WEEKS = [4, 8, 13, 26, 52] as const

/** A backup as the list shows it. `madeAt`: UTC ms; `size`: bytes. */
export const BackupLine = z.object({ name: z.string(), madeAt: z.int(), reason: z.enum(BACKUP_REASONS), size: z.int() })
export type BackupLine = z.infer<typeof BackupLine>

/** What opening a backup showed. `hasNote`: it says how many rows it should have; `differing`: tables that have another number. */
export const CheckedBackup = z.object({ people: z.int(), records: z.int(), hasNote: z.boolean(), differing: z.array(z.string()) })
export type CheckedBackup = z.infer<typeof CheckedBackup>

/** Put back in the place of the workspace, or a second one beside it. */
export const FILE_ORIGINS = ['restored', 'copy'] as const
/** Which of two goes on: this file, or the one that it was copied from. */
export const GOING_ON = ['this', 'other'] as const
/** `backupAt`: of which moment the state is (UTC ms); `source`: name of the folder that it was copied from. */
export const FileOrigin = z.object({
  at: z.int(),
  kind: z.enum(FILE_ORIGINS),
  backupAt: z.int(),
  source: z.string(),
  goesOn: z.enum(GOING_ON).nullable(),
})
export type FileOrigin = z.infer<typeof FileOrigin>

const Name = z.string().max(60)
const FolderName = z.string().min(1).max(80)
const Nothing = z.object({})

/** What a window asks of the main process about backups: they are files, and the key that opens them never comes near a window. */
export const backupAsks = {
  /** Newest first. */
  listBackups: { input: Nothing, output: z.array(BackupLine), right: 'read' },
  makeBackup: { input: Nothing, output: z.null(), right: 'edit' },
  checkBackup: { input: z.object({ name: Name }), output: CheckedBackup, right: 'read' },
  /** Puts a backup in the place of the workspace, which is backed up before and locked then. */
  restoreBackup: { input: z.object({ name: Name }), output: z.null(), right: 'coordinate' },
  /** Makes a second workspace of a backup; `token` opens it. */
  restoreAsCopy: {
    input: z.object({ name: Name, parent: FileToken, folderName: FolderName }),
    output: z.object({ token: FileToken, folder: z.string() }),
    right: 'coordinate',
  },
  /** Writes the workspace as it stands into one file in a folder. Gives the file's name. */
  copyWorkspace: { input: z.object({ folder: FileToken }), output: z.object({ file: z.string() }), right: 'coordinate' },
  chooseCopyFile: { input: Nothing, output: z.object({ token: FileToken, name: z.string() }).nullable(), right: null },
  /** Unpacks such a file into a new folder and shows it, locked. */
  openCopyFile: { input: z.object({ file: FileToken, parent: FileToken, folderName: FolderName }), output: z.null(), right: null },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType; right: Right | null }>
