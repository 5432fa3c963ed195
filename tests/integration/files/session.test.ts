import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOf } from '../../../electron/store/workspaceFolder'
import { WorkspaceSession } from '../../../electron/workspace/session'
import { nameOf } from '../../../shared/rooms'
import { workspace as calls } from '../../../shared/workspace/calls'
import * as failures from '../../../shared/workspace/shell'
import { temporaryFolder } from '../../fixtures/folder'
import { failing } from '../../fixtures/failing'
import { newOffice, office, PASSPHRASE, somePc } from '../../fixtures/office'

const view = 'directory/persons/neu'
const keep = (session: WorkspaceSession, values: Record<string, string>) => session.run(nameOf(calls.keepDraft), { view, values })
const kept = async (session: WorkspaceSession) =>
  calls.getDraft.output.parse((await session.run(nameOf(calls.getDraft), { view })).value)?.values

test('a workspace opens again with its passphrase, and what was written is there', async () => {
  using place = temporaryFolder()
  const { session, userId } = await newOffice(place.path)
  expect(session.actor).toMatchObject({ name: 'Kerstin Vogt', role: 'coordinator', isReadOnly: false })
  await keep(session, { lastName: 'Haddad' })
  await session.lock()
  expect(session.isOpen).toBe(false)
  await expect(session.run(nameOf(calls.getOffice), {})).rejects.toThrow(failing(failures.workspaceLocked))
  await session.unlock(userId, PASSPHRASE)
  expect(await kept(session)).toEqual({ lastName: 'Haddad' })
  await session.lock()
})

test('copied to another PC it opens with the passphrase alone, and with the recovery key alone', async () => {
  using place = temporaryFolder()
  const { session, folder, userId, recoveryKey } = await newOffice(place.path)
  await keep(session, { lastName: 'Haddad' })
  await session.lock()
  const copies = ['stick', 'neuer PC'].map((name) => join(place.path, `${name}.kwb`))
  for (const copy of copies) cpSync(folder, copy, { recursive: true })
  rmSync(folder, { recursive: true })

  const byPassphrase = WorkspaceSession.choose(copies[0]!, somePc().ports)
  await byPassphrase.unlock(userId, PASSPHRASE)
  expect(await kept(byPassphrase)).toEqual({ lastName: 'Haddad' })
  await byPassphrase.lock()

  const byKey = WorkspaceSession.choose(copies[1]!, somePc().ports)
  await byKey.recover(userId, recoveryKey.toLowerCase().replaceAll('-', ' '), 'neue Wörter auf Papier')
  expect(await kept(byKey)).toEqual({ lastName: 'Haddad' })
  await byKey.lock()
  await expect(byKey.unlock(userId, PASSPHRASE)).rejects.toThrow(failing(failures.wrongPassphrase))
  await byKey.unlock(userId, 'neue Wörter auf Papier')
  await byKey.lock()
})

test('a wrong passphrase changes nothing in the folder, and each one makes the next try wait longer, also after a restart', async () => {
  using place = temporaryFolder()
  const { ports, clock } = somePc()
  const { session, folder, userId } = await newOffice(place.path, ports)
  await session.lock()
  const before = ['workspace.db', 'keyring.json'].map((name) => readFileSync(join(folder, name), 'hex'))
  const tryWrong = () => WorkspaceSession.choose(folder, ports).unlock(userId, 'falsche Wörter hier')
  const waits: unknown[] = []
  for (let round = 0; round < 4; round++) {
    waits.push(await tryWrong().catch((error: { params: { seconds: number } }) => error.params.seconds))
    clock.now += 5_000
  }
  expect(waits).toEqual([0, 1, 2, 4])
  await expect(tryWrong()).rejects.toThrow(failing(failures.wrongPassphrase, { user: 'Kerstin Vogt', seconds: 8 }))
  await expect(WorkspaceSession.choose(folder, ports).unlock(userId, PASSPHRASE)).rejects.toThrow(
    failing(failures.waitFirst, { seconds: 8 }),
  )
  expect(['workspace.db', 'keyring.json'].map((name) => readFileSync(join(folder, name), 'hex'))).toEqual(before)
  clock.now += 8_000
  await session.unlock(userId, PASSPHRASE)
  await session.lock()
  await expect(tryWrong()).rejects.toThrow(failing(failures.wrongPassphrase, { user: 'Kerstin Vogt', seconds: 0 }))
})

test('a lost, broken or forged keyring is taken from its copy and mended by the unlock; without a copy a sentence says what to do', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await newOffice(place.path)
  await session.lock()
  const { keyring, keyringCopy } = filesOf(folder)
  const good = readFileSync(keyring, 'utf8')
  const harms = [
    () => rmSync(keyring),
    () => truncateSync(keyring, 100),
    () => writeFileSync(keyring, good.replace('"coordinator"', '"reader"')),
    () => rmSync(keyringCopy),
  ]
  for (const harm of harms) {
    harm()
    const again = WorkspaceSession.choose(folder, somePc().ports)
    await again.unlock(userId, PASSPHRASE)
    expect(again.actor.role).toBe('coordinator')
    await again.lock()
    expect(readFileSync(keyring, 'utf8')).toBe(good)
    expect(readFileSync(keyringCopy, 'utf8')).toBe(good)
  }
  rmSync(keyring)
  rmSync(keyringCopy)
  expect(() => WorkspaceSession.choose(folder, somePc().ports)).toThrow(failing(failures.keyringLost, { folder: 'erlenmark.kwb' }))
})

test('a new passphrase and a new recovery key count for the folder and for its backups; the old ones open nothing', async () => {
  using place = temporaryFolder()
  const { session, folder, userId, recoveryKey } = await newOffice(place.path)
  await expect(session.keys.changePassphrase('falsche Wörter hier', 'neue Wörter auf Papier')).rejects.toThrow(
    failing(failures.wrongPassphrase),
  )
  await expect(session.keys.changePassphrase(PASSPHRASE, 'zu kurz')).rejects.toThrow(failing(failures.weakPassphrase, { signs: 12 }))
  await session.keys.changePassphrase(PASSPHRASE, 'neue Wörter auf Papier')
  const renewed = await session.keys.renewRecoveryKey('neue Wörter auf Papier')
  await session.lock()
  for (const lost of [null, filesOf(folder).keyring]) {
    if (lost !== null) rmSync(lost)
    const again = WorkspaceSession.choose(folder, somePc().ports)
    await expect(again.unlock(userId, PASSPHRASE)).rejects.toThrow(failing(failures.wrongPassphrase))
    await expect(again.recover(userId, recoveryKey, 'wieder andere Wörter')).rejects.toThrow(
      failing(failures.wrongRecoveryKey, { group: 0 }),
    )
  }
  const again = WorkspaceSession.choose(folder, somePc().ports)
  await again.recover(userId, renewed, 'wieder andere Wörter')
  await again.lock()
})

test('the newest backup opens to read while somebody else has the workspace', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await newOffice(place.path)
  await expect(WorkspaceSession.choose(folder, somePc().ports).openBackup(userId, PASSPHRASE)).rejects.toThrow(
    failing(failures.noWorkspace),
  )
  await keep(session, { lastName: 'Haddad' })
  await session.backUp('hand')
  await keep(session, { lastName: 'Öztürk' })
  const other = WorkspaceSession.choose(folder, somePc().ports)
  await expect(other.unlock(userId, PASSPHRASE)).rejects.toThrow(failing(failures.workspaceInUse))
  await other.openBackup(userId, PASSPHRASE)
  expect(other.isReadOnly).toBe(true)
  expect(await kept(other)).toEqual({ lastName: 'Haddad' })
  await expect(keep(other, { lastName: 'Nobody' })).rejects.toThrow()
  await other.lock()
  expect(await kept(session)).toEqual({ lastName: 'Öztürk' })
  await session.lock()
})

test('a database that is damaged, of another workspace or gone gets a sentence and is left as it is', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await newOffice(place.path)
  await session.lock()
  const { database } = filesOf(folder)
  const whole = readFileSync(database)
  const open = () => WorkspaceSession.choose(folder, somePc().ports).unlock(userId, PASSPHRASE)
  const damaged = Buffer.from(whole)
  damaged[200] = damaged[200]! ^ 1
  for (const content of [damaged, Buffer.alloc(8192, 7)]) {
    writeFileSync(database, content)
    await expect(open()).rejects.toThrow(failing(failures.damagedFile, { folder: 'erlenmark.kwb' }))
    expect(readFileSync(database).equals(content)).toBe(true)
  }
  rmSync(database)
  await expect(open()).rejects.toThrow(failing(failures.damagedFile))
  expect(existsSync(database)).toBe(false)
  writeFileSync(database, whole)
  await expect(open()).resolves.toBeUndefined()
})

test('folders that are none, taken or impossible get a sentence, and nothing is left behind', async () => {
  using place = temporaryFolder()
  const { ports } = somePc()
  expect(() => WorkspaceSession.choose(place.path, ports)).toThrow(failing(failures.noWorkspace))
  const create = (folderName: string, passphrase = PASSPHRASE) =>
    WorkspaceSession.create({ parent: place.path, folderName }, office, { name: 'Kerstin Vogt', passphrase }, ports)
  for (const name of ['../anderswo', 'a/b', 'CON', 'a:b', 'Ende.', ' ', '.kwb'])
    await expect(create(name)).rejects.toThrow(failing(failures.badFolderName))
  await expect(create('erlenmark', 'zu kurz')).rejects.toThrow(failing(failures.weakPassphrase))
  const { session } = await create('erlenmark.kwb')
  await expect(create('erlenmark')).rejects.toThrow(failing(failures.folderTaken, { folder: 'erlenmark.kwb' }))
  await session.lock()
  await expect(
    WorkspaceSession.create(
      { parent: join(place.path, 'weg'), folderName: 'x' },
      office,
      { name: 'Kerstin Vogt', passphrase: PASSPHRASE },
      ports,
    ),
  ).rejects.toThrow(failing(failures.fileNotReachable))
})

test('the folder may be renamed and moved between two starts', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await newOffice(place.path)
  await keep(session, { lastName: 'Haddad' })
  await session.lock()
  const moved = join(place.path, 'Umlaute äöü und Leerzeichen.kwb')
  renameSync(folder, moved)
  const again = WorkspaceSession.choose(moved, somePc().ports)
  await again.unlock(userId, PASSPHRASE)
  expect(await kept(again)).toEqual({ lastName: 'Haddad' })
  await again.lock()
})

test('the first unlock of a day keeps a copy of the state before it', async () => {
  using place = temporaryFolder()
  const { ports, clock } = somePc()
  const { session, folder, userId } = await newOffice(place.path, ports)
  const backups = () => readdirSync(filesOf(folder).backups).filter((name) => name.endsWith('.db'))
  const again = async () => {
    await session.lock()
    await session.unlock(userId, PASSPHRASE)
  }
  expect(backups()).toEqual([])
  await keep(session, { lastName: 'Haddad' })
  await again()
  expect(backups()).toEqual(['2026-11-24T09-00-00-000Z.db'])
  await again()
  expect(backups().length).toBe(1)
  clock.now += 86_400_000
  await again()
  expect(backups().sort()).toEqual(['2026-11-24T09-00-00-000Z.db', '2026-11-25T09-00-00-000Z.db'])
  await session.lock()
})
