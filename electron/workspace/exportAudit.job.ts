import { readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dayOf } from '../../shared/core/clock'
import { cancelled, WorkbenchError } from '../../shared/core/errors'
import { formatMoment } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { auditNotWritten } from '../../shared/workspace/auditCalls'
import { auditKindText } from '../../shared/workspace/auditText'
import type { workspace } from '../../shared/workspace/calls'
import { csvFile } from '../excel/writing/csv'
import { safeFileName, unusedName } from '../excel/writing/fileName'
import type { Job } from '../jobs/job'
import { isBegun, partEnding } from '../jobs/part'
import { flushFile, flushFolder } from '../store/atomicFile'

/** Writes the entries that fit a filter into a new CSV file of the chosen folder. @throws cancelled, auditNotWritten with the file system's reason */
export const exportAudit: Job<typeof workspace.exportAudit> = async ({ folder: token }, context) => {
  const folder = context.path(token)
  const entries = context.fed
  let part: string | null = null
  try {
    const taken = new Set((await readdir(folder)).map((name) => name.toLowerCase()))
    const name = unusedName(`${safeFileName(t('Protokoll'))} ${dayOf(Date.now())}`, 'csv', (one) => taken.has(one) || isBegun(one, taken))
    const head = [t('Wann'), t('Wer'), t('Art'), t('Was'), t('Worüber'), t('Einträge'), t('Kennungen der Einträge')]
    const text = csvFile(
      head,
      entries.map(({ at, user, kind, what, about, records, recordIds }) => [
        formatMoment(at),
        user,
        auditKindText(kind),
        t(what),
        about,
        records,
        recordIds.join(' '),
      ]),
    )
    if (context.signal.aborted) throw new WorkbenchError(cancelled, {})
    part = join(folder, `${name}${partEnding(context.id)}`)
    await writeFile(part, text, { mode: 0o600, flag: 'wx' })
    flushFile(part)
    await rename(part, join(folder, name))
    flushFolder(folder)
    context.report({ done: entries.length, total: entries.length })
    return { name, entries: entries.length }
  } catch (error) {
    if (part !== null) await rm(part, { force: true })
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
    throw code === null ? error : new WorkbenchError(auditNotWritten, { reason: code })
  }
}
