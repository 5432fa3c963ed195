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
  return { file: fileName, organisationId, summary, rows: new Uint8Array(Buffer.concat(pieces)) }
}
