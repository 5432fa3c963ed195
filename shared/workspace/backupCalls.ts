// What this file remembers of its backups and of where it comes from.
import * as z from 'zod'
import { command, query } from '../core/call'
import { BACKUP_WEEKS, FileOrigin, GOING_ON } from './backups'

const Weeks = z.union(BACKUP_WEEKS.map((weeks) => z.literal(weeks)))

export const backupCalls = {
  /** Where this file comes from, if it was put back or is a copy; else `null`. */
  getFileOrigin: query({ right: 'figures', input: z.object({}), output: FileOrigin.nullable() }),
  /** Says which of the two goes on; until then, and where it is the other one, this copy writes no files for exchange. */
  decideGoingOn: command({
    label: 'Entscheiden, welche Kopie weitergeht',
    right: 'coordinate',
    input: z.object({ goesOn: z.enum(GOING_ON) }),
    output: z.null(),
  }),
  getBackupWeeks: query({ right: 'read', input: z.object({}), output: Weeks }),
  /** Keeps one backup a week for so many weeks; whoever is erased can be read in the backups for as long. */
  setBackupWeeks: command({ label: 'Sicherungen aufheben', right: 'coordinate', input: z.object({ weeks: Weeks }), output: z.null() }),
}
