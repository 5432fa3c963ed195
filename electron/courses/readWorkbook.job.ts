import { dayOf } from '../../shared/core/clock'
import { type courses } from '../../shared/courses/calls'
import { readProviderList } from './import/providerList'
import { readListFile } from '../excel/reading/listFile'
import type { Job } from '../jobs/job'

/** Bytes of finished rows are gathered in pieces of this size, so that no string of 200,000 rows is ever made. */
const PIECE = 2 ** 20

/** Reads a provider's list in a worker. Rows leave as JSON lines in bytes. @throws Refused */
export const readWorkbook: Job<typeof courses.readWorkbook> = async (
  { file, fileName, organisationId, mapping },
  { signal, report, path },
) => {
  const pieces: Buffer[] = []
  let lines = ''
  const flush = () => {
    pieces.push(Buffer.from(lines))
    lines = ''
  }
  const summary = await readProviderList(await readListFile(path(file), fileName), {
    fileName,
    mapping,
    signal,
    today: dayOf(Date.now()),
    report: (rows) => report({ rows }),
    onRow: (row) => {
      lines += `${JSON.stringify(row)}\n`
      if (lines.length > PIECE) flush()
    },
  })
  flush()
  return { file: fileName, organisationId, summary, rows: joined(pieces) }
}

/** One run of bytes with a buffer of its own, so that it is handed over and not copied once more. Empties the list as it goes. */
function joined(pieces: Buffer[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let end = whole.length
  for (let piece = pieces.pop(); piece !== undefined; piece = pieces.pop()) {
    end -= piece.length
    whole.set(piece, end)
  }
  return whole
}
