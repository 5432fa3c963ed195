import { EventEmitter } from 'node:events'
import * as z from 'zod'
import { expect, test, vi } from 'vitest'
import { failureOf } from '../../../electron/app/failureMessage'
import { type JobWish, type JobWorker, JobRunner } from '../../../electron/jobs/runner'
import type { FromJob, JobOrder } from '../../../electron/jobs/messages'
import type { JobState } from '../../../shared/core/bridge'
import { command, job } from '../../../shared/core/call'
import { cancelled, unexpected, WorkbenchError } from '../../../shared/core/errors'

class PlayedWorker extends EventEmitter implements JobWorker {
  isEnded = false
  readonly order: JobOrder
  constructor(order: JobOrder) {
    super()
    this.order = order
  }
  says(message: FromJob): void {
    this.emit('message', message)
  }
  async terminate(): Promise<void> {
    this.isEnded = true
    this.emit('exit')
  }
  get isAsked(): boolean {
    return new Int32Array(this.order.flag)[0] === 1
  }
}

const plan = job({ label: 'Gruppen planen', right: 'edit', input: z.object({}), output: z.number(), progress: z.number() })
const keep = command({ label: 'Übernehmen', right: 'edit', input: z.number(), output: z.string() })
const read = job({ label: 'Einlesen', right: 'edit', input: z.object({}), output: z.number(), progress: z.number(), keptBy: keep })
const write = job({ label: 'Ausgeben', right: 'edit', input: z.object({}), output: z.number(), progress: z.number(), writesFolders: true })
/** The next turn of the event loop: promises that are settled have been heard. */
const turn = () => new Promise((resolve) => setImmediate(resolve))

function office() {
  const workers: PlayedWorker[] = []
  const told: JobState[] = []
  const kept: unknown[] = []
  const bugs: unknown[] = []
  const clock = { now: 1_000 }
  const runner = new JobRunner({
    now: () => clock.now,
    failureOf: (error) => failureOf(error, (bug) => bugs.push(bug)),
    startWorker: (order) => {
      const worker = new PlayedWorker(order)
      workers.push(worker)
      return worker
    },
  })
  const owner = {}
  const wish = (call: JobWish['call'] = plan): JobWish => ({
    owner,
    name: 'courses.planGroups',
    call,
    input: { seconds: 3 },
    paths: {},
    feed: async () => 'fed',
    keep: async (result) => {
      kept.push(result)
      return `kept ${String(result)}`
    },
    tell: (state) => told.push(state),
  })
  const last = (id: string) => told.filter((state) => state.id === id).at(-1)
  return { runner, clock, workers, told, kept, bugs, owner, wish, last }
}

test('a job gets its input and what feeds it, and its result is kept and told; its worker ends', async () => {
  const { runner, workers, kept, wish, last } = office()
  const id = runner.start(wish())
  expect(last(id)).toMatchObject({ state: 'running', label: 'Gruppen planen', startedAt: 1_000, progress: null })
  await turn()
  expect(workers[0]!.order).toMatchObject({ name: 'courses.planGroups', input: { seconds: 3 }, fed: 'fed' })
  workers[0]!.says({ type: 'progress', progress: 40 })
  workers[0]!.says({ type: 'done', result: 7 })
  await turn()
  expect(last(id)).toMatchObject({ state: 'done', result: 'kept 7', progress: 40, failure: null })
  expect(kept).toEqual([7])
  expect(workers[0]!.isEnded).toBe(true)
})

test('two run at once, the third waits for its turn', async () => {
  const { runner, workers, wish, last } = office()
  const ids = [1, 2, 3].map(() => runner.start(wish()))
  await turn()
  expect(workers.length).toBe(2)
  workers[1]!.says({ type: 'done', result: 1 })
  await turn()
  expect(workers.length).toBe(3)
  expect(ids.map((id) => last(id)!.state)).toEqual(['running', 'done', 'running'])
})

test('of hundreds of reports a few are told, and always the last', async () => {
  const { runner, workers, told, wish, last } = office()
  const id = runner.start(wish())
  await turn()
  for (let progress = 1; progress <= 500; progress++) workers[0]!.says({ type: 'progress', progress })
  workers[0]!.says({ type: 'done', result: 1 })
  await turn()
  expect(told.length).toBeLessThan(8)
  expect(last(id)).toMatchObject({ progress: 500, state: 'done' })
})

test('cancelling sets the flag; the best so far is shown, and what would be kept is not', async () => {
  const planning = office()
  const id = planning.runner.start(planning.wish())
  await turn()
  planning.runner.cancel(planning.owner, id)
  expect(planning.workers[0]!.isAsked).toBe(true)
  planning.workers[0]!.says({ type: 'done', result: 5 })
  await turn()
  expect(planning.last(id)).toMatchObject({ state: 'cancelled', result: 'kept 5' })

  const reading = office()
  const other = reading.runner.start(reading.wish(read))
  await turn()
  reading.runner.cancel(reading.owner, other)
  reading.workers[0]!.says({ type: 'done', result: 5 })
  await turn()
  expect(reading.last(other)).toMatchObject({ state: 'cancelled', result: null, failure: { code: cancelled.code } })
  expect(reading.kept).toEqual([])
})

test('nobody cancels the job of another workspace', async () => {
  const { runner, workers, wish } = office()
  const id = runner.start(wish())
  await turn()
  runner.cancel({}, id)
  expect(workers[0]!.isAsked).toBe(false)
})

test('a job that waits is cancelled without ever starting', async () => {
  const { runner, workers, owner, wish, last } = office()
  const ids = [1, 2, 3].map(() => runner.start(wish()))
  await turn()
  runner.cancel(owner, ids[2]!)
  expect(last(ids[2]!)).toMatchObject({ state: 'cancelled' })
  workers[0]!.says({ type: 'done', result: 1 })
  await turn()
  expect(workers.length).toBe(2)
})

test('a lock ends all jobs of its workspace at once, and what they say later is not heard', async () => {
  const { runner, workers, owner, kept, wish, last } = office()
  const ids = [1, 2, 3].map(() => runner.start(wish()))
  await turn()
  const ended = runner.endAll(owner)
  await turn()
  workers[0]!.says({ type: 'done', result: 1 })
  await turn()
  expect(ids.map((id) => last(id)!.state)).toEqual(['cancelled', 'cancelled', 'cancelled'])
  expect(workers.every(({ isEnded }) => isEnded)).toBe(true)
  expect(kept).toEqual([])
  await ended
})

test('a lock waits for a job that writes files until it has taken away what it began, three seconds at most', async () => {
  const { runner, workers, owner, kept, wish, last } = office()
  const ids = [1, 2].map(() => runner.start(wish(write)))
  await turn()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    let isEnded = false
    const ended = runner.endAll(owner).then(() => (isEnded = true))
    await turn()
    expect(workers.map(({ isAsked, isEnded: isGone }) => ({ isAsked, isGone }))).toEqual([
      { isAsked: true, isGone: false },
      { isAsked: true, isGone: false },
    ])
    // The first one cleans up and says so; it could also have come to its end just now. The second one hears nothing.
    workers[0]!.says({ type: 'done', result: 7 })
    await turn()
    expect([workers[0]!.isEnded, workers[1]!.isEnded, isEnded]).toEqual([true, false, false])
    vi.advanceTimersByTime(3_000)
    await ended
    expect(workers[1]!.isEnded).toBe(true)
    for (const id of ids) expect(last(id)).toMatchObject({ state: 'cancelled', result: null })
    expect(kept).toEqual([])
  } finally {
    vi.useRealTimers()
  }
})

test('before the program ends its commands are asked to stop, those of other workspaces are not', async () => {
  const { runner, owner } = office()
  const flags = await Promise.all(
    [owner, {}].map(
      (whose) =>
        new Promise<Int32Array>((resolve) => {
          void runner.follow({ owner: whose, name: 'courses.takeImport', label: 'Einlesen', tell: () => undefined }, ({ flag }) => {
            resolve(new Int32Array(flag!))
            return new Promise(() => undefined)
          })
        }),
    ),
  )
  runner.stopCommands(owner)
  expect(flags.map(([asked]) => asked)).toEqual([1, 0])
})

test('a failure is told with its sentence, a bug or a dead worker as a mark without values', async () => {
  const { runner, workers, bugs, wish, last } = office()
  const ids = [1, 2].map(() => runner.start(wish()))
  await turn()
  workers[0]!.says({
    type: 'failed',
    failure: { kind: 'failure', message: { code: 'courses/plan-impossible', sentence: 'Es geht nicht.', params: {} } },
  })
  workers[1]!.emit('error', new Error('Haddad'))
  await turn()
  expect(last(ids[0]!)).toMatchObject({ state: 'failed', failure: { sentence: 'Es geht nicht.' } })
  expect(last(ids[1]!)).toMatchObject({ state: 'failed', failure: { code: unexpected.code } })
  const next = runner.start(wish())
  await turn()
  workers[2]!.emit('exit')
  await turn()
  expect(last(next)).toMatchObject({ state: 'failed' })
  expect(JSON.stringify(bugs)).not.toContain('Haddad')
})

const taking = (owner: object, tell: (job: JobState) => void) => ({ owner, name: 'courses.takeImport', label: 'Liste übernehmen', tell })

test('a command that is done within a second is not shown; a longer one says how far it is, and that it is done', async () => {
  const { runner, clock, told, owner } = office()
  const tell = (state: JobState) => told.push(state)
  expect(await runner.follow(taking(owner, tell), async ({ onProgress }) => onProgress?.({ done: 1, total: 2 }) ?? 'short')).toBe('short')
  expect(told).toEqual([])
  const value = await runner.follow(taking(owner, tell), async ({ onProgress }) => {
    onProgress?.({ done: 1, total: 9 })
    clock.now += 1_000
    onProgress?.({ done: 5, total: 9 })
    return 'long'
  })
  expect(value).toBe('long')
  expect(told.map(({ label, state, progress }) => [label, state, progress])).toEqual([
    ['Liste übernehmen', 'running', { done: 5, total: 9 }],
    ['Liste übernehmen', 'done', null],
  ])
})

test('a long command is stopped by its own workspace alone, and whoever asked hears that it was', async () => {
  const { runner, clock, told, owner } = office()
  let flag: SharedArrayBuffer | undefined
  const command = runner.follow(
    taking(owner, (state) => told.push(state)),
    async (options) => {
      flag = options.flag
      clock.now += 2_000
      options.onProgress?.({ done: 1, total: 2 })
      await turn()
      if (new Int32Array(flag!)[0] === 1) throw new WorkbenchError(cancelled, {})
      return 'taken'
    },
  )
  runner.cancel({}, told[0]!.id)
  expect(new Int32Array(flag!)[0]).toBe(0)
  runner.cancel(owner, told[0]!.id)
  await expect(command).rejects.toThrow(WorkbenchError)
  expect(told.at(-1)).toMatchObject({ state: 'cancelled' })
})
