// kill -9 at random points of save, undo, backup and restore: the state that was committed last opens every time, and so does every backup.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { openDatabase } from '../../../electron/store/database'
import { filesOf } from '../../../electron/store/workspaceFolder'
import { WorkspaceSession } from '../../../electron/workspace/session'
import { directory } from '../../../shared/directory/calls'
import { nameOf } from '../../../shared/rooms'
import { workspace as calls } from '../../../shared/workspace/calls'
import { wholeList } from '../../fixtures/listWindow'
import { bundled, runBundled } from '../../fixtures/bundledProcess'
import { temporaryFolder } from '../../fixtures/folder'
import { brokenPlaces } from '../../fixtures/logChecker'
import { PASSPHRASE } from '../../fixtures/office'
import { createPerson, keyOf, quickOffice, quickPc } from '../../fixtures/quickOffice'

/** How many processes are killed. `KREISWERKBANK_KILLS=100` takes a minute of two free cores. */
const KILLS = Number(process.env['KREISWERKBANK_KILLS'] ?? 24)
/** The limit finds hangs only. */
const LIMIT_MS = 60_000 + KILLS * 10_000
/** What is killed at the same time: one workspace each. */
const LANES = 2
const OPERATIONS = ['save', 'undo', 'backup', 'restore'] as const

const Line = z.object({ op: z.enum(['ready', 'done', ...OPERATIONS]), people: z.array(z.string()).default([]) })
const sorted = (names: readonly string[]) => [...names].sort()

test(
  `killed at ${KILLS} random points of save, undo, backup and restore, the last committed state and every backup open`,
  async () => {
    using place = temporaryFolder()
    const script = await bundled(join(import.meta.dirname, 'killLoop.process.ts'), place.path)
    const hits: Record<string, number> = { save: 0, undo: 0, backup: 0, restore: 0, between: 0 }
    const lane = async (number: number) => {
      const parent = join(place.path, `lane ${number}`)
      mkdirSync(parent)
      const ports = { ...quickPc().ports, now: Date.now }
      const { session, folder, userId } = await quickOffice(parent, ports)
      const times = await measured(session)
      const key = await keyOf(folder, userId)
      for (let round = number; round < KILLS; round += LANES) {
        const target = OPERATIONS[Math.floor(round / LANES) % OPERATIONS.length]!
        const { possible, during } = await killedIn(script, folder, target, Math.random() * (times[target] ?? 0))
        hits[during] = (hits[during] ?? 0) + 1
        await checkFolder(folder, userId, key, possible)
      }
    }
    await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)))
    // Each of the four was hit in its midst, not only aimed at.
    for (const one of OPERATIONS) expect([one, (hits[one] ?? 0) >= KILLS / 20]).toEqual([one, true])
  },
  LIMIT_MS,
)

/** How long the operations take in this folder, in milliseconds. The workspace is locked then. */
async function measured(session: WorkspaceSession): Promise<Record<string, number>> {
  const times: Record<string, number> = {}
  const measure = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
    const begunAt = performance.now()
    const value = await work()
    times[name] = performance.now() - begunAt
    return value
  }
  await createPerson(session)
  const { act } = await measure('save', () => createPerson(session))
  await measure('undo', () => session.run(nameOf(calls.undoAct), { actId: act }))
  await measure('backup', () => session.backUp('hand'))
  await measure('restore', async () => {
    await session.backups.prepareRestore(session.backups.list[0]!.name)
    await session.restore()
  })
  return times
}

/** Starts a process that is killed so many milliseconds after the operation has begun. Gives the states that the file may have then, and what it was doing. */
async function killedIn(script: string, folder: string, target: string, ms: number) {
  let present: string[] = []
  let next: z.infer<typeof Line> | null = null
  const signal = await runBundled(script, [folder, PASSPHRASE, target, String(ms)], (text) => {
    const line = Line.parse(JSON.parse(text))
    if (line.op === 'ready') present = line.people
    else if (line.op === 'done') {
      present = next?.people ?? present
      next = null
    } else next = line
  })
  expect(signal).toBe('SIGKILL')
  const begun = next as z.infer<typeof Line> | null
  return { possible: [present, ...(begun === null ? [] : [begun.people])].map(sorted), during: begun?.op ?? 'between' }
}

async function checkFolder(folder: string, userId: string, key: Uint8Array, possible: string[][]): Promise<void> {
  const { database, backups } = filesOf(folder)
  const kept = readdirSync(backups).filter((name) => name.endsWith('.db'))
  for (const name of kept) {
    const copy = openDatabase(join(backups, name), key, { readOnly: true })
    expect([name, copy.pragma('integrity_check', { simple: true })]).toEqual([name, 'ok'])
    copy.close()
  }
  const again = WorkspaceSession.choose(folder, { ...quickPc().ports, now: Date.now })
  await again.unlock(userId, PASSPHRASE)
  const { value } = await again.run(nameOf(directory.listPersons), { ...wholeList, limit: 500 })
  expect(possible).toContainEqual(sorted(directory.listPersons.output.parse(value).rows.map(({ lastName }) => lastName)))
  await again.lock()
  const file = openDatabase(database, key)
  expect([file.pragma('integrity_check', { simple: true }), brokenPlaces(file)]).toEqual(['ok', []])
  file.close()
  expect(readdirSync(folder).filter((name) => name.includes('next'))).toEqual([])
  // Each process begins with backups of its own: those of the processes before would only make the rounds longer.
  for (const name of readdirSync(backups)) if (name.endsWith('.db')) rmSync(join(backups, name))
}
