// A text that the user has read on screen, as a file in a folder that the user chose.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { dayOf } from '../../shared/core/clock'
import { safeFileName, unusedName } from '../excel/writing/fileName'
import { writeAtomically } from '../store/atomicFile'
import { inWordsOf } from '../store/workspaceFolder'

/** Writes it under a name that is not taken, as Windows' editors read it, and gives the name. @throws fileNotReachable */
export function saveText(folder: string, title: string, text: string, now: number): string {
  return inWordsOf(folder, () => {
    const taken = new Set(readdirSync(folder).map((name) => name.toLowerCase()))
    const name = unusedName(`${safeFileName(title)} ${dayOf(now)}`, 'txt', (one) => taken.has(one))
    writeAtomically(join(folder, name), `\uFEFF${text.replaceAll(/\r?\n/g, '\r\n')}`)
    return name
  })
}
