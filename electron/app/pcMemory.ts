// What this PC remembers outside every workspace: preferences, folders that were open, waits after wrong passphrases. No personal data.
import { readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod'
import { Preferences } from '../../shared/workspace/shell'
import { writeAtomically } from '../store/atomicFile'
import { WindowPlace } from './windowPlace'

const MOST_RECENT = 12
const LATER_MS = 5_000
/** From 58 % to 300 %: steps of Chromium, each 1.2 times the one before. */
const [LEAST_ZOOM, MOST_ZOOM] = [-3, 6]

const Recent = z.object({
  id: z.string(),
  folder: z.string(),
  countyName: z.string(),
  officeName: z.string(),
  isDemo: z.boolean(),
  openedAt: z.int(),
})
export type Recent = z.infer<typeof Recent>
/** Wrong passphrases in a row, and when the next try counts (UTC ms). */
const Attempts = z.object({ failures: z.int().min(0), until: z.int() })
export type Attempts = z.infer<typeof Attempts>

const Memory = z.object({
  preferences: Preferences,
  recent: z.array(Recent),
  /** By workspace id. */
  attempts: z.record(z.string(), Attempts),
  /** The highest revision at which this PC has seen a workspace, by its id: an older file is a restored one. */
  seenRevisions: z.record(z.string(), z.int()),
  /** Where the window stood last. A value that makes no sense is none. */
  window: WindowPlace.nullable().default(null).catch(null),
  /** Steps of the zoom, 0: as designed. */
  zoom: z.int().min(LEAST_ZOOM).max(MOST_ZOOM).default(0).catch(0),
})
type Memory = z.infer<typeof Memory>

const fresh: Memory = {
  preferences: { language: 'de', theme: 'system', density: 'compact', idleMinutes: 15 },
  recent: [],
  attempts: {},
  seenRevisions: {},
  window: null,
  zoom: 0,
}

/** Runs `then` after `ms` milliseconds; what it gives calls that off. */
type After = (ms: number, then: () => void) => () => void

/**
 * `memory.json` in the user-data folder. Foreign or damaged, it is begun anew: it holds nothing that could not be lost. So a full disk or
 * a folder without rights stops nobody's work either: what is remembered holds until the program ends, and each change tries again.
 */
export class PcMemory {
  private readonly file: string
  private readonly after: After
  private memory: Memory
  private callOff: (() => void) | null = null

  constructor(folder: string, after: After) {
    this.file = join(folder, 'memory.json')
    this.after = after
    this.memory = read(this.file)
  }

  get preferences(): Preferences {
    return this.memory.preferences
  }
  setPreferences(changed: Partial<Preferences>): void {
    this.keep({ preferences: { ...this.memory.preferences, ...changed } })
  }

  /** Newest first. */
  get recent(): readonly Recent[] {
    return this.memory.recent
  }
  /** A workspace was opened: it stands first. */
  noteOpened(opened: Omit<Recent, 'id'>): void {
    const known = this.memory.recent.find(({ folder }) => folder === opened.folder)
    const others = this.memory.recent.filter((one) => one !== known)
    this.keep({ recent: [{ ...opened, id: known?.id ?? randomBytes(8).toString('hex') }, ...others].slice(0, MOST_RECENT) })
  }
  forget(id: string): void {
    this.keep({ recent: this.memory.recent.filter((one) => one.id !== id) })
  }

  attempts(workspaceId: string): Attempts {
    return this.memory.attempts[workspaceId] ?? { failures: 0, until: 0 }
  }
  setAttempts(workspaceId: string, attempts: Attempts): void {
    const others = Object.fromEntries(Object.entries(this.memory.attempts).filter(([id]) => id !== workspaceId))
    this.keep({ attempts: attempts.failures === 0 ? others : { ...others, [workspaceId]: attempts } })
  }

  seenRevision(workspaceId: string): number | null {
    return this.memory.seenRevisions[workspaceId] ?? null
  }
  /** The workspace stands there now. Written a little later: a commit must not wait for this. */
  noteRevision(workspaceId: string, revision: number): void {
    this.memory = { ...this.memory, seenRevisions: { ...this.memory.seenRevisions, [workspaceId]: revision } }
    this.callOff ??= this.after(LATER_MS, () => this.flush())
  }
  get window(): WindowPlace | null {
    return this.memory.window
  }
  /** The window stands there now. Written a little later: it is moved in many small steps. */
  noteWindow(window: WindowPlace): void {
    this.memory = { ...this.memory, window }
    this.callOff ??= this.after(LATER_MS, () => this.flush())
  }

  get zoom(): number {
    return this.memory.zoom
  }
  /** One step in, out, or back to none. */
  stepZoom(step: 'in' | 'out' | 'none'): void {
    const wanted = { in: this.memory.zoom + 1, out: this.memory.zoom - 1, none: 0 }[step]
    this.keep({ zoom: Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, wanted)) })
  }

  /** Writes what waits to be written, at the end of the program. */
  flush(): void {
    if (this.callOff !== null) this.keep({})
  }

  private keep(changed: Partial<Memory>): void {
    this.callOff?.()
    this.callOff = null
    this.memory = { ...this.memory, ...changed }
    try {
      writeAtomically(this.file, JSON.stringify(this.memory))
    } catch (error) {
      if (!isOfTheSystem(error)) throw error
    }
  }
}

/** An error of the file system (`ENOSPC`, `EROFS`, …), not of this program. */
function isOfTheSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

function read(file: string): Memory {
  try {
    return Memory.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return fresh
  }
}
