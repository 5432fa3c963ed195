// Starts jobs in workers, at most two at once, follows them and can stop them.
import { randomBytes } from 'node:crypto'
import type { JobState } from '../../shared/core/bridge'
import type { JobCall } from '../../shared/core/call'
import { cancelled, WorkbenchError } from '../../shared/core/errors'
import type { RunOptions } from '../store/client'
import { errorOf } from '../store/messages'
import type { FromJob, JobOrder } from './messages'

/** A worker thread, as far as a runner needs it. */
export interface JobWorker {
  on(event: 'message', hear: (message: FromJob) => void): unknown
  on(event: 'error', hear: (error: Error) => void): unknown
  on(event: 'exit', hear: () => void): unknown
  terminate(): Promise<unknown>
}

export interface RunnerPorts {
  now: () => number
  startWorker(order: JobOrder): JobWorker
  /** The failure that a user sees; bugs are noted. */
  failureOf(error: unknown): NonNullable<JobState['failure']>
}

/** What is done, for whom. `owner`: the workspace; when it locks, its jobs end. */
export interface JobWish {
  owner: object
  name: string
  call: JobCall
  input: unknown
  paths: Record<string, string>
  /** The answer of the call's `fedBy` query, asked when the job's turn has come. */
  feed(): Promise<unknown>
  /** Hands the result to the call's `keptBy` command, or gives it back as it is. */
  keep(result: unknown, options: RunOptions): Promise<unknown>
  tell(job: JobState): void
}

/** A command of the store, as far as it is followed. */
export type CommandWish = Pick<JobWish, 'owner' | 'name' | 'tell'> & { label: string }

interface Running {
  wish: JobWish
  state: JobState
  flag: Int32Array<SharedArrayBuffer>
  /** Ends the job as seen from outside, once. */
  settle: ((error: Error) => void) | null
  /** Nobody is there any more for what it finds out. */
  isDropped: boolean
  /** It has come to an end, and told so. */
  ended: Promise<void>
}

/** Two cores is what an office PC can spare beside the window. */
const AT_ONCE = 2
/** A solver reports hundreds of times a second; eyes read ten. */
const REPORT_MS = 100
/** How long a job may take to look at its flag before its worker is ended. */
const PATIENCE_MS = 10_000
/** How long one that writes files may take at a lock, to take away what it has begun. */
const LOCK_PATIENCE_MS = 3_000
/** What takes longer is shown, and can be stopped. */
const LONG_MS = 1_000

export class JobRunner {
  private readonly ports: RunnerPorts
  private readonly waiting: Running[] = []
  private readonly running = new Set<Running>()
  private readonly commands = new Set<{ owner: object; id: string; flag: Int32Array<SharedArrayBuffer> }>()

  constructor(ports: RunnerPorts) {
    this.ports = ports
  }

  /** Takes a job on and gives its id; the rest is told. */
  start(wish: JobWish): string {
    const state = this.begun(wish.name, wish.call.label)
    const job: Running = {
      wish,
      state,
      flag: new Int32Array(new SharedArrayBuffer(4)),
      settle: null,
      isDropped: false,
      ended: Promise.resolve(),
    }
    this.waiting.push(job)
    wish.tell(state)
    this.next()
    return state.id
  }

  /**
   * Runs a command of the store. One that takes over a second and says how far it is, is shown like a job and can be stopped: the
   * store then takes all of it back. A lock lets it end.
   */
  async follow<Value>({ owner, name, label, tell }: CommandWish, work: (options: RunOptions) => Promise<Value>): Promise<Value> {
    const state = this.begun(name, label)
    const command = { owner, id: state.id, flag: new Int32Array(new SharedArrayBuffer(4)) }
    let isShown = false
    const onProgress: RunOptions['onProgress'] = (progress) => {
      isShown ||= this.ports.now() - state.startedAt >= LONG_MS
      if (isShown) tell({ ...state, progress })
    }
    this.commands.add(command)
    try {
      const value = await work({ flag: command.flag.buffer, onProgress })
      if (isShown) tell({ ...state, state: 'done' })
      return value
    } catch (error) {
      const isCancelled = error instanceof WorkbenchError && error.definition.code === cancelled.code
      // The view that asked hears why; here it is said that it ended.
      if (isShown) tell({ ...state, state: isCancelled ? 'cancelled' : 'failed' })
      throw error
    } finally {
      this.commands.delete(command)
    }
  }

  /** Asks a job or a command of this owner to stop. A job that computes on without looking at its flag is ended after ten seconds. */
  cancel(owner: object, id: string): void {
    const command = [...this.commands].find((one) => one.id === id && one.owner === owner)
    if (command !== undefined) Atomics.store(command.flag, 0, 1)
    const job = [...this.waiting, ...this.running].find((one) => one.state.id === id && one.wish.owner === owner)
    if (job !== undefined) this.stop(job, PATIENCE_MS)
  }

  /**
   * Ends all jobs of a workspace that locks, at once; those that write files have a moment to take away what they have begun. What they
   * find out is kept by nobody.
   */
  async endAll(owner: object): Promise<void> {
    const jobs = [...this.waiting, ...this.running].filter(({ wish }) => wish.owner === owner)
    for (const job of jobs) {
      job.isDropped = true
      this.stop(job, job.wish.call.writesFolders === true ? LOCK_PATIENCE_MS : 0)
    }
    await Promise.all(jobs.map(({ ended }) => ended))
  }

  /** Asks the commands of this owner to stop: the store takes all of them back. */
  stopCommands(owner: object): void {
    for (const command of this.commands) if (command.owner === owner) Atomics.store(command.flag, 0, 1)
  }

  private stop(job: Running, patienceMs: number): void {
    Atomics.store(job.flag, 0, 1)
    const at = this.waiting.indexOf(job)
    if (at >= 0) {
      this.waiting.splice(at, 1)
      this.tell(job, { state: 'cancelled', failure: this.ports.failureOf(new WorkbenchError(cancelled, {})) })
      return
    }
    const end = () => job.settle?.(new WorkbenchError(cancelled, {}))
    if (patienceMs === 0) end()
    else setTimeout(end, patienceMs).unref()
  }

  private next(): void {
    while (this.running.size < AT_ONCE) {
      const job = this.waiting.shift()
      if (job === undefined) return
      this.running.add(job)
      job.ended = this.run(job).finally(() => {
        this.running.delete(job)
        this.next()
      })
    }
  }

  private async run(job: Running): Promise<void> {
    const { wish } = job
    const isStopped = () => Atomics.load(job.flag, 0) !== 0
    try {
      const fed = await wish.feed()
      if (isStopped()) throw new WorkbenchError(cancelled, {})
      const result = await this.inWorker(job, fed)
      // Cancelling is an answer: the best so far is shown, but nothing is kept that the user stopped.
      if (job.isDropped || (isStopped() && wish.call.keptBy !== undefined)) throw new WorkbenchError(cancelled, {})
      const kept = await wish.keep(result, { flag: job.flag.buffer, onProgress: (progress) => this.tell(job, { progress }) })
      this.tell(job, { state: isStopped() ? 'cancelled' : 'done', result: kept })
    } catch (error) {
      const failure = this.ports.failureOf(error)
      this.tell(job, { state: failure.code === cancelled.code ? 'cancelled' : 'failed', failure })
    }
  }

  private inWorker(job: Running, fed: unknown): Promise<unknown> {
    const { name, input, paths } = job.wish
    const worker = this.ports.startWorker({ id: job.state.id, name, input, fed, flag: job.flag.buffer, paths })
    const report = this.reporter(job)
    return new Promise<unknown>((resolve, reject) => {
      job.settle = reject
      worker.on('message', (message) => {
        if (message.type === 'progress') report.take(message.progress)
        else if (message.type === 'done') resolve(message.result)
        else reject(errorOf(message.failure))
      })
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('A job ended without a result')))
    }).finally(() => {
      report.stop()
      job.settle = null
      void worker.terminate()
    })
  }

  /** Tells the newest progress at most every tenth of a second, and never loses the last one. */
  private reporter(job: Running): { take(progress: unknown): void; stop(): void } {
    let newest: { progress: unknown } | null = null
    let timer: NodeJS.Timeout | null = null
    const flush = () => {
      timer = null
      if (newest === null) return
      this.tell(job, newest)
      newest = null
      timer = setTimeout(flush, REPORT_MS).unref()
    }
    return {
      take: (progress) => {
        newest = { progress }
        if (timer === null) flush()
      },
      stop: () => {
        if (timer !== null) clearTimeout(timer)
        if (newest !== null) this.tell(job, newest)
      },
    }
  }

  private begun(name: string, label: string): JobState {
    const id = randomBytes(8).toString('hex')
    return { id, name, label, startedAt: this.ports.now(), state: 'running', progress: null, result: null, failure: null }
  }

  private tell(job: Running, changed: Partial<JobState>): void {
    job.state = { ...job.state, ...changed }
    job.wish.tell(job.state)
  }
}
