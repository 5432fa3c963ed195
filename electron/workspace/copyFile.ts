// NAME.kwbz: a workspace in one file, to carry it elsewhere. A zip without compression of what the folder has: encrypted before, encrypted in it.
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'
import { ZipFile } from 'yazl'
import { WorkbenchError } from '../../shared/core/errors'
import { noCopyFile } from '../../shared/workspace/backups'
import { Crc } from '../excel/reading/crc'
import { flushFile } from '../store/atomicFile'
import { filesOf } from '../store/workspaceFolder'

const ENDING = '.kwbz'
/** Nothing else comes out of such a file, so no name in it can lead anywhere else. */
const MEMBERS = ['workspace.db', 'keyring.json', 'erased.bin'] as const
/** A hundred times the largest workspace that anybody has; what says more is no workspace. */
const LARGEST = 50_000_000_000
const PART = '.part'

/**
 * Packs a copied database and the folder's other files into a new file of `place` and gives its path; a name that is taken gets a number.
 * It has the ending .part until it is whole and flushed. @throws errors of the file system, with nothing left behind
 */
export async function packCopy(folder: string, database: string, place: string, day: string): Promise<string> {
  const file = unusedFile(place, `${basename(folder, '.kwb')}-${day}`)
  const part = `${file}${PART}`
  const zip = new ZipFile()
  const { keyring, erased } = filesOf(folder)
  const fromFiles = { 'workspace.db': database, 'keyring.json': keyring, 'erased.bin': erased }
  for (const name of MEMBERS) if (existsSync(fromFiles[name])) zip.addFile(fromFiles[name], name, { compress: false })
  zip.end()
  try {
    await pipeline(zip.outputStream as Readable, createWriteStream(part, { mode: 0o600 }))
    flushFile(part)
    renameSync(part, file)
    return file
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

/** Unpacks such a file into an empty folder. @throws noCopyFile for anything else, and for one that is damaged; errors of the file system */
export async function unpackCopy(file: string, folder: string): Promise<void> {
  const found = new Set<string>()
  try {
    const zip = await yauzl.openPromise(file, { strictFileNames: true, validateEntrySizes: true })
    for await (const entry of zip.eachEntry()) {
      const name = MEMBERS.find((member) => member === entry.fileName)
      if (name === undefined || found.has(name) || entry.uncompressedSize > LARGEST) throw new NoCopy()
      found.add(name)
      const target = join(folder, name)
      const crc = new Crc()
      const counting = async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          crc.take(piece)
          yield piece
        }
      }
      await pipeline(await zip.openReadStreamPromise(entry), counting, createWriteStream(target, { mode: 0o600, flags: 'wx' }))
      if (crc.value !== entry.crc32) throw new NoCopy()
      flushFile(target)
    }
    if (!found.has('workspace.db') || !found.has('keyring.json')) throw new NoCopy()
  } catch (error) {
    // What the system says of folder and disk is said by the caller; yauzl's own errors have no code.
    if (error instanceof Error && 'code' in error && 'syscall' in error) throw error
    throw new WorkbenchError(noCopyFile, { file: basename(file) })
  }
}

class NoCopy extends Error {
  override name = 'NoCopy'
}

function unusedFile(place: string, name: string): string {
  for (let number = 1; ; number++) {
    const file = join(place, number === 1 ? `${name}${ENDING}` : `${name} (${number})${ENDING}`)
    if (!existsSync(file) && !existsSync(`${file}${PART}`)) return file
  }
}
