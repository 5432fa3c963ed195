// A folder that somebody meddled with, a disk that is full, a clock that is wrong: nothing is lost, and a sentence says what to do.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newestBackup } from '../../../electron/store/backup'
import type { openStore } from '../../../electron/store/client'
import { openDatabase } from '../../../electron/store/database'
import type { DeriveKey } from '../../../electron/store/keyDerivation'
import { type Keyring, unlockWithPassphrase } from '../../../electron/store/keyring'
import { hold, holderOf } from '../../../electron/store/lockFile'
import { migrations } from '../../../electron/store/migrate'
import { filesOf, readKeyrings } from '../../../electron/store/workspaceFolder'
import { WorkspaceSession } from '../../../electron/workspace/session'
import { directory } from '../../../shared/directory/calls'
import { nameOf } from '../../../shared/rooms'
import * as failures from '../../../shared/workspace/shell'
import { failing } from '../../fixtures/failing'
import { temporaryFolder } from '../../fixtures/folder'
import { newOffice as realOffice, PASSPHRASE, somePc as realPc } from '../../fixtures/office'
import { amira } from '../../fixtures/people'

const NEXT = 'neue Wörter auf Papier'
const DAY = 86_400_000
const notReachable = failing(failures.fileNotReachable, { folder: 'erlenmark.kwb' })
// What a passphrase costs is not the question here: a derivation of microseconds.
const derive: DeriveKey = async ({ passphrase, salt }) => createHash('sha256').update(salt).update(passphrase).digest()
const somePc = () => {
  const pc = realPc()
  return { ...pc, ports: { ...pc.ports, derive } }
}
const newOffice = (parent: string, ports = somePc().ports) => realOffice(parent, ports)
const createPerson = (session: WorkspaceSession) => session.run(nameOf(directory.createPerson), amira)
const keyOf = (folder: string, userId: string) => unlockWithPassphrase(readKeyrings(folder)[0], userId, PASSPHRASE, derive)
const failingWith = (code: string) => Object.assign(new Error(`the system says ${code}`), { code })

test('where the copy of the keyring cannot be written, nothing is changed: the old passphrase and the old recovery key still open', async () => {
  using place = temporaryFolder()
  const { session, folder, userId, recoveryKey } = await newOffice(place.path)
  // A folder of that name stands in the way, as a full disk would.
  mkdirSync(`${filesOf(folder).keyringCopy}.new`)
  await expect(session.changePassphrase(PASSPHRASE, NEXT)).rejects.toThrow()
  await expect(session.renewRecoveryKey(PASSPHRASE)).rejects.toThrow()
  rmSync(`${filesOf(folder).keyringCopy}.new`, { recursive: true })
  await session.lock()
  await session.unlock(userId, PASSPHRASE)
  await session.lock()
  await session.recover(userId, recoveryKey, NEXT)
  await session.lock()
})

test('what cannot be written for want of space or right is said in words, by calls, backups and the keyring', async () => {
  using place = temporaryFolder()
  const { ports } = somePc()
  const stubborn: typeof openStore = async (...open) => {
    const store = await ports.openStore(...open)
    return {
      ...store,
      run: async () => Promise.reject(failingWith('SQLITE_FULL')),
      backUp: async () => Promise.reject(failingWith('SQLITE_IOERR_WRITE')),
    }
  }
  const { session, folder } = await newOffice(place.path, { ...ports, openStore: stubborn })
  await expect(createPerson(session)).rejects.toThrow(notReachable)
  await expect(session.backUp()).rejects.toThrow(notReachable)
  rmSync(folder, { recursive: true })
  await expect(session.changePassphrase(PASSPHRASE, NEXT)).rejects.toThrow(failing(failures.keyringLost))
  await session.lock()
})

test('a page that is damaged while the workspace is open is said in words', async () => {
  using place = temporaryFolder()
  const { ports } = somePc()
  const torn: typeof openStore = async (...open) => ({
    ...(await ports.openStore(...open)),
    run: async () => Promise.reject(failingWith('SQLITE_CORRUPT')),
  })
  const { session } = await newOffice(place.path, { ...ports, openStore: torn })
  await expect(createPerson(session)).rejects.toThrow(failing(failures.damagedFile, { folder: 'erlenmark.kwb' }))
  await session.lock()
})

test('a folder that was moved away while it was open is not made anew: neither its keyring nor a backup goes elsewhere', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await newOffice(place.path)
  const moved = join(place.path, 'anderswo.kwb')
  renameSync(folder, moved)
  await expect(session.backUp()).rejects.toThrow(notReachable)
  await expect(session.changePassphrase(PASSPHRASE, NEXT)).rejects.toThrow(failing(failures.keyringLost))
  expect(existsSync(folder)).toBe(false)
  await session.lock()
  const again = WorkspaceSession.choose(moved, somePc().ports)
  await again.unlock(userId, PASSPHRASE)
  await again.lock()
})

test('an emptied database is damaged, not a new workspace', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await newOffice(place.path)
  await createPerson(session)
  await session.lock()
  truncateSync(filesOf(folder).database)
  await expect(session.unlock(userId, PASSPHRASE)).rejects.toThrow(failing(failures.damagedFile))
  expect(readFileSync(filesOf(folder).database)).toHaveLength(0)
})

test('a new workspace stands in its file from the start: without its -wal it is empty, not gone', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await newOffice(place.path)
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
  const { session, folder, userId } = await newOffice(place.path)
  await session.lock()
  const { keyring } = filesOf(folder)
  const good = readFileSync(keyring, 'utf8')
  const harms = [() => mkdirSync(keyring), () => writeFileSync(keyring, ' '.repeat(3_000_000) + good)]
  for (const harm of harms) {
    rmSync(keyring, { recursive: true })
    harm()
    expect(readKeyrings(folder)).toHaveLength(1)
    const again = WorkspaceSession.choose(folder, somePc().ports)
    rmSync(keyring, { recursive: true })
    await again.unlock(userId, PASSPHRASE)
    await again.lock()
    expect(readFileSync(keyring, 'utf8')).toBe(good)
  }
})

test('somebody who has only a backup open changes no passphrase of the workspace that another one works in', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await newOffice(place.path)
  await session.backUp()
  const other = WorkspaceSession.choose(folder, somePc().ports)
  await other.openBackup(userId, PASSPHRASE)
  const before = readFileSync(filesOf(folder).keyring, 'utf8')
  await expect(other.changePassphrase(PASSPHRASE, NEXT)).rejects.toThrow(failing(failures.readOnlyBackup))
  await expect(other.renewRecoveryKey(PASSPHRASE)).rejects.toThrow(failing(failures.readOnlyBackup))
  expect(readFileSync(filesOf(folder).keyring, 'utf8')).toBe(before)
  await other.lock()
  await session.lock()
})

test('asking a hundred times at once guesses no faster: every wrong passphrase counts, whoever asks how', async () => {
  using place = temporaryFolder()
  let derivations = 0
  const { ports } = somePc()
  const { session } = await newOffice(place.path, {
    ...ports,
    derive: (derivation) => {
      derivations += 1
      return derive(derivation)
    },
  })
  derivations = 0
  const guesses = Array.from({ length: 50 }, (_, at) =>
    at % 2 === 0 ? session.changePassphrase(`geraten ${at} und geraten`, NEXT) : session.renewRecoveryKey(`geraten ${at} und geraten`),
  )
  const answers = await Promise.allSettled(guesses)
  expect(answers.every(({ status }) => status === 'rejected')).toBe(true)
  // The first is free, the second begins the wait.
  expect(derivations).toBe(2)
  await session.lock()
})

test('a key is wiped from memory once the store has it, and the lock closes the file', async () => {
  using place = temporaryFolder()
  const { ports } = somePc()
  const keys: Uint8Array[] = []
  const { session, userId } = await newOffice(place.path, {
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
  const { session, folder, userId } = await newOffice(place.path)
  await session.lock()
  const { keyring } = filesOf(folder)
  const good = readFileSync(keyring, 'utf8')
  const { seal, checksum: _, ...body } = JSON.parse(good.replace('"coordinator"', '"reader"')) as Keyring
  const checksum = createHash('sha256')
    .update(`${JSON.stringify(body)} ${seal}`)
    .digest('hex')
  writeFileSync(keyring, JSON.stringify({ ...body, seal, checksum }))
  expect(readKeyrings(folder)).toHaveLength(2)
  const again = WorkspaceSession.choose(folder, somePc().ports)
  await again.unlock(userId, PASSPHRASE)
  expect(again.actor.role).toBe('coordinator')
  await again.lock()
  expect(readFileSync(keyring, 'utf8')).toBe(good)
})

test('who saw which records stands in the file once it is closed', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await newOffice(place.path)
  session.noteAccess('directory.getPerson', ['0'.repeat(26)])
  await session.lock()
  const file = openDatabase(filesOf(folder).database, await keyOf(folder, userId))
  expect(file.prepare('SELECT user, call, records FROM access').all()).toEqual([
    { user: userId, call: 'directory.getPerson', records: JSON.stringify(['0'.repeat(26)]) },
  ])
  file.close()
})

test('the file is opened as the architecture says: nothing temporary on the disk, every commit flushed, deleted pages wiped', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await newOffice(place.path)
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

test('a wrong clock costs no backup: set back, the one just made stays; set forward once, the newest is still the newest', async () => {
  using place = temporaryFolder()
  const { ports, clock } = somePc()
  const { session, folder } = await newOffice(place.path, ports)
  const { now } = clock
  for (let day = 0; day < 40; day++) {
    clock.now = now + day * DAY
    await session.backUp()
  }
  const today = clock.now
  clock.now = now - 3650 * DAY
  const early = await session.backUp()
  expect(existsSync(early)).toBe(true)
  expect(newestBackup(folder, clock.now)).toBe(early)
  clock.now = now + 3650 * DAY
  const late = await session.backUp()
  clock.now = today + DAY
  const last = await session.backUp()
  expect(newestBackup(folder, clock.now)).toBe(last)
  expect(existsSync(late)).toBe(true)
  expect(readdirSync(filesOf(folder).backups).filter((name) => name.endsWith('.db')).length).toBeLessThanOrEqual(7 + 4 + 2)
  await session.lock()
})

test('a file that is older than this PC has seen it gets a new writer, also after a kill, and when it was never changed there', async () => {
  using place = temporaryFolder()
  const { ports } = somePc()
  const { session, folder, userId } = await newOffice(place.path, ports)
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
  const { ports: other } = somePc()
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
  const { ports } = somePc()
  const { session, folder, userId } = await newOffice(place.path, ports)
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
  const { session, folder, userId } = await newOffice(place.path)
  const backup = await session.backUp()
  await session.lock()
  const file = openDatabase(backup, await keyOf(folder, userId))
  file.pragma('user_version = 99')
  file.close()
  await expect(session.openBackup(userId, PASSPHRASE)).rejects.toThrow(failing(failures.newerVersion, { version: '0.1.0' }))
  expect(session.isOpen).toBe(false)
})
