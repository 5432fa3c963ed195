import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deriveKey } from '../../../electron/store/keyDerivation'
import { unlockWithPassphrase } from '../../../electron/store/keyring'
import { hold, holderOf } from '../../../electron/store/lockFile'
import { openDatabase } from '../../../electron/store/database'
import { filesOf, readKeyrings } from '../../../electron/store/workspaceFolder'
import { WorkspaceSession } from '../../../electron/workspace/session'
import { workspaceInUse } from '../../../shared/workspace/shell'
import { failing } from '../../fixtures/failing'
import { temporaryFolder } from '../../fixtures/folder'
import { newOffice, PASSPHRASE, somePc } from '../../fixtures/office'
import { secondProcess } from '../../fixtures/secondProcess'

const holder = join(import.meta.dirname, 'holder.process.ts')
const inUse = failing(workspaceInUse, { host: hostname(), user: userInfo().username })

for (const how of ['local', 'share'] as const) {
  test(`${how}: while another program has the folder nobody else opens it and the sentence says who; after kill -9 it opens at the last committed state`, async () => {
    using place = temporaryFolder()
    const { session, folder, userId } = await newOffice(place.path, { ...somePc().ports, isShareForced: how === 'share' })
    await session.lock()
    const key = await unlockWithPassphrase(readKeyrings(folder)[0], userId, PASSPHRASE, deriveKey)
    const other = await secondProcess(holder, [folder, key.toString('hex'), how])
    const mine = WorkspaceSession.choose(folder, { ...somePc().ports, isShareForced: how === 'share' })
    try {
      await expect(mine.unlock(userId, PASSPHRASE)).rejects.toThrow(inUse)
      expect(mine.isOpen).toBe(false)
      expect(holderOf(folder)).toMatchObject({ host: hostname(), user: userInfo().username })
      // Without our own lock the share's file itself refuses: the lock is SQLite's, not a convention of ours.
      if (how === 'share')
        expect(() => openDatabase(filesOf(folder).database, key, { share: true })).toThrow(expect.objectContaining({ code: 'SQLITE_BUSY' }))
    } finally {
      await other.killHard()
    }
    // The dead program's lock.json is still there, and only a hint.
    expect(existsSync(filesOf(folder).holder)).toBe(true)
    expect(holderOf(folder)).toBe(null)
    await mine.unlock(userId, PASSPHRASE)
    await mine.lock()
    const database = openDatabase(filesOf(folder).database, key)
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    if (how === 'share') expect(database.prepare('SELECT count(*) FROM beat').pluck().get()).toBeGreaterThan(0)
    database.close()
  })
}

test('a stale, half written or foreign lock.json stops nobody', () => {
  using place = temporaryFolder()
  const { holder: file } = filesOf(place.path)
  for (const content of [
    '',
    '{"user":"x',
    '{}',
    JSON.stringify({ user: 'Jörg', host: 'PC-2114', processId: 1, since: 0, heartbeatAt: Date.now() }),
  ]) {
    writeFileSync(file, content)
    const held = hold(place.path, () => 1_000)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      processId: process.pid,
      host: hostname(),
      since: 1_000,
      heartbeatAt: 1_000,
    })
    expect(() => hold(place.path)).toThrow(inUse)
    held.release()
    expect(existsSync(file)).toBe(false)
    expect(holderOf(place.path)).toBe(null)
  }
})
