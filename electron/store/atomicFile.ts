import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a small file so that at every moment, also after a power cut, the old or the new content is there as a whole:
 * temporary name beside it, flushed, renamed, folder flushed.
 */
export function writeAtomically(file: string, content: string | Uint8Array): void {
  // One name: what a killed program left there is overwritten. Whoever writes has the folder to itself.
  const temporary = `${file}.new`
  try {
    const handle = openSync(temporary, 'w', 0o600)
    try {
      // Not `writeSync`: on a nearly full disk that writes a part, says so in its answer alone, and half a file would take the place of a whole one.
      writeFileSync(handle, content)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  flushFolder(dirname(file))
}

/** Makes a rename last. Windows cannot flush a folder and does not need to: NTFS logs the rename. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes what stands in a file last. */
export function flushFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
