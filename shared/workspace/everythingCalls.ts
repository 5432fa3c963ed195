// Everything that the workspace has, in open formats: for another program, an archive, or a county that leaves this one.
import * as z from 'zod'
import { FileToken, job, query } from '../core/call'
import { Id } from '../core/entity'
import { failure } from '../core/errors'

export const everythingNotWritten = failure<{ reason: string }>(
  'workspace/everything-not-written',
  'Die Ausgabe ließ sich nicht in den Ordner schreiben ({reason}); es wurde nichts geschrieben. Prüfen Sie, ob der Ordner noch da ist, ob Sie dort schreiben dürfen und ob Platz frei ist, oder wählen Sie einen anderen.',
)

/** One JSON object a line. As bytes: text of this size would be copied again at every step. */
const JsonLines = z.object({ name: z.string(), count: z.int(), lines: z.instanceof(Uint8Array) })

/** One state of the whole file. `people`: whose personal fields are in it. */
export const Everything = z.object({
  countyName: z.string(),
  officeName: z.string(),
  /** UTC ms. */
  at: z.int(),
  records: z.array(JsonLines),
  log: z.array(JsonLines),
  people: z.array(Id),
})

const getEverything = query({
  label: 'Alle Einträge zum Ausgeben',
  right: 'coordinate',
  input: z.object({}),
  output: Everything,
  access: ({ people }) => people,
})

export const everythingCalls = {
  getEverything,
  exportEverything: job({
    label: 'Alles ausgeben',
    isExport: true,
    writes: () => ['csv', 'jsonl'],
    right: 'coordinate',
    fedBy: getEverything,
    writesFolders: true,
    raises: [everythingNotWritten],
    input: z.object({ folder: FileToken }),
    progress: z.object({ done: z.int(), total: z.int() }),
    output: z.object({ folder: z.string(), files: z.int(), records: z.int() }),
  }),
}
