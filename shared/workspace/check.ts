// What a check of a workspace looks at, and what it can find. Program, command line and file say it in the same words.
import * as z from 'zod'
import { FailureMessage } from '../core/bridge'
import { type Failure, failure, type FailureParams } from '../core/errors'

export const CHECK_PARTS = ['file', 'keyring', 'backups', 'log', 'heads', 'tables', 'search', 'access'] as const
export type CheckPart = (typeof CHECK_PARTS)[number]

/** `checked`: how many were looked at; `findings`: the first ones, in the order of the file; `total`: how many there are. */
const CheckedPart = z.object({ part: z.enum(CHECK_PARTS), checked: z.int(), findings: z.array(FailureMessage), total: z.int() })
export type CheckedPart = z.infer<typeof CheckedPart>
export const CheckReport = z.object({ at: z.int(), version: z.string(), folder: z.string(), parts: z.array(CheckedPart) })
export type CheckReport = z.infer<typeof CheckReport>

/** So many findings of a part are named; who has more has one cause. */
export const MOST_NAMED = 20

/** A finding as it crosses; it names places and codes, never a value. */
export function checkFinding<Params extends FailureParams>({ code, sentence }: Failure<Params>, params: Params): FailureMessage {
  return { code, sentence, params }
}

/** True if nothing was found. */
export function isSound({ parts }: CheckReport): boolean {
  return parts.every(({ total }) => total === 0)
}

export const fileUnreadable = failure<{ code: string }>(
  'check/file-unreadable',
  'workspace.db lässt sich mit diesem Schlüssel nicht lesen ({code}). Öffnen Sie die letzte Sicherung, und melden Sie es der IT-Stelle.',
)
export const pagesBroken = failure<{ where: string }>(
  'check/pages-broken',
  'Die Datei ist beschädigt ({where}). Stellen Sie die letzte Sicherung wieder her, die diese Prüfung besteht.',
)
export const keyringBroken = failure<{ file: string }>(
  'check/keyring-broken',
  'Die Schlüsseldatei {file} fehlt, ist beschädigt oder von Fremden geändert. Das nächste Entsperren stellt sie aus der anderen wieder her; geschieht das nicht, melden Sie es der IT-Stelle.',
)
export const keyringsDiffer = failure(
  'check/keyrings-differ',
  'Die Schlüsseldatei und ihre Kopie bei den Sicherungen sind verschieden. Das nächste Entsperren gleicht sie an.',
)
export const newKeyUnfinished = failure(
  'check/new-key-unfinished',
  'Ein neuer Schlüssel ist noch nicht in allen Dateien. Das nächste Entsperren macht dort weiter.',
)
export const backupUnreadable = failure<{ name: string; code: string }>(
  'check/backup-unreadable',
  'Die Sicherung {name} lässt sich nicht öffnen ({code}). Verlassen Sie sich nicht auf sie; legen Sie eine neue an.',
)
export const backupBroken = failure<{ name: string; where: string }>(
  'check/backup-broken',
  'Die Sicherung {name} ist beschädigt ({where}). Verlassen Sie sich nicht auf sie; legen Sie eine neue an.',
)
export const actBroken = failure<{ act: string; at: string }>(
  'check/act-broken',
  'Der Vorgang {act} vom {at} passt nicht zu seiner Prüfsumme: Er wurde nachträglich geändert.',
)
export const chainBroken = failure<{ scope: string; writer: string; seq: number; at: string }>(
  'check/chain-broken',
  'Die Kette der Änderungen ist unterbrochen: Bereich {scope}, Schreiber {writer}, Nummer {seq} vom {at}. Ab dort ist der Verlauf nicht mehr beweiskräftig.',
)
export const headsDiffer = failure<{ entity: string; record: string; fields: string }>(
  'check/heads-differ',
  'Zum Eintrag {record} ({entity}) passt nicht zusammen, welche Änderung gilt ({fields}).',
)
export const recordDiffers = failure<{ entity: string; record: string; fields: string }>(
  'check/record-differs',
  'Der Eintrag {record} ({entity}) steht anders in der Tabelle als im Verlauf ({fields}).',
)
export const recordMissing = failure<{ entity: string; record: string }>(
  'check/record-missing',
  'Der Eintrag {record} ({entity}) steht im Verlauf, aber nicht in der Tabelle.',
)
export const recordUnlogged = failure<{ entity: string; record: string }>(
  'check/record-unlogged',
  'Der Eintrag {record} ({entity}) steht in der Tabelle, aber nicht im Verlauf.',
)
export const notFindable = failure<{ entity: string; record: string }>(
  'check/not-findable',
  'Der Eintrag {record} ({entity}) steht nicht oder falsch im Suchindex.',
)
export const foundTooMuch = failure<{ record: string }>(
  'check/found-too-much',
  'Der Suchindex kennt den Eintrag {record}, den es nicht mehr gibt.',
)
export const accessBroken = failure<{ number: number; at: string }>(
  'check/access-broken',
  'Die Kette der Zugriffe ist unterbrochen: Eintrag {number} vom {at}. Dort wurde etwas geändert, herausgenommen oder eingefügt.',
)
