// A zip of a folder, by our own hand: electron-builder would fetch a helper program from the network for it.
import { createWriteStream, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

// The same program gives the same zip: entries sorted, all with one date (the first that a zip can hold).
const entryDate = new Date(1980, 0, 1)

/** Writes all files of `folder` below `name/` with their modes. The result is the zip's size in bytes. */
export async function writeZip(folder: string, name: string, target: string): Promise<number> {
  const files = globSync('**', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const zip = new ZipFile()
  for (const file of files) {
    const path = `${name}/${file.slice(folder.length + 1).replaceAll('\\', '/')}`
    zip.addFile(file, path, { mtime: entryDate, mode: statSync(file).mode })
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(target))
  return statSync(target).size
}
