// Files that are older, copied or newer than they should be, and clocks that are wrong.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newestBackup } from '../../../electron/store/backup'
import { openDatabase } from '../../../electron/store/database'
import { filesOf } from '../../../electron/store/workspaceFolder'
import { WorkspaceSession } from '../../../electron/workspace/session'
import * as failures from '../../../shared/workspace/shell'
import { failing } from '../../fixtures/failing'
import { temporaryFolder } from '../../fixtures/folder'
import { PASSPHRASE } from '../../fixtures/office'
import { createPerson, keyOf, quickOffice, quickPc } from '../../fixtures/quickOffice'

const DAY = 86_400_000

test('a wrong clock costs no backup: set back, the one just made stays; set forward once, the newest is still the newest', async () => {
  using place = temporaryFolder()
  const { ports, clock } = quickPc()
  const { session, folder } = await quickOffice(place.path, ports)
  const { now } = clock
  for (let day = 0; day < 40; day++) {
    clock.now = now + day * DAY
    await session.backUp('hand')
  }
  const today = clock.now
  clock.now = now - 3650 * DAY
  const early = await session.backUp('hand')
  expect(existsSync(early)).toBe(true)
  expect(newestBackup(folder, clock.now)).toBe(early)
  clock.now = now + 3650 * DAY
  const late = await session.backUp('hand')
  clock.now = today + DAY
  const last = await session.backUp('hand')
  expect(newestBackup(folder, clock.now)).toBe(last)
  expect(existsSync(late)).toBe(true)
  expect(readdirSync(filesOf(folder).backups).filter((name) => name.endsWith('.db')).length).toBeLessThanOrEqual(7 + 4 + 2)
  await session.lock()
})

test('a file that is older than this PC has seen it gets a new writer, also after a kill, and when it was never changed there', async () => {
  using place = temporaryFolder()
  const { ports } = quickPc()
  const { session, folder, userId } = await quickOffice(place.path, ports)
  const { database } = filesOf(folder)
  const writersIn = async () => {
    const file = openDatabase(database, await keyOf(folder, userId))
    const count = Number(file.prepare('SELECT count(*) FROM writer').pluck().get())
    file.close()
    return count
  }
  await createPerson(session)
  await session.lock()
  const old = readFileSync(database)
  await session.unlock(userId, PASSPHRASE)
  await createPerson(session)
  await session.lock()
  const newer = readFileSync(database)
  expect(await writersIn()).toBe(1)
  // Another PC that has only looked at the newer state; the file is put back in place, with the same file id.
  const { ports: other } = quickPc()
  const look = async () => {
    const looking = WorkspaceSession.choose(folder, other)
    await looking.unlock(userId, PASSPHRASE)
    await looking.lock()
  }
  await look()
  writeFileSync(database, old)
  await look()
  expect(await writersIn()).toBe(2)
  // Once it counts on from there, the same file goes on with its writer.
  await look()
  expect(await writersIn()).toBe(2)
  writeFileSync(database, newer)
  await look()
  writeFileSync(database, old)
  await look()
  expect(await writersIn()).toBe(2)
})

test('a copy of the folder is another file: it begins its own writer, and the first one keeps its', async () => {
  using place = temporaryFolder()
  const { ports } = quickPc()
  const { session, folder, userId } = await quickOffice(place.path, ports)
  await createPerson(session)
  await session.lock()
  const copy = join(place.path, 'kopie.kwb')
  mkdirSync(join(copy, 'backups'), { recursive: true })
  for (const name of ['workspace.db', 'keyring.json']) copyFileSync(join(folder, name), join(copy, name))
  const writers: unknown[] = []
  for (const one of [folder, copy]) {
    const opened = WorkspaceSession.choose(one, ports)
    await opened.unlock(userId, PASSPHRASE)
    await createPerson(opened)
    await opened.lock()
    const file = openDatabase(filesOf(one).database, await keyOf(one, userId))
    writers.push(file.prepare('SELECT DISTINCT writer FROM change ORDER BY writer').pluck().all())
    file.close()
  }
  expect(writers).toEqual([[1], [1, 2]])
})

test('a backup that a newer version made is refused like a workspace', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await quickOffice(place.path)
  const backup = await session.backUp('hand')
  await session.lock()
  const file = openDatabase(backup, await keyOf(folder, userId))
  file.pragma('user_version = 99')
  file.close()
  await expect(session.openBackup(userId, PASSPHRASE)).rejects.toThrow(failing(failures.newerVersion, { version: '0.1.0' }))
  expect(session.isOpen).toBe(false)
})
