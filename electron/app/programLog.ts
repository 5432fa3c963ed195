// The log that a user can read and send to the IT office: starts, opens, jobs, failures and bugs by code and id, no field value.
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { brokenRun, LoggedEvent, type ProgramEvent } from '../../shared/workspace/programLog'
import type { NoteBug } from './failureMessage'

const LARGEST = 500_000

/** `logs/program.jsonl` in the user-data folder; at half a megabyte the file starts anew and the last one is kept. */
export class ProgramLog {
  /** The run before did not come to its end, and nobody has said yet that this is known. */
  endedBadly = false
  private readonly folder: string
  private readonly now: () => number

  constructor(folder: string, now: () => number = Date.now) {
    this.folder = join(folder, 'logs')
    this.now = now
  }

  /** The program begins. */
  start(about: { version: string; electron: string; system: string }): void {
    this.note({ what: 'started', ...about })
    this.endedBadly = this.brokenRun().length > 0
  }

  /** A log that cannot be written, for want of space or rights, stops nobody's work. */
  note(event: ProgramEvent): void {
    try {
      mkdirSync(this.folder, { recursive: true })
      if ((statSync(this.file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(this.file, this.older)
      appendFileSync(this.file, `${JSON.stringify({ at: this.now(), ...event })}\n`)
    } catch {
      // There is nowhere else to say it.
    }
  }

  readonly noteBug: NoteBug = (bug) => this.note({ what: 'bug', ...bug })

  /** Oldest first. A line that a killed program left half written, or that is of another version, is passed over. */
  read(): LoggedEvent[] {
    return [this.older, this.file].flatMap((file) => linesOf(file)).flatMap((line) => parsed(line) ?? [])
  }

  /** What the run before this one noted, if it did not come to its end. */
  brokenRun(): LoggedEvent[] {
    return brokenRun(this.read())
  }

  private get file(): string {
    return join(this.folder, 'program.jsonl')
  }
  private get older(): string {
    return `${this.file}.old`
  }
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean)
  } catch {
    return []
  }
}

function parsed(line: string): LoggedEvent | undefined {
  try {
    return z.safeParse(LoggedEvent, JSON.parse(line)).data
  } catch {
    return undefined
  }
}
