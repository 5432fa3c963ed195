// kill -9 at 20 random points of backup and restore: the state that was committed last opens every time, and so does every backup.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/store/database'
import { filesOf } from '../../../electron/store/workspaceFolder'
import { WorkspaceSession } from '../../../electron/workspace/session'
import { nameOf } from '../../../shared/rooms'
import { workspace as calls } from '../../../shared/workspace/calls'
import { temporaryFolder } from '../../fixtures/folder'
import { brokenPlaces } from '../../fixtures/logChecker'
import { PASSPHRASE } from '../../fixtures/office'
import { createPerson, keyOf, quickOffice, quickPc } from '../../fixtures/quickOffice'
import { secondProcess } from '../../fixtures/secondProcess'

const ROUNDS = 20
/** One turn of backup and restore takes about this long on a busy machine. */
const TURN_MS = 160
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test(`killed at ${ROUNDS} random points of backup and restore, the last committed state and every backup open`, async () => {
  using place = temporaryFolder()
  const ports = { ...quickPc().ports, now: Date.now }
  const { session, folder, userId } = await quickOffice(place.path, ports)
  await createPerson(session)
  await session.run(nameOf(calls.keepDraft), { view: 'x', values: { round: 0 } })
  await session.lock()
  const key = await keyOf(folder, userId)
  const { database, backups } = filesOf(folder)
  for (let at = 0; at < ROUNDS; at++) {
    const life = await secondProcess(join(import.meta.dirname, 'restoreLoop.process.ts'), [folder, PASSPHRASE])
    await pause(Math.random() * TURN_MS)
    await life.killHard()
    for (const file of readdirSync(backups).filter((name) => name.endsWith('.db'))) {
      const copy = openDatabase(join(backups, file), key, { readOnly: true })
      expect([file, copy.pragma('integrity_check', { simple: true })]).toEqual([file, 'ok'])
      copy.close()
    }
    const again = WorkspaceSession.choose(folder, { ...quickPc().ports, now: Date.now })
    await again.unlock(userId, PASSPHRASE)
    const { value } = await again.run(nameOf(calls.getDraft), { view: 'x' })
    // The process says a round once it is saved and backed up: from then on both states between which it was killed have it.
    expect(calls.getDraft.output.parse(value)?.values['round']).toBeGreaterThanOrEqual(0)
    await again.lock()
    const file = openDatabase(database, key)
    expect([file.pragma('integrity_check', { simple: true }), brokenPlaces(file)]).toEqual(['ok', []])
    expect(file.prepare('SELECT count(*) FROM person').pluck().get()).toBe(1)
    file.close()
    // Neither what was to take the workspace's place nor a backup in the making stays.
    expect(readdirSync(folder).filter((name) => name.includes('next'))).toEqual([])
  }
})
