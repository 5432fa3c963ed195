import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dayOf } from '../../shared/core/clock'
import { cancelled, WorkbenchError } from '../../shared/core/errors'
import { type courses, workbooksNotWritten } from '../../shared/courses/calls'
import { t } from '../../shared/i18n/text'
import { safeFileName, unusedName } from '../excel/writing/fileName'
import { writeWorkbook } from '../excel/writing/workbook'
import type { Job } from '../jobs/job'
import { providerWorkbook } from './providerWorkbook'

/** Until all workbooks are whole, they have this ending: nobody mistakes a part for a list. */
const PART = '.part'

/**
 * Writes one workbook a provider into the chosen folder, under names that are not taken: what a provider has filled in is never
 * overwritten. All or none. @throws cancelled, workbooksNotWritten with the file system's reason
 */
export const writeProviderWorkbooks: Job<typeof courses.writeProviderWorkbooks> = async ({ folder: token }, context) => {
  const folder = context.path(token)
  const day = dayOf(Date.now())
  const begun: { name: string; people: number }[] = []
  const done: string[] = []
  try {
    const taken = new Set((await readdir(folder)).map((name) => name.toLowerCase()))
    for (const provider of context.fed) {
      if (context.signal.aborted) throw new WorkbenchError(cancelled, {})
      const name = unusedName(
        `${safeFileName(provider.organisationName)} - ${t('Gruppen')} ${day}`,
        'xlsx',
        (one) => taken.has(one) || taken.has(`${one}${PART}`),
      )
      taken.add(name.toLowerCase())
      begun.push({ name, people: provider.people.length })
      await writeWorkbook(join(folder, `${name}${PART}`), providerWorkbook(provider, day))
      context.report({ done: begun.length, total: context.fed.length })
    }
    for (const { name } of begun) {
      await rename(join(folder, `${name}${PART}`), join(folder, name))
      done.push(name)
    }
    return { files: begun }
  } catch (error) {
    for (const name of [...begun.map((one) => `${one.name}${PART}`), ...done]) await rm(join(folder, name), { force: true })
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
    if (code === null) throw error
    throw new WorkbenchError(workbooksNotWritten, { reason: code })
  }
}
