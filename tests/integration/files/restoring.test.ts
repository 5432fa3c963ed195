// Backups are tried, put back in place or made a second workspace; whatever is wrong with one leaves the workspace as it was.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/store/database'
import { migrations } from '../../../electron/store/migrate'
import { filesOf } from '../../../electron/store/workspaceFolder'
import { WorkspaceSession } from '../../../electron/workspace/session'
import { courses } from '../../../shared/courses/calls'
import type { NewRecordOf } from '../../../shared/core/entity'
import type { person } from '../../../shared/directory/person'
import { directory } from '../../../shared/directory/calls'
import { nameOf } from '../../../shared/rooms'
import * as backups from '../../../shared/workspace/backups'
import { workspace as calls } from '../../../shared/workspace/calls'
import * as failures from '../../../shared/workspace/shell'
import { wholeList } from '../../fixtures/listWindow'
import { writeErasedFile } from '../../fixtures/erasedFile'
import { failing } from '../../fixtures/failing'
import { temporaryFolder } from '../../fixtures/folder'
import { brokenPlaces } from '../../fixtures/logChecker'
import { PASSPHRASE } from '../../fixtures/office'
import { makeOlder } from '../../fixtures/olderFile'
import { decryptDatabase } from '../../fixtures/pageReader'
import { amira, oemer, olena } from '../../fixtures/people'
import { keyOf, quickOffice, quickPc } from '../../fixtures/quickOffice'

const create = async (session: WorkspaceSession, who: NewRecordOf<typeof person>) =>
  String((await session.run(nameOf(directory.createPerson), who)).value)
const names = async (session: WorkspaceSession) => {
  const { value } = await session.run(nameOf(directory.listPersons), { ...wholeList, limit: 50 })
  return directory.listPersons.output.parse(value).rows.map(({ lastName }) => lastName)
}

/** An office with a backup that has Amira alone; Ömer came after it. */
async function officeWithBackup(parent: string) {
  const pc = quickPc()
  const office = await quickOffice(parent, pc.ports)
  const amiraId = await create(office.session, amira)
  const name = basename(await office.session.backUp('hand'))
  pc.clock.now += 3_600_000
  await create(office.session, oemer)
  const key = await keyOf(office.folder, office.userId)
  /** Looks into a file of the office past the store. */
  const look = <Value>(file: string, work: (database: ReturnType<typeof openDatabase>) => Value): Value => {
    const database = openDatabase(file, key, { isInTheMaking: true })
    try {
      return work(database)
    } finally {
      database.close()
    }
  }
  return { ...office, ...pc, name, amiraId, key, look, backup: join(filesOf(office.folder).backups, name) }
}
/** Migrations that the first version had which made backups of people and courses. */
const OLDEST = 4
const writers = (database: ReturnType<typeof openDatabase>) => database.prepare('SELECT id FROM writer ORDER BY number').pluck().all()

test('put back in place the state of the backup counts, what was there before is a backup itself, and a new writer goes on', async () => {
  using place = temporaryFolder()
  const { session, folder, userId, name, look } = await officeWithBackup(place.path)
  await session.backups.prepareRestore(name)
  expect(await names(session)).toEqual(['Haddad', 'Öztürk'])
  await session.restore()
  expect(session.isOpen).toBe(false)
  const before = look(filesOf(folder).database, writers)
  await session.unlock(userId, PASSPHRASE)
  expect(await names(session)).toEqual(['Haddad'])
  await create(session, olena)
  expect(session.backups.list.map(({ reason }) => reason)).toEqual(['restore', 'hand'])
  expect(await session.backups.check(session.backups.list[0]!.name)).toMatchObject({ people: 2, differing: [] })
  await session.lock()
  const after = look(filesOf(folder).database, writers)
  expect(after.slice(0, before.length)).toEqual(before)
  expect(after.length).toBe(before.length + 1)
  expect(look(filesOf(folder).database, (database) => database.prepare('SELECT kind, source, goesOn FROM fileOrigin').all())).toEqual([
    { kind: 'restored', source: 'erlenmark.kwb', goesOn: null },
  ])
  expect(look(filesOf(folder).database, brokenPlaces)).toEqual([])
  expect(readdirSync(folder).filter((file) => file.includes('next'))).toEqual([])
})

test('a second workspace of a backup opens with the same passphrase and a writer of its own; the first does not notice', async () => {
  using place = temporaryFolder()
  const { session, userId, ports, name, look } = await officeWithBackup(place.path)
  const folder = await session.backups.makeSecond(name, { parent: place.path, folderName: 'kopie' })
  await expect(session.backups.makeSecond(name, { parent: place.path, folderName: 'kopie' })).rejects.toThrow(failing(failures.folderTaken))
  await expect(session.backups.makeSecond(name, { parent: place.path, folderName: '../x' })).rejects.toThrow(
    failing(failures.badFolderName),
  )
  const first = look(filesOf(folder).database, writers)
  const copy = WorkspaceSession.choose(folder, ports)
  await copy.unlock(userId, PASSPHRASE)
  expect(await names(copy)).toEqual(['Haddad'])
  expect(await names(session)).toEqual(['Haddad', 'Öztürk'])
  await copy.lock()
  await session.lock()
  expect(look(filesOf(folder).database, writers).length).toBe(first.length + 1)
  expect(look(filesOf(folder).database, (database) => database.prepare('SELECT kind, source FROM fileOrigin').all())).toEqual([
    { kind: 'copy', source: 'erlenmark.kwb' },
  ])
  expect(readdirSync(place.path).sort()).toEqual(['erlenmark.kwb', 'kopie.kwb'])
})

for (const how of ['in place', 'as a copy'] as const) {
  test(`who was erased stays erased in a backup from before that is restored ${how}: no value is left in any page, and the log is whole`, async () => {
    using place = temporaryFolder()
    const { session, folder, key, name, amiraId, look } = await officeWithBackup(place.path)
    writeErasedFile(filesOf(folder).erased, key, [amiraId])
    let restored = folder
    if (how === 'in place') {
      await session.backups.prepareRestore(name)
      await session.restore()
    } else {
      restored = await session.backups.makeSecond(name, { parent: place.path, folderName: 'kopie' })
      await session.lock()
      expect(readFileSync(filesOf(restored).erased)).toEqual(readFileSync(filesOf(folder).erased))
    }
    const { database } = filesOf(restored)
    expect(look(database, brokenPlaces)).toEqual([])
    expect(look(database, (file) => file.prepare('SELECT count(*) FROM person').pluck().get())).toBe(0)
    const plain = decryptDatabase(readFileSync(database), key)
    for (const value of ['Haddad', 'haddad', 'Amira', '1991-03-14']) expect([value, plain.includes(value)]).toEqual([value, false])
    // The judge sees: in the backup itself they are.
    expect(decryptDatabase(readFileSync(join(filesOf(folder).backups, name)), key).includes('Haddad')).toBe(true)
  })
}

test('an erased.bin that is damaged or of another workspace stops the restore, and nothing is changed', async () => {
  using place = temporaryFolder()
  const { session, folder, key, name, amiraId } = await officeWithBackup(place.path)
  const { erased, next } = filesOf(folder)
  writeErasedFile(erased, key, [amiraId])
  const good = readFileSync(erased)
  const otherKey = Uint8Array.from(key, (byte) => byte ^ 1)
  const harms = [
    () => truncateSync(erased, 20),
    () =>
      writeFileSync(
        erased,
        good.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
      ),
    () => writeErasedFile(erased, otherKey, [amiraId]),
  ]
  for (const harm of harms) {
    harm()
    await expect(session.backups.prepareRestore(name)).rejects.toThrow(failing(backups.erasedUnreadable))
    await expect(session.backups.makeSecond(name, { parent: place.path, folderName: 'kopie' })).rejects.toThrow(
      failing(backups.erasedUnreadable),
    )
    expect(existsSync(next)).toBe(false)
  }
  expect(readdirSync(place.path)).toEqual(['erlenmark.kwb'])
  expect(await names(session)).toEqual(['Haddad', 'Öztürk'])
  await session.lock()
})

test('a damaged backup, one of a newer version and one that is gone get a sentence, and the workspace is as it was', async () => {
  using place = temporaryFolder()
  const { session, folder, backup, name, look } = await officeWithBackup(place.path)
  const whole = readFileSync(backup)
  const tries = [
    (one: string) => session.backups.check(one),
    (one: string) => session.backups.prepareRestore(one),
    (one: string) => session.backups.makeSecond(one, { parent: place.path, folderName: 'kopie' }),
  ]
  const torn = Buffer.from(whole)
  torn[whole.length - 3000] = torn[whole.length - 3000]! ^ 1
  for (const content of [torn, whole.subarray(0, 8192), Buffer.alloc(0), Buffer.alloc(8192, 7)]) {
    writeFileSync(backup, content)
    for (const attempt of tries)
      await expect(attempt(name)).rejects.toThrow(failing(backups.backupDamaged, { moment: '24.11.2026, 10:00' }))
  }
  writeFileSync(backup, whole)
  look(backup, (database) => database.pragma(`user_version = ${migrations.length + 1}`))
  for (const attempt of tries) await expect(attempt(name)).rejects.toThrow(failing(failures.newerVersion))
  for (const attempt of tries)
    for (const one of ['keyring.json', '../workspace.db', '2026-01-01T00-00-00-000Z.db'])
      await expect(attempt(one)).rejects.toThrow(failing(backups.backupGone))
  expect(readdirSync(place.path)).toEqual(['erlenmark.kwb'])
  expect(existsSync(filesOf(folder).next)).toBe(false)
  expect(await names(session)).toEqual(['Haddad', 'Öztürk'])
  await session.lock()
})

test('a backup of any older version says that it noted nothing, and is brought to this version when it is restored', async () => {
  for (let count = OLDEST; count < migrations.length; count++) {
    using place = temporaryFolder()
    const { session, folder, userId, key, backup, name, look } = await officeWithBackup(place.path)
    makeOlder(backup, key, count)
    expect(await session.backups.check(name)).toMatchObject({ people: 1, hasNote: false, differing: [] })
    await session.backups.prepareRestore(name)
    await session.restore()
    await session.unlock(userId, PASSPHRASE)
    expect(await names(session)).toEqual(['Haddad'])
    await create(session, olena)
    await session.lock()
    expect(look(filesOf(folder).database, (database) => database.pragma('user_version', { simple: true }))).toBe(migrations.length)
    expect(look(filesOf(folder).database, brokenPlaces)).toEqual([])
    // The backup itself stays as the older version left it.
    expect(look(backup, (database) => database.pragma('user_version', { simple: true }))).toBe(count)
  }
})

test('a backup that lost rows since it was made says in which table', async () => {
  using place = temporaryFolder()
  const { session, backup, name, look } = await officeWithBackup(place.path)
  expect(await session.backups.check(name)).toEqual({ people: 1, records: 1, hasNote: true, differing: [] })
  look(backup, (database) => database.exec('DELETE FROM person'))
  expect(await session.backups.check(name)).toEqual({ people: 0, records: 0, hasNote: true, differing: ['person'] })
  await session.lock()
})

test('backups are kept for as many weeks as the workspace says, and the setting goes with a copy', async () => {
  using place = temporaryFolder()
  const { session, folder, userId, ports, clock } = await officeWithBackup(place.path)
  const old = (weeks: number) => `${new Date(clock.now - weeks * 7 * 86_400_000).toISOString().replace(/[:.]/g, '-')}.db`
  const kept = async () => {
    for (const weeks of [2, 6, 20]) writeFileSync(join(filesOf(folder).backups, old(weeks)), '')
    await session.backUp('hand')
    const names = readdirSync(filesOf(folder).backups)
    return [2, 6, 20].filter((weeks) => names.includes(old(weeks)))
  }
  for (let week = 1; week < 12; week++) writeFileSync(join(filesOf(folder).backups, old(week)), '')
  expect(await kept()).toEqual([2])
  await session.run(nameOf(calls.setBackupWeeks), { weeks: 8 })
  for (let week = 1; week < 12; week++) writeFileSync(join(filesOf(folder).backups, old(week)), '')
  expect(await kept()).toEqual([2, 6])
  const second = await session.backups.makeSecond(session.backups.list[0]!.name, { parent: place.path, folderName: 'kopie' })
  const copy = WorkspaceSession.choose(second, ports)
  await copy.unlock(userId, PASSPHRASE)
  expect((await copy.run(nameOf(calls.getBackupWeeks), {})).value).toBe(8)
  await copy.lock()
  await session.lock()
})

test('where the present state cannot be backed up, nothing is put back and work goes on; without a backup nothing is imported either', async () => {
  using place = temporaryFolder()
  const { session, folder, userId, name, backup } = await officeWithBackup(place.path)
  await session.backups.prepareRestore(name)
  const { backups: kept } = filesOf(folder)
  renameSync(kept, `${kept}.weg`)
  // A file in the way, as a share without rights would be.
  writeFileSync(kept, '')
  await expect(session.restore()).rejects.toThrow(failing(failures.fileNotReachable))
  await create(session, olena)
  expect(await names(session)).toEqual(['Haddad', 'Müller-Kowalenko', 'Öztürk'])
  await expect(session.run(nameOf(courses.takeImport), { id: '0'.repeat(26) })).rejects.toThrow(
    failing(backups.noChangeWithoutBackup, { folder: 'erlenmark.kwb/backups' }),
  )
  rmSync(kept)
  renameSync(`${kept}.weg`, kept)
  await session.lock()
  await session.unlock(userId, PASSPHRASE)
  expect((await names(session)).length).toBe(3)
  expect(existsSync(backup)).toBe(true)
  expect(existsSync(filesOf(folder).next)).toBe(false)
  await session.lock()
})

test('before a list is taken the state is kept, whether the list can be taken or not', async () => {
  using place = temporaryFolder()
  const { session } = await officeWithBackup(place.path)
  await expect(session.run(nameOf(courses.takeImport), { id: '0'.repeat(26) })).rejects.toThrow()
  expect(session.backups.list.map(({ reason }) => reason)).toEqual(['import', 'hand'])
  await session.lock()
})

test('a backup that is only open to read makes none, restores none and copies none, but can try others', async () => {
  using place = temporaryFolder()
  const { session, folder, userId, ports, name } = await officeWithBackup(place.path)
  const other = WorkspaceSession.choose(folder, ports)
  await other.openBackup(userId, PASSPHRASE)
  for (const attempt of [
    () => other.backUp('hand'),
    () => other.backups.prepareRestore(name),
    () => other.backups.makeSecond(name, { parent: place.path, folderName: 'kopie' }),
    () => other.backups.copyTo(place.path),
  ])
    await expect(attempt()).rejects.toThrow(failing(failures.readOnlyBackup))
  expect(await other.backups.check(name)).toMatchObject({ people: 1 })
  await other.lock()
  await session.lock()
})
