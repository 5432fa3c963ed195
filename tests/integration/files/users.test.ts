// Several people in one workspace, each with a passphrase of their own, over real files.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newestBackup } from '../../../electron/store/backup'
import { openDatabase } from '../../../electron/store/database'
import { type NewKeyOrder, writeWithNewKey } from '../../../electron/store/newKey'
import { filesOf, readKeyrings } from '../../../electron/store/workspaceFolder'
import { WorkspaceSession } from '../../../electron/workspace/session'
import type { SessionPorts } from '../../../electron/workspace/sessionPorts'
import { notAllowed } from '../../../shared/core/errors'
import { nameOf } from '../../../shared/rooms'
import { workspace as calls } from '../../../shared/workspace/calls'
import * as failures from '../../../shared/workspace/shell'
import * as users from '../../../shared/workspace/users'
import { failing } from '../../fixtures/failing'
import { readErased } from '../../../electron/store/erased'
import { erasedUnreadable } from '../../../shared/workspace/backups'
import { writeErasedFile } from '../../fixtures/erasedFile'
import { temporaryFolder } from '../../fixtures/folder'
import { PASSPHRASE } from '../../fixtures/office'
import { keyOf, quickOffice, quickPc } from '../../fixtures/quickOffice'

const editor = { name: 'Jörg Naumann', functionName: 'Kurskoordination', role: 'editor' as const }
const FIRST = 'erste Wörter vom Amt'
const OWN = 'eigene Wörter im Kopf'
const view = 'directory/persons/neu'

/** An office with a second person, who has set the own passphrase; locked. */
async function officeOfTwo(parent: string, ports: SessionPorts = quickPc().ports) {
  const made = await quickOffice(parent, ports)
  await made.session.keys.changeUsers(PASSPHRASE, { kind: 'add', about: editor, first: { passphrase: FIRST, mustChange: true } })
  const second = made.session.about.users.find(({ name }) => name === editor.name)!.id
  await made.session.run(nameOf(calls.keepDraft), { view, values: { lastName: 'Haddad' } })
  await made.session.lock()
  await made.session.unlock(second, FIRST, OWN)
  await made.session.lock()
  return { ...made, second }
}

const isReadable = async (session: WorkspaceSession) =>
  calls.getOffice.output.parse((await session.run(nameOf(calls.getOffice), {})).value).countyName === 'Landkreis Erlenmark'

test('a second person opens with the passphrase from the coordination once, and only by setting an own one', async () => {
  using place = temporaryFolder()
  const { session, folder, userId, ports } = await quickOffice(place.path)
  await session.keys.changeUsers(PASSPHRASE, { kind: 'add', about: editor, first: { passphrase: FIRST, mustChange: true } })
  await session.lock()
  const second = session.about.users.find(({ name }) => name === editor.name)!
  expect(second).toMatchObject({ ...editor, mustChange: true })
  const before = readFileSync(filesOf(folder).keyring, 'utf8')
  await expect(session.unlock(second.id, FIRST)).rejects.toThrow(failing(users.mustChangeFirst))
  await expect(session.unlock(second.id, FIRST, FIRST)).rejects.toThrow(failing(users.samePassphrase))
  await expect(session.unlock(second.id, FIRST, 'zu kurz')).rejects.toThrow(failing(failures.weakPassphrase))
  await expect(session.unlock(second.id, 'falsche Wörter hier', OWN)).rejects.toThrow(failing(failures.wrongPassphrase))
  expect(readFileSync(filesOf(folder).keyring, 'utf8')).toBe(before)
  await session.unlock(second.id, FIRST, OWN)
  expect(session.actor).toMatchObject({ name: editor.name, functionName: editor.functionName, role: 'editor' })
  expect(session.about.users.find(({ id }) => id === second.id)?.mustChange).toBe(false)
  await session.lock()
  const again = WorkspaceSession.choose(folder, ports)
  await expect(again.unlock(second.id, FIRST)).rejects.toThrow(failing(failures.wrongPassphrase))
  await again.unlock(second.id, OWN)
  await again.lock()
  await again.unlock(userId, PASSPHRASE)
  await again.lock()
})

test('a passphrase that was chosen together opens at once; the backup waits for an own one', async () => {
  using place = temporaryFolder()
  const { session, folder, ports } = await quickOffice(place.path)
  await session.keys.changeUsers(PASSPHRASE, { kind: 'add', about: editor, first: { passphrase: FIRST, mustChange: false } })
  await session.keys.changeUsers(PASSPHRASE, {
    kind: 'add',
    about: { name: 'Aylin Demir', functionName: null, role: 'dpo' },
    first: { passphrase: FIRST, mustChange: true },
  })
  const [, second, third] = session.about.users
  await session.backUp('hand')
  const other = WorkspaceSession.choose(folder, ports)
  await expect(other.openBackup(third!.id, FIRST)).rejects.toThrow(failing(users.mustChangeFirst))
  await other.openBackup(second!.id, FIRST)
  await other.lock()
  await session.lock()
  await session.unlock(second!.id, FIRST)
  await session.lock()
})

test('only a coordinator who gives the own passphrase changes who has access; a refusal changes nothing', async () => {
  using place = temporaryFolder()
  const { session, folder, userId, second } = await officeOfTwo(place.path)
  const before = readFileSync(filesOf(folder).keyring, 'utf8')
  await session.unlock(second, OWN)
  for (const wish of [
    { kind: 'add', about: { ...editor, name: 'Neu' }, first: { passphrase: FIRST, mustChange: true } },
    { kind: 'change', userId: second, about: { ...editor, role: 'coordinator' } },
    { kind: 'reset', userId, first: { passphrase: FIRST, mustChange: true } },
    { kind: 'remove', userId },
  ] as const)
    await expect(session.keys.changeUsers(OWN, wish)).rejects.toThrow(failing(notAllowed, { right: 'coordinate' }))
  await session.lock()
  await session.unlock(userId, PASSPHRASE)
  await expect(session.keys.changeUsers('falsche Wörter hier', { kind: 'remove', userId: second })).rejects.toThrow(
    failing(failures.wrongPassphrase),
  )
  await expect(session.keys.changeUsers(PASSPHRASE, { kind: 'remove', userId })).rejects.toThrow(failing(users.ownRights))
  await expect(
    session.keys.changeUsers(PASSPHRASE, { kind: 'reset', userId: second, first: { passphrase: 'kurz', mustChange: true } }),
  ).rejects.toThrow(failing(failures.weakPassphrase))
  await expect(session.keys.changeUsers(PASSPHRASE, { kind: 'remove', userId: '0'.repeat(32) })).rejects.toThrow(failing(users.userGone))
  expect(readFileSync(filesOf(folder).keyring, 'utf8')).toBe(before)
  await session.lock()
})

test('another role, name and passphrase count from the next unlock; somebody who is removed opens nothing', async () => {
  using place = temporaryFolder()
  const { session, folder, userId, second, ports } = await officeOfTwo(place.path)
  await session.unlock(userId, PASSPHRASE)
  await session.keys.changeUsers(PASSPHRASE, { kind: 'change', userId: second, about: { ...editor, role: 'reader' } })
  await session.lock()
  await session.unlock(second, OWN)
  expect(session.actor.role).toBe('reader')
  await session.lock()
  await session.unlock(userId, PASSPHRASE)
  await session.keys.changeUsers(PASSPHRASE, { kind: 'reset', userId: second, first: { passphrase: FIRST, mustChange: true } })
  await session.lock()
  await expect(session.unlock(second, OWN)).rejects.toThrow(failing(failures.wrongPassphrase))
  await session.unlock(second, FIRST, OWN)
  await session.lock()
  await session.unlock(userId, PASSPHRASE)
  await session.keys.changeUsers(PASSPHRASE, { kind: 'remove', userId: second })
  await session.lock()
  await expect(WorkspaceSession.choose(folder, ports).unlock(second, OWN)).rejects.toThrow(failing(failures.wrongPassphrase))
})

test('with a new key an older keyring opens nothing any more, everybody else keeps passphrase and recovery key, and backups open too', async () => {
  using place = temporaryFolder()
  const { session, folder, userId, second, recoveryKey, ports } = await officeOfTwo(place.path)
  await session.unlock(userId, PASSPHRASE)
  await session.keys.changeUsers(PASSPHRASE, {
    kind: 'add',
    about: { name: 'Aylin Demir', functionName: null, role: 'dpo' },
    first: { passphrase: FIRST, mustChange: false },
  })
  const third = session.about.users[2]!.id
  await session.backUp('hand')
  const kept = join(place.path, 'kept.json')
  cpSync(filesOf(folder).keyring, kept)
  const oldKey = await keyOf(folder, userId)
  const reports: string[] = []
  session.onNewKey = (done, total) => reports.push(`${done}/${total}`)
  const removal = session.keys.changeUsers(PASSPHRASE, { kind: 'remove', userId: second }, { newKey: true })
  // Asked while the files are closed: it waits.
  const asked = isReadable(session)
  await removal
  expect(await asked).toBe(true)
  expect(await isReadable(session)).toBe(true)
  const copies = readdirSync(filesOf(folder).backups).filter((name) => name.endsWith('.db')).length
  expect(copies).toBeGreaterThan(0)
  expect(reports.at(-1)).toBe(`${copies + 1}/${copies + 1}`)
  const backup = newestBackup(folder, ports.now())!
  await session.lock()
  for (const file of [filesOf(folder).database, backup]) expect(() => openDatabase(file, oldKey, { readOnly: true })).toThrow()
  expect(readKeyrings(folder)[0].formerKey).toBeUndefined()
  await session.unlock(third, FIRST)
  await session.lock()
  await session.openBackup(userId, PASSPHRASE)
  expect(await isReadable(session)).toBe(true)
  await session.lock()
  await session.recover(userId, recoveryKey, 'wieder andere Wörter')
  await session.lock()
  // The removed person puts a keyring from before in place, and has the right passphrase for it.
  for (const file of [filesOf(folder).keyring, filesOf(folder).keyringCopy]) cpSync(kept, file)
  await expect(WorkspaceSession.choose(folder, ports).unlock(second, OWN)).rejects.toThrow(failing(failures.damagedFile))
})

test('a new key that was stopped after any file is finished by the next unlock, and until then everything opens', async () => {
  for (const stopAfter of [0, 1, 2, 3]) {
    using place = temporaryFolder()
    const { ports, clock } = quickPc()
    let left = stopAfter
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    const stopping = (order: NewKeyOrder) =>
      writeWithNewKey(order, () => {
        if (left-- === 0) throw full
      })
    const { session, folder, userId, second } = await officeOfTwo(place.path, {
      ...ports,
      writeWithNewKey: async (order) => stopping(order),
    })
    await session.unlock(userId, PASSPHRASE)
    for (let copies = 0; copies < 2; copies++) {
      clock.now += 86_400_000
      await session.backUp('hand')
    }
    await session.keys.changeUsers(PASSPHRASE, { kind: 'remove', userId: second }, { newKey: true })
    expect(await isReadable(session), `after ${stopAfter}`).toBe(true)
    await session.lock()
    expect(readKeyrings(folder)[0].formerKey !== undefined, `after ${stopAfter}`).toBe(true)
    left = stopAfter
    const stopped = WorkspaceSession.choose(folder, { ...ports, writeWithNewKey: async () => Promise.reject(full) })
    await stopped.unlock(userId, PASSPHRASE)
    expect(await isReadable(stopped)).toBe(true)
    await stopped.lock()
    await stopped.openBackup(userId, PASSPHRASE)
    expect(await isReadable(stopped)).toBe(true)
    await stopped.lock()
    const again = WorkspaceSession.choose(folder, ports)
    await again.unlock(userId, PASSPHRASE)
    expect(await isReadable(again)).toBe(true)
    await again.lock()
    expect(readKeyrings(folder)[0].formerKey).toBeUndefined()
    const key = await keyOf(folder, userId)
    const { backups, database } = filesOf(folder)
    const files = [
      database,
      ...readdirSync(backups)
        .filter((name) => name.endsWith('.db'))
        .map((name) => join(backups, name)),
    ]
    expect(files.length).toBeGreaterThan(2)
    for (const file of files) openDatabase(file, key, { readOnly: true }).close()
  }
})

test('a damaged backup does not keep the workspace from its new key', async () => {
  using place = temporaryFolder()
  const { session, folder, userId, second, ports } = await officeOfTwo(place.path)
  await session.unlock(userId, PASSPHRASE)
  const backup = await session.backUp('hand')
  const damaged = readFileSync(backup)
  damaged.fill(7, damaged.length - 4096)
  writeFileSync(backup, damaged)
  await session.keys.changeUsers(PASSPHRASE, { kind: 'remove', userId: second }, { newKey: true })
  await session.lock()
  expect(readKeyrings(folder)[0].formerKey).toBeUndefined()
  const again = WorkspaceSession.choose(folder, ports)
  await again.unlock(userId, PASSPHRASE)
  await again.lock()
})

test('the list of erased records is sealed with the new key too, so that a backup still erases them again', async () => {
  using place = temporaryFolder()
  const { session, folder, userId, second } = await officeOfTwo(place.path)
  const former = await keyOf(folder, userId)
  const ids = ['01JDTESTAAAAAAAAAAAAAAAAAA', '01JDTESTBBBBBBBBBBBBBBBBBB']
  writeErasedFile(filesOf(folder).erased, former, ids)
  await session.unlock(userId, PASSPHRASE)
  await session.keys.changeUsers(PASSPHRASE, { kind: 'remove', userId: second }, { newKey: true })
  await session.lock()
  expect(readErased(folder, await keyOf(folder, userId))).toEqual(ids)
  expect(() => readErased(folder, former)).toThrow(failing(erasedUnreadable))
})
