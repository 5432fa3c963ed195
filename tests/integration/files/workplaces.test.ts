import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PcMemory } from '../../../electron/app/pcMemory'
import type { Seat } from '../../../electron/app/workplace'
import { Workplaces } from '../../../electron/app/workplaces'
import { JobRunner } from '../../../electron/jobs/runner'
import type { WorkbenchEvent } from '../../../shared/core/bridge'
import { nameOf } from '../../../shared/rooms'
import { workspace as calls } from '../../../shared/workspace/calls'
import { demoOnly } from '../../../shared/workspace/shell'
import { handClock } from '../../fixtures/clock'
import { failing } from '../../fixtures/failing'
import { temporaryFolder } from '../../fixtures/folder'
import { office, PASSPHRASE, somePc } from '../../fixtures/office'

/** A window that answers `beforeLock` by the given act. */
function someSeat(beforeLock: () => void = () => undefined): Seat & { heard: WorkbenchEvent[] } {
  const heard: WorkbenchEvent[] = []
  return {
    heard,
    isAlive: () => true,
    pathsIn: () => ({}),
    tell: (event) => {
      heard.push(event)
      if (event.type === 'beforeLock') beforeLock()
    },
  }
}

function program(folder: string, options: { isDemoOnly?: boolean } = {}) {
  mkdirSync(folder, { recursive: true })
  const clock = handClock()
  const memory = new PcMemory(folder, clock.after)
  const runner = new JobRunner({
    now: clock.now,
    failureOf: () => ({ code: '', sentence: '', params: {} }),
    startWorker: () => {
      throw new TypeError('No job in this test')
    },
  })
  let filled = 0
  const workplaces = new Workplaces({
    note: () => undefined,
    ...somePc().ports,
    now: clock.now,
    after: clock.after,
    memory,
    runner,
    mayWrite: () => true,
    idleMs: () => memory.preferences.idleMinutes * 60_000,
    isDemoOnly: options.isDemoOnly ?? false,
    demo: {
      office: { ...office, isDemo: true },
      userName: 'Beispielkoordination',
      folder: { parent: folder, folderName: 'Musterkreis.kwb' },
      fill: async () => void (filled += 1),
    },
  })
  return { workplaces, memory, clock, filled: () => filled }
}
const user = { name: 'Kerstin Vogt', passphrase: PASSPHRASE }
const draft = { view: 'x', values: { lastName: 'Haddad' } }
const types = (seat: { heard: WorkbenchEvent[] }) => seat.heard.map(({ type }) => type)

test('the window hears of the daily backup as soon as it is whole, and shows when it was made', async () => {
  using place = temporaryFolder()
  const { workplaces } = program(place.path)
  const seat = someSeat()
  await workplaces.create(seat, { parent: place.path, folderName: 'erlenmark' }, office, user)
  expect(await workplaces.stateFor(seat)).toMatchObject({ phase: 'open', backedUpAt: null })
  const here = workplaces.placeOf(seat)!
  const { id } = here.session.about.users[0]!
  const lock = here.lock()
  here.ready(seat)
  await lock
  await workplaces.enter(seat, (session) => session.unlock(id, PASSPHRASE))
  // The lock, the unlocking, the backup.
  await expect.poll(() => types(seat).slice(types(seat).indexOf('beforeLock') + 1)).toEqual(['shell', 'shell', 'shell'])
  expect(await workplaces.stateFor(seat)).toMatchObject({ phase: 'open', backedUpAt: Date.UTC(2026, 10, 24, 9) })
  await here.session.lock()
})

test('what is typed when the lock comes is kept, and the window shows the lock screen', async () => {
  using place = temporaryFolder()
  const { workplaces } = program(place.path)
  const seat = someSeat(() => {
    const here = workplaces.placeOf(seat)!
    // As the window does: first what was typed, then that it is done.
    void here.session.run(nameOf(calls.keepDraft), draft)
    here.ready(seat)
  })
  await workplaces.create(seat, { parent: place.path, folderName: 'erlenmark' }, office, user)
  expect(await workplaces.stateFor(seat)).toMatchObject({ phase: 'open', isReadOnly: false })
  const here = workplaces.placeOf(seat)!
  await here.lock()
  expect(await workplaces.stateFor(seat)).toMatchObject({
    phase: 'locked',
    waitUntil: null,
    holder: null,
    opened: { countyName: 'Landkreis Erlenmark', users: [{ name: 'Kerstin Vogt', role: 'coordinator' }] },
  })
  expect(types(seat).slice(-3)).toEqual(['beforeLock', 'changed', 'shell'])
  await workplaces.enter(seat, (session) => session.unlock(session.about.users[0]!.id, PASSPHRASE))
  expect((await here.session.run(nameOf(calls.getDraft), { view: 'x' })).value).toMatchObject({ values: draft.values })
  await here.lock()
})

test('a window that does not answer holds the lock up for two seconds, a dead one not at all', async () => {
  using place = temporaryFolder()
  const { workplaces, clock } = program(place.path)
  const silent = someSeat()
  await workplaces.create(silent, { parent: place.path, folderName: 'erlenmark' }, office, user)
  const here = workplaces.placeOf(silent)!
  const locked = here.lock()
  clock.pass(1_999)
  await new Promise((resolve) => setImmediate(resolve))
  expect(here.session.isOpen).toBe(true)
  clock.pass(1)
  await locked
  expect(here.session.isOpen).toBe(false)

  await workplaces.enter(silent, (session) => session.unlock(session.about.users[0]!.id, PASSPHRASE))
  Object.assign(silent, { isAlive: () => false })
  await here.lock()
  expect(here.session.isOpen).toBe(false)
})

test('after the idle time the workspace locks in all its windows; activity in one keeps it open in the other', async () => {
  using place = temporaryFolder()
  const { workplaces, clock, memory } = program(place.path)
  memory.setPreferences({ idleMinutes: 5 })
  const seats = [
    someSeat(() => workplaces.placeOf(seats[0]!)!.ready(seats[0]!)),
    someSeat(() => workplaces.placeOf(seats[1]!)!.ready(seats[1]!)),
  ]
  await workplaces.create(seats[0]!, { parent: place.path, folderName: 'erlenmark' }, office, user)
  const here = await workplaces.choose(seats[1]!, join(place.path, 'erlenmark.kwb'))
  expect(await workplaces.stateFor(seats[1]!)).toMatchObject({ phase: 'open' })
  clock.pass(4 * 60_000)
  here.reportActivity()
  clock.pass(4.5 * 60_000)
  expect(here.session.isOpen).toBe(true)
  clock.pass(10_000)
  expect(seats.map((seat) => seat.heard.at(-1))).toEqual([
    { type: 'lockWarning', seconds: 20 },
    { type: 'lockWarning', seconds: 20 },
  ])
  clock.pass(20_000)
  await here.lock()
  expect(here.session.isOpen).toBe(false)
  expect(await Promise.all(seats.map(async (seat) => (await workplaces.stateFor(seat)).phase))).toEqual(['locked', 'locked'])
})

test('a commit is told to every window of the workspace and to no other', async () => {
  using place = temporaryFolder()
  const { workplaces } = program(place.path)
  const [one, two, stranger] = [someSeat(), someSeat(), someSeat()]
  await workplaces.create(one, { parent: place.path, folderName: 'erlenmark' }, office, user)
  await workplaces.choose(two, join(place.path, 'erlenmark.kwb'))
  await workplaces.placeOf(one)!.session.run(nameOf(calls.keepDraft), draft)
  for (const seat of [one, two]) expect(seat.heard.at(-1)).toMatchObject({ type: 'changed', entities: ['draft'] })
  expect(stranger.heard).toEqual([])
  Object.assign(two, { isAlive: () => false })
  Object.assign(one, { isAlive: () => false })
  await workplaces.leave(one)
  expect(await workplaces.stateFor(two)).toMatchObject({ phase: 'open' })
  await workplaces.leave(two)
  expect(await workplaces.stateFor(two)).toMatchObject({ phase: 'none', recent: [{ countyName: 'Landkreis Erlenmark', isMissing: false }] })
})

test('the fictional county is made once, opens without a passphrase, and a package of the test runtime opens nothing else', async () => {
  using place = temporaryFolder()
  const { workplaces, filled } = program(join(place.path, 'one'))
  const seat = someSeat()
  Object.assign(seat, { isAlive: () => false })
  for (let round = 0; round < 2; round++) {
    await workplaces.openDemo(seat)
    expect(await workplaces.stateFor(seat)).toMatchObject({ phase: 'open', opened: { isDemo: true } })
    await workplaces.leave(seat)
  }
  expect(filled()).toBe(1)
  await workplaces.create(seat, { parent: place.path, folderName: 'erlenmark' }, office, user)
  await workplaces.leave(seat)

  const packaged = program(join(place.path, 'two'), { isDemoOnly: true }).workplaces
  const refused = failing(demoOnly)
  await expect(packaged.choose(seat, join(place.path, 'erlenmark.kwb'))).rejects.toThrow(refused)
  await expect(packaged.create(seat, { parent: place.path, folderName: 'neu' }, office, user)).rejects.toThrow(refused)
  await packaged.openDemo(seat)
  expect(await packaged.stateFor(seat)).toMatchObject({ phase: 'open', opened: { isDemo: true } })
  await packaged.leave(seat)
})

test('what this PC remembers names no person, and a damaged memory is begun anew', async () => {
  using place = temporaryFolder()
  const { workplaces, memory } = program(place.path)
  const seat = someSeat()
  Object.assign(seat, { isAlive: () => false })
  await workplaces.create(seat, { parent: place.path, folderName: 'erlenmark' }, office, user)
  await workplaces.placeOf(seat)!.session.run(nameOf(calls.keepDraft), draft)
  await workplaces.leave(seat)
  memory.flush()
  const file = join(place.path, 'memory.json')
  expect(readFileSync(file, 'utf8')).not.toMatch(/Vogt|Haddad|Wörter/)
  expect(new PcMemory(place.path, handClock().after).recent).toMatchObject([{ officeName: 'Koordinierungsstelle' }])
  writeFileSync(file, '{"recent": [{"folder": 1}]}')
  expect(new PcMemory(place.path, handClock().after)).toMatchObject({ recent: [], preferences: { language: 'de', idleMinutes: 15 } })
})

test('what this PC remembers holds on where its folder cannot be written, is written by the next change, and a commit does not wait for it', () => {
  using place = temporaryFolder()
  const clock = handClock()
  const folder = join(place.path, 'nutzer')
  const memory = new PcMemory(folder, clock.after)
  const written = () => new PcMemory(folder, clock.after)
  memory.setPreferences({ idleMinutes: 5 })
  expect(memory.preferences.idleMinutes).toBe(5)
  expect(written().preferences.idleMinutes).toBe(15)
  mkdirSync(folder)
  memory.noteRevision('w', 7)
  expect(written().seenRevision('w')).toBeNull()
  clock.pass(5_000)
  expect(written()).toMatchObject({ preferences: { idleMinutes: 5 } })
  expect(written().seenRevision('w')).toBe(7)
})

test('the next start shows the workspace that was open last, locked; a folder that is gone or broken is passed over', async () => {
  using place = temporaryFolder()
  const first = program(place.path)
  const seat = someSeat()
  Object.assign(seat, { isAlive: () => false })
  await first.workplaces.create(seat, { parent: place.path, folderName: 'erlenmark' }, office, user)
  await first.workplaces.leave(seat)
  const folder = join(place.path, 'erlenmark.kwb')
  const started = async () => {
    const { workplaces } = program(place.path)
    const window = someSeat()
    await workplaces.chooseLast(window)
    return workplaces.stateFor(window)
  }
  expect(await started()).toMatchObject({ phase: 'locked', opened: { folder } })
  for (const copy of ['keyring.json', 'backups/keyring.json']) writeFileSync(join(folder, copy), '{}')
  expect(await started()).toMatchObject({ phase: 'none', recent: [{ isMissing: false }] })
  rmSync(folder, { recursive: true })
  expect(await started()).toMatchObject({ phase: 'none', recent: [{ isMissing: true }] })
})
