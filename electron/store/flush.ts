import { open } from 'node:fs/promises'

/** Brings a written file to the disk, so that a power cut after a rename finds all of it. @throws the file system's error */
export async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
