// A file that somebody chose, from the disk into memory: nothing of it is ever copied to another place.
import { readFile, stat } from 'node:fs/promises'
import { Refused } from './refusals'

/** Packed, a list of 200,000 rows has about 20 MiB. */
const MOST_BYTES = 256 * 2 ** 20
const LOCKED = new Set(['EBUSY', 'EPERM', 'EACCES'])

/** The bytes of a list. `file`: its name for sentences. @throws Refused `missing`, `locked`, `too-large`, `not-a-workbook` for a folder */
export async function readListFile(path: string, file: string): Promise<Buffer> {
  try {
    const about = await stat(path)
    if (about.isDirectory()) throw new Refused('not-a-workbook', { file, what: 'folder' })
    // A device or a pipe may never end.
    if (!about.isFile()) throw new Refused('not-a-workbook', { file })
    if (about.size > MOST_BYTES) throw new Refused('too-large', { file })
    return await readFile(path)
  } catch (error) {
    if (error instanceof Refused) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Refused(LOCKED.has(code) ? 'locked' : 'missing', { file })
  }
}
