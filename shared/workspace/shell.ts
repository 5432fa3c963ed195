// What the window asks of the main process apart from the store: opening, unlocking, dialogs, preferences. Parsed both ways like calls.
import * as z from 'zod'
import { type Asked, FileToken } from '../core/call'
import { failure } from '../core/errors'
import { backupAsks } from './backups'
import { CheckReport } from './check'
import { cutOffAsks } from './cutOff'
import { IncomingFile } from './incomingFiles'
import { PolicyShown } from './policy'
import { LoggedEvent } from './programLog'
import { UserAbout, WorkspaceUser } from './users'

export const wrongPassphrase = failure<{ user: string; seconds: number }>(
  'workspace/wrong-passphrase',
  'Die Passphrase passt nicht zu {user}. Prüfen Sie Umschalttaste und Tastatursprache. {seconds, plural, =0 {Sie können es gleich noch einmal versuchen} one {Nächster Versuch in # Sekunde} other {Nächster Versuch in # Sekunden}}; an der Datei hat sich nichts geändert.',
)
export const wrongRecoveryKey = failure<{ group: number }>(
  'workspace/wrong-recovery-key',
  'Der Wiederherstellungsschlüssel stimmt nicht{group, plural, =0 {} other {: Prüfen Sie die #. Gruppe}}. An der Datei hat sich nichts geändert.',
)
export const keyringLost = failure<{ folder: string }>(
  'workspace/keyring-lost',
  'Im Ordner „{folder}“ fehlt die Schlüsseldatei keyring.json oder sie ist beschädigt, und auch die Sicherungskopie hilft nicht. Kopieren Sie keyring.json aus einer Sicherung des Ordners zurück; ohne sie kann niemand die Daten lesen.',
)
export const newerVersion = failure<{ version: string }>(
  'workspace/newer-version',
  'Dieser Arbeitsbereich wurde schon mit einer neueren Version der Kreiswerkbank geöffnet ({version}). Öffnen Sie ihn mit dieser oder einer neueren Version; an der Datei hat sich nichts geändert.',
)
export const workspaceInUse = failure<{ user: string; host: string; since: string }>(
  'workspace/in-use',
  'Der Arbeitsbereich ist zurzeit an einem anderen Platz offen: seit {since} an {host} von {user}. Warten Sie, bis er dort geschlossen wird, oder öffnen Sie die letzte Sicherung zum Lesen.',
)
export const noWorkspace = failure<{ folder: string }>(
  'workspace/none-here',
  'Im Ordner „{folder}“ liegt kein Arbeitsbereich. Wählen Sie den Ordner mit der Endung .kwb, in dem die Datei workspace.db liegt.',
)
export const folderTaken = failure<{ folder: string }>(
  'workspace/folder-taken',
  'Den Ordner „{folder}“ gibt es schon. Wählen Sie einen anderen Namen oder einen anderen Ort; es wurde nichts überschrieben.',
)
export const badFolderName = failure<{ folder: string }>(
  'workspace/bad-folder-name',
  'So kann der Ordner nicht heißen: „{folder}“. Nehmen Sie Buchstaben, Ziffern, Leerzeichen und Striche, und keinen Punkt am Ende.',
)
export const waitFirst = failure<{ seconds: number }>(
  'workspace/wait-first',
  'Nach mehreren falschen Passphrasen ist der nächste Versuch erst in {seconds, plural, one {# Sekunde} other {# Sekunden}} möglich. An der Datei hat sich nichts geändert.',
)
export const workspaceLocked = failure(
  'workspace/locked',
  'Der Arbeitsbereich ist gesperrt. Entsperren Sie ihn mit Ihrer Passphrase; Ihre Eingaben bleiben erhalten.',
)
export const readOnlyBackup = failure(
  'workspace/read-only',
  'Das ist eine Sicherung, die nur zum Lesen offen ist. Öffnen Sie den Arbeitsbereich selbst, um etwas zu ändern.',
)
export const fileNotReachable = failure<{ folder: string }>(
  'workspace/not-reachable',
  'Auf den Ordner „{folder}“ kann das Programm nicht zugreifen: Er ist nicht erreichbar, voll oder schreibgeschützt. Prüfen Sie Netzlaufwerk oder Stick und versuchen Sie es noch einmal.',
)
export const weakPassphrase = failure<{ signs: number }>(
  'workspace/weak-passphrase',
  'Die Passphrase ist zu kurz. Nehmen Sie mindestens {signs} Zeichen, am besten vier oder mehr Wörter.',
)
export const demoOnly = failure(
  'workspace/demo-only',
  'Diese Testlaufzeit ist alt und nur zum Ausprobieren: Sie öffnet allein den Musterkreis. Für eigene Daten nehmen Sie das reguläre Programm.',
)
export const damagedFile = failure<{ folder: string }>(
  'workspace/damaged',
  'Die Datei workspace.db im Ordner „{folder}“ ist beschädigt oder gehört nicht zu dieser Schlüsseldatei. Öffnen Sie die letzte Sicherung; an der Datei wurde nichts geändert.',
)

/** Opens the fictional county, whose people do not exist: a workspace like any other, with a passphrase that is no secret. */
export const DEMO_PASSPHRASE = 'musterkreis offen'

export const Passphrase = z.string().max(1000)
/** Shortest passphrase, in signs. Source: BSI recommends long over complex; 12 is this project's default. */
export const SHORTEST_PASSPHRASE = 12

export const Preferences = z.object({
  language: z.enum(['de', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'comfortable']),
  /** Minutes without a key or pointer until the workspace locks. */
  idleMinutes: z.int().min(1).max(240),
})
export type Preferences = z.infer<typeof Preferences>

/** A workspace that was open on this PC. `id` stands for its path. `isMissing`: the folder is not there now. */
export const RecentWorkspace = z.object({
  id: z.string(),
  countyName: z.string(),
  officeName: z.string(),
  folder: z.string(),
  openedAt: z.int(),
  isMissing: z.boolean(),
  isDemo: z.boolean(),
})
/** Who has the file, as the lock file says. `hasBackup`: the newest backup can be opened to read. */
export const Holder = z.object({ user: z.string(), host: z.string(), since: z.int(), hasBackup: z.boolean() })

const OpenedWorkspace = z.object({
  folder: z.string(),
  countyName: z.string(),
  officeName: z.string(),
  users: z.array(WorkspaceUser),
  isDemo: z.boolean(),
})
/** What the window shows. `locked`: a workspace is chosen, its key is not in memory. `waitUntil`: UTC ms of the next allowed try. */
export const ShellState = z.object({
  version: z.string(),
  isTestRuntime: z.boolean(),
  /** As they hold: what the policy rules is in them. */
  preferences: Preferences,
  policy: PolicyShown,
  /** Of the folder that the policy names; `null` without one, or if nothing newer lies there. */
  newerVersion: z.object({ version: z.string(), folder: z.string() }).nullable(),
  /** The run before did not come to its end, and nobody has said yet that this is known. */
  endedBadly: z.boolean(),
  workspace: z.discriminatedUnion('phase', [
    z.object({ phase: z.literal('none'), recent: z.array(RecentWorkspace) }),
    z.object({
      phase: z.literal('locked'),
      opened: OpenedWorkspace,
      waitUntil: z.int().nullable(),
      holder: Holder.nullable(),
      recent: z.array(RecentWorkspace),
    }),
    z.object({
      phase: z.literal('open'),
      opened: OpenedWorkspace,
      isReadOnly: z.boolean(),
      locksAt: z.int(),
      /** When the newest backup was made (UTC ms); `null` before the first. */
      backedUpAt: z.int().nullable(),
    }),
  ]),
})
export type ShellState = z.infer<typeof ShellState>

/** `right`: the least one in the open workspace that may ask; `null`: also before anybody is here. */
const ask = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output, right: Asked | null = null) => ({
  input,
  output,
  right,
})
const UserId = z.string().max(60)
/** A passphrase that a coordinator sets for somebody. `mustChange`: the first unlock sets another one. */
const FirstPassphrase = z.object({ passphrase: Passphrase, mustChange: z.boolean() })
const Nothing = z.object({})
const Chosen = z.object({ token: FileToken, name: z.string() }).nullable()

/** All that a window can ask of the main process itself. Errors are `WorkbenchError`s as with calls. */
export const shell = {
  getState: ask(Nothing, ShellState),
  /** Folder in which a new workspace folder is made, or the workspace folder to open. */
  chooseFolder: ask(z.object({ purpose: z.enum(['create', 'open', 'output']) }), Chosen),
  chooseWorkbooks: ask(Nothing, z.array(z.object({ token: FileToken, name: z.string() }))),
  /** Creates `NAME.kwb` in the folder, opens it, and returns the recovery key in groups: shown once, never stored. */
  createWorkspace: ask(
    z.object({
      parent: FileToken,
      folderName: z.string().min(1).max(80),
      countyKey: z.string().regex(/^\d{5}$/),
      countyName: z.string().trim().min(1).max(200),
      officeName: z.string().trim().min(1).max(200),
      userName: z.string().trim().min(1).max(200),
      passphrase: Passphrase,
    }),
    z.object({ recoveryKey: z.string() }),
  ),
  openWorkspace: ask(z.union([z.object({ token: FileToken }), z.object({ recent: z.string() })]), z.null()),
  /** Makes the fictional county anew in the user-data folder if it is not there, and opens it unlocked. */
  openDemo: ask(Nothing, z.null()),
  forgetRecent: ask(z.object({ recent: z.string() }), z.null()),
  /** `next`: the user's own passphrase, where the one before was chosen by somebody else. */
  unlock: ask(z.object({ userId: UserId, passphrase: Passphrase, next: Passphrase.nullable().default(null) }), z.null()),
  unlockWithRecoveryKey: ask(z.object({ userId: UserId, recoveryKey: z.string().max(200), passphrase: Passphrase }), z.null()),
  /** Opens the newest backup read-only while another program has the file. */
  openBackup: ask(z.object({ userId: UserId, passphrase: Passphrase }), z.null()),
  changePassphrase: ask(z.object({ current: Passphrase, next: Passphrase }), z.null()),
  /** A new recovery key; the old one opens nothing any more. It opens the workspace as anybody. */
  renewRecoveryKey: ask(z.object({ passphrase: Passphrase }), z.object({ recoveryKey: z.string() }), 'coordinate'),
  // Each takes the passphrase of the coordinator who asks: the key is nowhere in memory that these could use.
  addUser: ask(z.object({ passphrase: Passphrase, about: UserAbout, first: FirstPassphrase }), z.null(), 'coordinate'),
  changeUser: ask(z.object({ passphrase: Passphrase, userId: UserId, about: UserAbout }), z.null(), 'coordinate'),
  resetPassphrase: ask(z.object({ passphrase: Passphrase, userId: UserId, first: FirstPassphrase }), z.null(), 'coordinate'),
  /** `withNewKey`: database and backups are written anew, so that a key from older copies opens nothing that is written from now on. */
  removeUser: ask(z.object({ passphrase: Passphrase, userId: UserId, withNewKey: z.boolean() }), z.null(), 'coordinate'),
  /** Looks at everything of the open workspace; it takes as long as it takes, and can be stopped like a job. */
  checkWorkspace: ask(Nothing, CheckReport, 'audit'),
  /** What the program noted about itself; `brokenRun`: of the run before, if that did not come to its end. */
  readProgramLog: ask(z.object({ of: z.enum(['all', 'brokenRun']) }), z.object({ events: z.array(LoggedEvent) })),
  /** The user knows that the run before did not come to its end. */
  dismissCrash: ask(Nothing, z.null()),
  /** A text that the user has seen, as a file of an unused name. */
  saveText: ask(
    z.object({ folder: FileToken, title: z.string().min(1).max(80), text: z.string().max(3_000_000) }),
    z.object({ name: z.string() }),
  ),
  lock: ask(Nothing, z.null()),
  /** The answer to the event `beforeLock`: what was typed is on its way, the main process need not wait any longer. */
  readyToLock: ask(Nothing, z.null()),
  closeWorkspace: ask(Nothing, z.null()),
  /** Files that were dropped onto this window or named at the start, each once. */
  takeFiles: ask(Nothing, z.array(IncomingFile)),
  newWindow: ask(Nothing, z.null()),
  setPreferences: ask(Preferences.partial(), z.null()),
  /** The user pressed a key or moved the pointer; at most once in 5 s. */
  reportActivity: ask(Nothing, z.null()),
  /** Everything larger or smaller by a step, or as designed; this PC remembers it. */
  zoom: ask(z.object({ step: z.enum(['in', 'out', 'none']) }), z.null()),
  /** Prints the window as it is shown (print styles), with the system's dialog. */
  print: ask(Nothing, z.null()),
  /** Opens a page of the list of allowed addresses in the system's browser. */
  openLink: ask(z.object({ link: z.enum(['licence', 'accessibility']) }), z.null()),
  ...backupAsks,
  ...cutOffAsks,
  /** Shows a folder that a job wrote to in the system's file manager. */
  showFolder: ask(z.object({ token: FileToken }), z.null()),
}
export type ShellAsk = keyof typeof shell

/** Asks that the access log keeps, in words. */
export const ASK_SENTENCES: Readonly<Record<string, string>> = {
  unlock: 'Entsperrt',
  changePassphrase: 'Eigene Passphrase geändert',
  renewRecoveryKey: 'Wiederherstellungsschlüssel erneuert',
  addUser: 'Zugang angelegt',
  changeUser: 'Zugang geändert',
  resetPassphrase: 'Passphrase zurückgesetzt',
  removeUser: 'Zugang entfernt',
  checkWorkspace: 'Arbeitsbereich geprüft',
}

/** The name under which an ask stands in the access log, beside the names of calls. */
export function nameOfAsk(ask: ShellAsk): string {
  return `shell.${ask}`
}
