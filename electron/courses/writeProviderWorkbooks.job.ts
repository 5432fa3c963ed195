import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dayOf } from '../../shared/core/clock'
import { cancelled, WorkbenchError } from '../../shared/core/errors'
import { type courses, workbooksNotWritten } from '../../shared/courses/calls'
import { t } from '../../shared/i18n/text'
import { safeFileName, unusedName } from '../excel/writing/fileName'
import { writeWorkbook } from '../excel/writing/workbook'
import type { Job } from '../jobs/job'
import { isBegun, partEnding } from '../jobs/part'
import { providerWorkbook } from './providerWorkbook'

/**
 * Writes one workbook a provider into the chosen folder, under names that are not taken: what a provider has filled in is never
 * overwritten. All or none. @throws cancelled, workbooksNotWritten with the file system's reason
 */
export const writeProviderWorkbooks: Job<typeof courses.writeProviderWorkbooks> = async ({ folder: token }, context) => {
  const folder = context.path(token)
  const day = dayOf(Date.now())
  const part = partEnding(context.id)
  const begun: { name: string; people: number }[] = []
  const done: string[] = []
  try {
    const taken = new Set((await readdir(folder)).map((name) => name.toLowerCase()))
    for (const provider of context.fed) {
      if (context.signal.aborted) throw new WorkbenchError(cancelled, {})
      const name = unusedName(
        `${safeFileName(provider.organisationName)} - ${t('Gruppen')} ${day}`,
        'xlsx',
        (one) => taken.has(one) || isBegun(one, taken),
      )
      taken.add(name.toLowerCase())
      begun.push({ name, people: provider.people.length })
      await writeWorkbook(join(folder, `${name}${part}`), providerWorkbook(provider, day))
      context.report({ done: begun.length, total: context.fed.length })
    }
    for (const { name } of begun) {
      await rename(join(folder, `${name}${part}`), join(folder, name))
      done.push(name)
    }
    return { files: begun }
  } catch (error) {
    for (const name of [...begun.map((one) => `${one.name}${part}`), ...done]) await rm(join(folder, name), { force: true })
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
    if (code === null) throw error
    throw new WorkbenchError(workbooksNotWritten, { reason: code })
  }
}
