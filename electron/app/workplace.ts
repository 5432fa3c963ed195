// A workspace as the windows of this program see it: its session, the windows that show it, and the clock that locks it.
import { randomBytes } from 'node:crypto'
import type { JobState, WorkbenchEvent } from '../../shared/core/bridge'
import type { FileFormat } from '../../shared/core/fileFormat'
import { actLabel, callNamed } from '../../shared/rooms'
import type { CheckReport } from '../../shared/workspace/check'
import type { ProgramEvent } from '../../shared/workspace/programLog'
import type { JobRunner, JobWish } from '../jobs/runner'
import type { WorkspaceSession } from '../workspace/session'
import type { JobPort } from './jobWish'
import { IdleLock, type IdlePorts } from './idleLock'

/** A window, as far as a workplace needs it. */
export interface Seat {
  tell(event: WorkbenchEvent): void
  /** False if nobody can answer there: the page crashed or was never loaded. */
  isAlive(): boolean
  pathsIn(input: unknown): Record<string, string>
}

/** How long a lock waits for windows to send what was typed. */
const PATIENCE_MS = 2_000

export interface WorkplacePorts extends Pick<IdlePorts, 'now' | 'after'> {
  runner: JobRunner
  /** Hears what goes into the program's own log. */
  note(event: ProgramEvent): void
  idleMs(): number
  /** False for formats that the IT office does not want. */
  mayWrite(format: FileFormat): boolean
}

/** As the job tray shows it. */
const CHECK = { name: 'workspace.check', label: 'Arbeitsbereich prüfen' }

export class Workplace {
  readonly session: WorkspaceSession
  readonly seats = new Set<Seat>()
  private readonly ports: WorkplacePorts
  private idle: IdleLock | null = null
  private readonly awaited = new Map<Seat, () => void>()
  private locking: Promise<void> | null = null
  /** From now on work that stops is cut off, not stopped by its user. */
  private isEnding = false

  constructor(session: WorkspaceSession, ports: WorkplacePorts) {
    this.session = session
    this.ports = ports
  }

  /** UTC ms of the idle lock. */
  get locksAt(): number {
    return this.idle?.locksAt ?? 0
  }

  tell(event: WorkbenchEvent): void {
    for (const seat of this.seats) seat.tell(event)
  }

  /** The workspace was unlocked: from now on it locks when nobody is there. */
  begin(): void {
    const { now, after } = this.ports
    this.idle = new IdleLock(this.ports.idleMs(), {
      now,
      after,
      warn: (seconds) => this.tell({ type: 'lockWarning', seconds }),
      lock: () => void this.lock(),
    })
    const { migratedFrom, about } = this.session
    this.ports.note({ what: 'opened', workspace: shortId(about), migratedFrom })
    this.tell({ type: 'shell' })
  }

  reportActivity(): void {
    this.idle?.reportActivity()
  }

  /** The preferences have another idle time. */
  adjust(): void {
    this.idle?.setIdle(this.ports.idleMs())
  }

  /** Locks: what was typed is kept first, then jobs end, the file is closed and the key is gone. */
  lock(): Promise<void> {
    this.locking ??= this.lockOnce().finally(() => {
      this.locking = null
    })
    return this.locking
  }

  /**
   * Puts a backup in the workspace's place: what was typed is kept in the state that goes, jobs end, and the workspace is locked then.
   * @throws those of `WorkspaceBackups.prepareRestore` and `WorkspaceSession.restore`, with everything as it was
   */
  async restore(name: string): Promise<void> {
    await this.session.backups.prepareRestore(name)
    await this.letSave([...this.seats])
    try {
      await this.session.restore()
    } finally {
      if (!this.session.isOpen) {
        this.idle?.stop()
        this.idle = null
        await this.ports.runner.endAll(this.session)
        this.tellLocked()
      }
    }
  }

  /** A window leaves; with the last one the workspace locks. */
  async leave(seat: Seat): Promise<void> {
    if (this.session.isOpen) await this.letSave([seat])
    this.seats.delete(seat)
    if (this.seats.size === 0) await this.lock()
  }

  /** A window has sent what was typed. */
  ready(seat: Seat): void {
    this.awaited.get(seat)?.()
  }

  startJob(wish: Omit<JobWish, 'owner' | 'tell'>): string {
    const places = wish.call.writesFolders === true ? Object.values(wish.paths) : []
    let begun: Promise<void> | null = null
    return this.ports.runner.start({
      ...wish,
      owner: this.session,
      // Noted before it does anything: a crash in its first moments must be known, too.
      feed: async () => {
        await begun
        return wish.feed()
      },
      tell: (job: JobState) => {
        begun ??= this.noteBegin({ ...job, places })
        if (job.state !== 'running') void this.noteEnd(job)
        this.tellJob(job)
      },
    })
  }

  /** Before the program ends: nobody waits for long work any more. */
  stopLongWork(): void {
    this.isEnding = true
    this.ports.runner.stopCommands(this.session)
  }

  cancelJob(id: string): void {
    this.ports.runner.cancel(this.session, id)
  }

  /** What calls of a window may use, or `null` while it is locked. */
  port(seat: Seat): JobPort | null {
    const { session } = this
    if (!session.isOpen) return null
    return {
      actor: session.actor,
      ask: (name, input) => session.run(name, input),
      run: (name, input, options) => (options === undefined ? this.follow(name, input) : session.run(name, input, options)),
      noteAccess: (call, records) => session.noteAccess(call, records),
      pathsIn: (input) => seat.pathsIn(input),
      mayWrite: (format) => this.ports.mayWrite(format),
    }
  }

  /** Checks the workspace: shown like a job while it takes long. */
  check(): Promise<CheckReport> {
    const tell = (job: JobState) => this.tellJob(job)
    const about = { owner: this.session, name: CHECK.name, label: CHECK.label, tell }
    return this.ports.runner.follow(about, (options) => this.session.check(options))
  }

  /** A command that a user asked for: what takes long is shown like a job. */
  private async follow(name: string, input: unknown) {
    const label = actLabel(name)
    const tell = (job: JobState) => this.tellJob(job)
    const call = callNamed(name)?.call
    // What is worth a backup takes long, and whoever began it wants to know whether it was done.
    const note = call?.kind === 'command' && call.backUpFirst !== undefined ? randomBytes(8).toString('hex') : null
    if (note !== null) await this.noteBegin({ id: note, name, startedAt: this.ports.now(), places: [] })
    let state: JobState['state'] = 'done'
    try {
      return await this.ports.runner.follow({ owner: this.session, name, label, tell }, (options) => this.session.run(name, input, options))
    } catch (error) {
      state = 'cancelled'
      throw error
    } finally {
      if (note !== null) await this.noteEnd({ id: note, state })
    }
  }

  /** That it cannot be noted, e.g. for want of space, stops nobody from working. */
  private async noteBegin({
    id,
    name,
    startedAt,
    places,
  }: Pick<JobState, 'id' | 'name' | 'startedAt'> & { places: string[] }): Promise<void> {
    await this.session.jobNotes.begin({ id, name, startedAt, places }).catch(() => undefined)
  }

  /** What the end of the program or a lock cut off stays noted: whoever comes back hears of it. */
  private async noteEnd({ id, state }: Pick<JobState, 'id' | 'state'>): Promise<void> {
    if (state === 'cancelled' && this.isEnding) return
    await this.session.jobNotes.end(id).catch(() => undefined)
  }

  private tellJob(job: JobState): void {
    const { name, state, startedAt } = job
    if (state !== 'running') this.ports.note({ what: 'job', name, state, seconds: Math.round((this.ports.now() - startedAt) / 1000) })
    this.tell({ type: 'job', job })
  }

  private async lockOnce(): Promise<void> {
    this.idle?.stop()
    this.idle = null
    if (!this.session.isOpen) return this.tell({ type: 'shell' })
    await this.letSave([...this.seats])
    this.isEnding = true
    await this.ports.runner.endAll(this.session)
    await this.session.lock()
    this.isEnding = false
    this.tellLocked()
  }

  private tellLocked(): void {
    this.ports.note({ what: 'locked', workspace: shortId(this.session.about) })
    this.tell({ type: 'shell' })
  }

  private async letSave(seats: readonly Seat[]): Promise<void> {
    const alive = seats.filter((seat) => seat.isAlive())
    if (alive.length === 0) return
    let stop: () => void = () => undefined
    const outOfPatience = new Promise<void>((resolve) => {
      stop = this.ports.after(PATIENCE_MS, resolve)
    })
    const answers = alive.map((seat) => new Promise<void>((resolve) => this.awaited.set(seat, resolve)))
    for (const seat of alive) seat.tell({ type: 'beforeLock' })
    await Promise.race([Promise.all(answers), outOfPatience])
    stop()
    for (const seat of alive) this.awaited.delete(seat)
  }
}

/** Tells workspaces of one PC apart, and says nothing of them. */
function shortId({ workspaceId }: { workspaceId: string }): string {
  return workspaceId.slice(0, 8)
}
