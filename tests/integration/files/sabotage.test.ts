// A folder that somebody meddled with, a disk that is full: nothing is lost, and a sentence says what to do.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { openStore } from '../../../electron/store/client'
import { openDatabase } from '../../../electron/store/database'
import type { Keyring } from '../../../electron/store/keyring'
import { hold, holderOf } from '../../../electron/store/lockFile'
import { migrations } from '../../../electron/store/migrate'
import { filesOf, readKeyrings } from '../../../electron/store/workspaceFolder'
import { WorkspaceSession } from '../../../electron/workspace/session'
import * as failures from '../../../shared/workspace/shell'
import { failing } from '../../fixtures/failing'
import { temporaryFolder } from '../../fixtures/folder'
import { PASSPHRASE } from '../../fixtures/office'
import { createPerson, keyOf, quickDerive, quickOffice, quickPc } from '../../fixtures/quickOffice'

const NEXT = 'neue Wörter auf Papier'
const notReachable = failing(failures.fileNotReachable, { folder: 'erlenmark.kwb' })
const failingWith = (code: string) => Object.assign(new Error(`the system says ${code}`), { code })

/** A keyring's text changed by somebody who knows its form and mends its checksum, but lacks the key. */
function forged(text: string, change: (text: string) => string): string {
  const { seal, ...rest } = JSON.parse(change(text)) as Keyring
  const body = Object.fromEntries(Object.entries(rest).filter(([name]) => name !== 'checksum'))
  const checksum = createHash('sha256')
    .update(`${JSON.stringify(body)} ${seal}`)
    .digest('hex')
  return JSON.stringify({ ...body, seal, checksum })
}

test('where the copy of the keyring cannot be written, nothing is changed: the old passphrase and the old recovery key still open', async () => {
  using place = temporaryFolder()
  const { session, folder, userId, recoveryKey } = await quickOffice(place.path)
  // A folder of that name stands in the way, as a full disk would.
  mkdirSync(`${filesOf(folder).keyringCopy}.new`)
  await expect(session.keys.changePassphrase(PASSPHRASE, NEXT)).rejects.toThrow()
  await expect(session.keys.renewRecoveryKey(PASSPHRASE)).rejects.toThrow()
  rmSync(`${filesOf(folder).keyringCopy}.new`, { recursive: true })
  await session.lock()
  await session.unlock(userId, PASSPHRASE)
  await session.lock()
  await session.recover(userId, recoveryKey, NEXT)
  await session.lock()
})

test('what cannot be written for want of space or right is said in words, by calls, backups and the keyring', async () => {
  using place = temporaryFolder()
  const { ports } = quickPc()
  const stubborn: typeof openStore = async (...open) => {
    const store = await ports.openStore(...open)
    return {
      ...store,
      run: async () => Promise.reject(failingWith('SQLITE_FULL')),
      backUp: async () => Promise.reject(failingWith('SQLITE_IOERR_WRITE')),
    }
  }
  const { session, folder } = await quickOffice(place.path, { ...ports, openStore: stubborn })
  await expect(createPerson(session)).rejects.toThrow(notReachable)
  await expect(session.backUp('hand')).rejects.toThrow(notReachable)
  rmSync(folder, { recursive: true })
  await expect(session.keys.changePassphrase(PASSPHRASE, NEXT)).rejects.toThrow(failing(failures.keyringLost))
  await session.lock()
})

test('a page that is damaged while the workspace is open is said in words', async () => {
  using place = temporaryFolder()
  const { ports } = quickPc()
  const torn: typeof openStore = async (...open) => ({
    ...(await ports.openStore(...open)),
    run: async () => Promise.reject(failingWith('SQLITE_CORRUPT')),
  })
  const { session } = await quickOffice(place.path, { ...ports, openStore: torn })
  await expect(createPerson(session)).rejects.toThrow(failing(failures.damagedFile, { folder: 'erlenmark.kwb' }))
  await session.lock()
})

test('a folder that was moved away while it was open is not made anew: neither its keyring nor a backup goes elsewhere', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await quickOffice(place.path)
  const moved = join(place.path, 'anderswo.kwb')
  renameSync(folder, moved)
  await expect(session.backUp('hand')).rejects.toThrow(notReachable)
  await expect(session.keys.changePassphrase(PASSPHRASE, NEXT)).rejects.toThrow(failing(failures.keyringLost))
  expect(existsSync(folder)).toBe(false)
  await session.lock()
  const again = WorkspaceSession.choose(moved, quickPc().ports)
  await again.unlock(userId, PASSPHRASE)
  await again.lock()
})

test('an emptied database is damaged, not a new workspace', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await quickOffice(place.path)
  await createPerson(session)
  await session.lock()
  truncateSync(filesOf(folder).database)
  await expect(session.unlock(userId, PASSPHRASE)).rejects.toThrow(failing(failures.damagedFile))
  expect(readFileSync(filesOf(folder).database)).toHaveLength(0)
})

test('a new workspace stands in its file from the start: without its -wal it is empty, not gone', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await quickOffice(place.path)
  const alone = join(place.path, 'allein.db')
  copyFileSync(filesOf(folder).database, alone)
  const key = await keyOf(folder, userId)
  await session.lock()
  const copy = openDatabase(alone, key, { readOnly: true })
  expect(copy.pragma('user_version', { simple: true })).toBe(migrations.length)
  copy.close()
})

test('a lock file that is no database, empty or a leftover of another program stops nobody', () => {
  using place = temporaryFolder()
  for (const content of ['', 'Sperre von gestern', 'x'.repeat(20_000)]) {
    writeFileSync(filesOf(place.path).lock, content)
    expect(holderOf(place.path)).toBe(null)
    writeFileSync(filesOf(place.path).lock, content)
    const held = hold(place.path)
    expect(() => hold(place.path)).toThrow(failing(failures.workspaceInUse))
    held.release()
    expect(holderOf(place.path)).toBe(null)
  }
})

test('the workspace is free again even where lock.json cannot be taken away', () => {
  using place = temporaryFolder()
  const held = hold(place.path)
  const { holder } = filesOf(place.path)
  rmSync(holder)
  mkdirSync(join(holder, 'im Weg'), { recursive: true })
  held.release()
  rmSync(holder, { recursive: true })
  hold(place.path).release()
})

test('a keyring that is a folder, endless or not to be read counts as broken, and its copy helps', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await quickOffice(place.path)
  await session.lock()
  const { keyring } = filesOf(folder)
  const good = readFileSync(keyring, 'utf8')
  const harms = [() => mkdirSync(keyring), () => writeFileSync(keyring, ' '.repeat(3_000_000) + good)]
  for (const harm of harms) {
    rmSync(keyring, { recursive: true })
    harm()
    expect(readKeyrings(folder)).toHaveLength(1)
    const again = WorkspaceSession.choose(folder, quickPc().ports)
    rmSync(keyring, { recursive: true })
    await again.unlock(userId, PASSPHRASE)
    await again.lock()
    expect(readFileSync(keyring, 'utf8')).toBe(good)
  }
})

test('somebody who has only a backup open changes no passphrase of the workspace that another one works in', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await quickOffice(place.path)
  await session.backUp('hand')
  const other = WorkspaceSession.choose(folder, quickPc().ports)
  await other.openBackup(userId, PASSPHRASE)
  const before = readFileSync(filesOf(folder).keyring, 'utf8')
  await expect(other.keys.changePassphrase(PASSPHRASE, NEXT)).rejects.toThrow(failing(failures.readOnlyBackup))
  await expect(other.keys.renewRecoveryKey(PASSPHRASE)).rejects.toThrow(failing(failures.readOnlyBackup))
  expect(readFileSync(filesOf(folder).keyring, 'utf8')).toBe(before)
  await other.lock()
  await session.lock()
})

test('asking a hundred times at once guesses no faster: every wrong passphrase counts, whoever asks how', async () => {
  using place = temporaryFolder()
  let derivations = 0
  const { ports } = quickPc()
  const { session } = await quickOffice(place.path, {
    ...ports,
    derive: (derivation) => {
      derivations += 1
      return quickDerive(derivation)
    },
  })
  derivations = 0
  const guesses = Array.from({ length: 50 }, (_, at) =>
    at % 2 === 0
      ? session.keys.changePassphrase(`geraten ${at} und geraten`, NEXT)
      : session.keys.renewRecoveryKey(`geraten ${at} und geraten`),
  )
  const answers = await Promise.allSettled(guesses)
  expect(answers.every(({ status }) => status === 'rejected')).toBe(true)
  // The first is free, the second begins the wait.
  expect(derivations).toBe(2)
  await session.lock()
})

test('a key is wiped from memory once the store has it, and the lock closes the file', async () => {
  using place = temporaryFolder()
  const { ports } = quickPc()
  const keys: Uint8Array[] = []
  const { session, userId } = await quickOffice(place.path, {
    ...ports,
    openStore: (address, onChanged) => {
      keys.push(address.key)
      return ports.openStore(address, onChanged)
    },
  })
  await session.lock()
  await session.unlock(userId, PASSPHRASE)
  expect(keys.length).toBe(2)
  for (const key of keys) expect(key.every((byte) => byte === 0)).toBe(true)
  // SQLite takes the -wal away with the last connection: a locked workspace has none open.
  const wal = `${filesOf(session.folder).database}-wal`
  expect(existsSync(wal)).toBe(true)
  await session.lock()
  expect(existsSync(wal)).toBe(false)
})

test('a keyring that somebody changed who knows its form but not the key is passed over for its copy', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await quickOffice(place.path)
  await session.lock()
  const { keyring } = filesOf(folder)
  const good = readFileSync(keyring, 'utf8')
  writeFileSync(
    keyring,
    forged(good, (text) => text.replace('"coordinator"', '"reader"')),
  )
  expect(readKeyrings(folder)).toHaveLength(2)
  const again = WorkspaceSession.choose(folder, quickPc().ports)
  await again.unlock(userId, PASSPHRASE)
  expect(again.actor.role).toBe('coordinator')
  await again.lock()
  expect(readFileSync(keyring, 'utf8')).toBe(good)
})

test('who saw which records stands in the file once it is closed', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await quickOffice(place.path)
  session.noteAccess('directory.getPerson', ['0'.repeat(26)])
  await session.lock()
  const file = openDatabase(filesOf(folder).database, await keyOf(folder, userId))
  expect(file.prepare('SELECT user, call, records FROM access').all()).toEqual([
    { user: userId, call: 'shell.unlock', records: JSON.stringify([userId]) },
    { user: userId, call: 'directory.getPerson', records: JSON.stringify(['0'.repeat(26)]) },
  ])
  file.close()
})

test('the file is opened as the architecture says: nothing temporary on the disk, every commit flushed, deleted pages wiped', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await quickOffice(place.path)
  await session.lock()
  for (const share of [false, true]) {
    const file = openDatabase(filesOf(folder).database, await keyOf(folder, userId), { share })
    const settings = ['temp_store', 'journal_mode', 'synchronous', 'secure_delete', 'locking_mode', 'cipher', 'legacy']
    expect(settings.map((name) => String(file.pragma(name, { simple: true })))).toEqual([
      '2',
      'wal',
      '2',
      '1',
      share ? 'exclusive' : 'normal',
      'sqlcipher',
      '4',
    ])
    expect(file.prepare(`SELECT v FROM found_config WHERE k = 'secure-delete'`).pluck().get()).toBe(1)
    file.close()
  }
})
