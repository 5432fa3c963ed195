// Files and folders that a job has not finished yet. Their names bear the job's id: what a crash left is known again, and taken away.
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** What a name ends with until all is written: nobody mistakes a part for the whole. */
export function partEnding(jobId: string): string {
  return `.${jobId}.part`
}

/** True if the name in lower case is that of a file that some job has begun and not finished. */
export function isBegun(name: string, among: ReadonlySet<string>): boolean {
  return [...among].some((one) => one.startsWith(`${name}.`) && one.endsWith('.part'))
}

/** Takes away what a job that was cut off left in a folder. @throws errors of the file system, e.g. for a stick that is gone */
export async function removeParts(folder: string, jobId: string): Promise<void> {
  const ending = partEnding(jobId)
  for (const name of await readdir(folder)) {
    if (name.endsWith(ending)) await rm(join(folder, name), { recursive: true, force: true })
  }
}
