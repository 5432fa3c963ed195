import { rename, rm } from 'node:fs/promises'
import type { DocumentFormat, TextDocument } from '../../shared/core/document'
import { partEnding } from '../jobs/part'
import { flushFile } from '../store/atomicFile'
import { writePdf } from './pdf'
import type { Step } from './step'
import { writeWord } from './word'

/**
 * Writes a document to `file` in the given form, all or nothing: under another name, flushed, then renamed. What was there before is
 * replaced only by a whole document. `jobId`: what a crash leaves is known by it. @throws cancelled, or the file system's error
 */
export async function writeDocument(
  file: string,
  document: TextDocument,
  format: DocumentFormat,
  step: Step,
  jobId: string,
): Promise<void> {
  const part = `${file}${partEnding(jobId)}`
  const write = format === 'pdf' ? writePdf : writeWord
  try {
    await write(part, document, step)
    flushFile(part)
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
