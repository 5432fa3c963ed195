import { rename, rm } from 'node:fs/promises'
import type { TextDocument } from '../../shared/core/document'
import { flush } from '../store/flush'
import { writePdf } from './pdf'
import type { Step } from './step'
import { writeWord } from './word'

export type DocumentFormat = 'pdf' | 'docx'

/** Until a document is whole it has this ending: nobody mistakes a part for it. */
const PART = '.part'

/**
 * Writes a document to `file` in the given form, all or nothing: under another name, flushed, then renamed. What was there before is
 * replaced only by a whole document. @throws cancelled, or the file system's error
 */
export async function writeDocument(file: string, document: TextDocument, format: DocumentFormat, step: Step): Promise<void> {
  const part = `${file}${PART}`
  const write = format === 'pdf' ? writePdf : writeWord
  try {
    await write(part, document, step)
    await flush(part)
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
