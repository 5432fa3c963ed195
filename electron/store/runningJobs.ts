// Long work that is under way, noted in the file: what stands there when the file is opened was cut off, and the user hears of it.
import * as z from 'zod'
import { CUT_OFF_BY } from '../../shared/workspace/cutOff'
import type { Connection } from './database'

/** Work that begins. `startedAt`: UTC ms; `places`: the folders that it writes to. */
export interface RunningJob {
  id: string
  name: string
  user: string
  startedAt: number
  places: readonly string[]
}

const Stored = z.object({
  id: z.string(),
  name: z.string(),
  startedAt: z.int(),
  places: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  endedBy: z.enum(CUT_OFF_BY),
})
/** Work that was cut off and that nobody has read about yet. */
export type CutOff = z.infer<typeof Stored>

/** What the main process says of jobs: one begins, one has ended, somebody has read what was cut off. `ask` changes nothing. */
export type JobNote = { do: 'begin'; job: RunningJob } | { do: 'end'; jobId: string } | { do: 'forget' } | { do: 'ask' }

/** Takes a note and gives what was cut off, oldest first. */
export function noteJob(database: Connection, note: JobNote): CutOff[] {
  if (note.do === 'begin') {
    const { id, name, user, startedAt, places } = note.job
    database
      .prepare('INSERT INTO runningJob (id, name, user, startedAt, places) VALUES (?, ?, ?, ?, ?)')
      .run(id, name, user, startedAt, JSON.stringify(places))
  }
  if (note.do === 'end') database.prepare('DELETE FROM runningJob WHERE id = ?').run(note.jobId)
  if (note.do === 'forget') database.prepare('DELETE FROM runningJob WHERE endedBy IS NOT NULL').run()
  return z
    .array(Stored)
    .parse(
      database.prepare('SELECT id, name, startedAt, places, endedBy FROM runningJob WHERE endedBy IS NOT NULL ORDER BY startedAt').all(),
    )
}

/** What still runs is cut off: at the opening by a crash before it, at the closing by the lock. */
export function cutOffRunning(database: Connection, by: CutOff['endedBy']): void {
  database.prepare('UPDATE runningJob SET endedBy = ? WHERE endedBy IS NULL').run(by)
}
