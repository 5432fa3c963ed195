// kill -9 while workspaces are made, passphrases changed and backups written: what was answered is there, and one passphrase of two opens it.
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/store/database'
import { unlockWithPassphrase, WrongPassphrase } from '../../../electron/store/keyring'
import { migrations } from '../../../electron/store/migrate'
import { filesOf, readKeyrings } from '../../../electron/store/workspaceFolder'
import { WorkspaceSession } from '../../../electron/workspace/session'
import { nameOf } from '../../../shared/rooms'
import { workspace as calls } from '../../../shared/workspace/calls'
import { temporaryFolder } from '../../fixtures/folder'
import { PASSPHRASE } from '../../fixtures/office'
import { quickDerive, quickOffice, quickPc } from '../../fixtures/quickOffice'
import { secondProcess } from '../../fixtures/secondProcess'

const OTHER = 'andere Wörter auf Papier'
const script = join(import.meta.dirname, 'lives.process.ts')
// Another moment in each round: the steps of a round take a few milliseconds each.
const moments = [0, 1, 2, 3, 5, 8, 13, 21]
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('killed between and in saves, passphrase changes and backups, the workspace and every backup open with one of the two passphrases', async () => {
  using place = temporaryFolder()
  const ports = { ...quickPc().ports, now: Date.now }
  const { session, folder, userId } = await quickOffice(place.path, ports)
  await session.lock()
  let passphrase = PASSPHRASE
  for (const ms of moments) {
    const life = await secondProcess(script, ['work', folder, passphrase, passphrase === PASSPHRASE ? OTHER : PASSPHRASE])
    await pause(ms)
    await life.killHard()
    const open = async (words: string) => unlockWithPassphrase(readKeyrings(folder)[0], userId, words, quickDerive)
    let key = await open(PASSPHRASE).catch((error: unknown) => {
      if (!(error instanceof WrongPassphrase)) throw error
    })
    passphrase = key === undefined ? OTHER : PASSPHRASE
    key ??= await open(OTHER)
    const { database, backups } = filesOf(folder)
    const whole = readdirSync(backups).filter((name) => name.endsWith('.db'))
    for (const file of [database, ...whole.map((name) => join(backups, name))]) {
      const opened = openDatabase(file, key, { readOnly: file !== database })
      expect([basename(file), opened.pragma('integrity_check', { simple: true })]).toEqual([basename(file), 'ok'])
      opened.close()
    }
    const again = WorkspaceSession.choose(folder, { ...quickPc().ports, now: Date.now })
    await again.unlock(userId, passphrase)
    const { value } = await again.run(nameOf(calls.getDraft), { view: 'x' })
    expect(calls.getDraft.output.parse(value)?.values['round']).toBeGreaterThanOrEqual(0)
    await again.lock()
    expect(readKeyrings(folder)).toHaveLength(2)
  }
})

test('killed while workspaces are made, every one that was answered opens, and at most one is a remainder', async () => {
  using place = temporaryFolder()
  const ports = quickPc().ports
  const life = await secondProcess(script, ['create', place.path, PASSPHRASE, OTHER])
  await pause(300)
  await life.killHard()
  const folders = readdirSync(place.path)
  let remainders = 0
  for (const name of folders) {
    const folder = join(place.path, name)
    if (!existsSync(filesOf(folder).keyring)) {
      remainders += 1
      continue
    }
    const session = WorkspaceSession.choose(folder, ports)
    try {
      await session.unlock(session.about.users[0]!.id, PASSPHRASE)
    } catch {
      remainders += 1
      continue
    }
    await session.lock()
    const key = await unlockWithPassphrase(readKeyrings(folder)[0], session.about.users[0]!.id, PASSPHRASE, quickDerive)
    const file = openDatabase(filesOf(folder).database, key)
    expect(file.pragma('user_version', { simple: true })).toBe(migrations.length)
    file.close()
  }
  expect(folders.length).toBeGreaterThan(0)
  expect(remainders).toBeLessThanOrEqual(1)
})
