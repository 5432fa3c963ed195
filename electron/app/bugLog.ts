// The log that a user can send to the IT office: marks, kinds and places of bugs, no field value.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { NoteBug } from './failureMessage'

const LARGEST = 500_000

/** Appends bugs to `logs/bugs.jsonl` of a folder; at half a megabyte the file starts anew and the last one is kept. */
export function bugLog(folder: string, now: () => number = Date.now): NoteBug {
  const file = join(folder, 'logs', 'bugs.jsonl')
  return (bug) => {
    mkdirSync(join(folder, 'logs'), { recursive: true })
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(file, `${file}.old`)
    appendFileSync(file, `${JSON.stringify({ at: new Date(now()).toISOString(), ...bug })}\n`)
  }
}
