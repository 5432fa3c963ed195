import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dayOf } from '../../shared/core/clock'
import { cancelled, WorkbenchError } from '../../shared/core/errors'
import type { courses } from '../../shared/courses/calls'
import { documentsNotWritten, noPlanKept } from '../../shared/courses/planDocument'
import { t } from '../../shared/i18n/text'
import { stepOf } from '../documents/step'
import { writeDocument } from '../documents/writeDocument'
import { safeFileName, unusedName } from '../excel/writing/fileName'
import type { Job } from '../jobs/job'
import { isBegun } from '../jobs/part'
import { planDocuments } from './planDocument'

/**
 * Writes a plan as one document, or as one for each provider, into the chosen folder under names that are not taken. All or none.
 * @throws cancelled, noPlanKept, documentsNotWritten with the file system's reason
 */
export const writePlanDocuments: Job<typeof courses.writePlanDocuments> = async ({ folder: token, format, scope, seats }, context) => {
  const folder = context.path(token)
  const { kept } = context.fed
  const plan = seats === null ? kept : { planName: null, seats }
  if (plan === null) throw new WorkbenchError(noPlanKept, {})
  const day = dayOf(Date.now())
  const documents = planDocuments(context.fed, plan, scope, day)
  const files: { name: string; people: number }[] = []
  // Of a single document its parts are counted, of several the documents.
  const step = stepOf(context.signal, (progress) => {
    if (documents.length === 1) context.report(progress)
  })
  try {
    const taken = new Set((await readdir(folder)).map((name) => name.toLowerCase()))
    for (const { about, people, document } of documents) {
      if (context.signal.aborted) throw new WorkbenchError(cancelled, {})
      const name = unusedName(`${safeFileName(about)} - ${t('Gruppenplan')} ${day}`, format, (one) => taken.has(one) || isBegun(one, taken))
      taken.add(name.toLowerCase())
      files.push({ name, people })
      await writeDocument(join(folder, name), document, format, step, context.id)
      context.report({ done: files.length, total: documents.length })
    }
    return { files }
  } catch (error) {
    for (const { name } of files) await rm(join(folder, name), { force: true })
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
    throw code === null ? error : new WorkbenchError(documentsNotWritten, { reason: code })
  }
}
