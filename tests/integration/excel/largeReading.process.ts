// Does the import's reading job as a worker of the program does, and says how it goes: rows read so far, then the end with the peak of
// its memory. Arguments: the file, and after how many rows the job is cancelled.
import { perform } from '../../../electron/jobs/perform'
import { WorkbenchError } from '../../../shared/core/errors'

const [file = '', cancelAfter = 'Infinity'] = process.argv.slice(2)
const flag = new SharedArrayBuffer(4)
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)
let rows = 0
const input = { file: 'token', fileName: 'Liste.xlsx', organisationId: null, mapping: null }
const outcome = await perform(
  { id: 'job', name: 'courses.readWorkbook', input, paths: { token: file }, fed: undefined, flag },
  (progress) => {
    rows = (progress as { rows: number }).rows
    say({ rows })
    if (rows >= Number(cancelAfter)) Atomics.store(new Int32Array(flag), 0, 1)
  },
).then(
  (result) => ({ read: (result as { summary: { rows: number } }).summary.rows }),
  (error: unknown) => ({ failure: error instanceof WorkbenchError ? error.definition.code : String(error) }),
)
say({ rows, ...outcome, peak: process.resourceUsage().maxRSS / 1024 })
