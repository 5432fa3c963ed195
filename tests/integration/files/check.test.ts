// `workspace check` on real folders: a sound one has no finding, and every kind of damage is named at its first place.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkFolder } from '../../../electron/store/check/checkFolder'
import { openDatabase } from '../../../electron/store/database'
import { SearchIndex } from '../../../electron/store/searchIndex'
import { SearchRebuild } from '../../../electron/store/searchRebuild'
import { filesOf } from '../../../electron/store/workspaceFolder'
import { cancelled } from '../../../shared/core/errors'
import { directory } from '../../../shared/directory/calls'
import { nameOf } from '../../../shared/rooms'
import { type CheckReport, isSound } from '../../../shared/workspace/check'
import { workspace } from '../../../shared/workspace/calls'
import { failing } from '../../fixtures/failing'
import { temporaryFolder } from '../../fixtures/folder'
import { PASSPHRASE } from '../../fixtures/office'
import { createPerson, keyOf, quickOffice } from '../../fixtures/quickOffice'

const silent = { signal: { aborted: false }, report: () => undefined }
const found = (report: CheckReport) =>
  report.parts.flatMap(({ part, findings }) => findings.map(({ code, params }) => ({ part, code: code.replace('check/', ''), params })))

/** A locked office with people who were changed, deleted and brought back, a backup, and a second day; gives its key. */
async function workedOffice(parent: string) {
  const { session, folder, userId } = await quickOffice(parent)
  const ids: string[] = []
  for (let count = 0; count < 4; count++) ids.push(String((await createPerson(session)).value))
  await session.run(nameOf(directory.changePerson), { id: ids[0], values: { city: 'Wolkental' } })
  const { act } = await session.run(nameOf(directory.removePerson), { id: ids[1] })
  await session.run(nameOf(directory.removePerson), { id: ids[2] })
  await session.run(nameOf(workspace.undoAct), { actId: act })
  session.noteAccess('directory.listPersons', ids)
  session.noteAccess('directory.getPerson', [ids[0]!])
  await session.backUp('hand')
  await session.lock()
  const key = await keyOf(folder, userId)
  indexAll(folder, key)
  return { session, folder, userId, ids, key }
}

/** As the writer's thread does between calls. */
function indexAll(folder: string, key: Uint8Array): void {
  const database = openDatabase(filesOf(folder).database, key)
  const rebuild = new SearchRebuild(database, new SearchIndex(database))
  while (rebuild.step());
  database.close()
}

test('a workspace in which people worked is sound, also while it is open, and everything in it was looked at', async () => {
  using place = temporaryFolder()
  const { session, folder, userId, key } = await workedOffice(place.path)
  const report = checkFolder({ folder, key, version: '0.1.0' }, silent, 7)
  expect(found(report)).toEqual([])
  expect(isSound(report)).toBe(true)
  expect(Object.fromEntries(report.parts.map(({ part, checked }) => [part, checked]))).toMatchObject({
    file: 1,
    keyring: 2,
    backups: 1,
    heads: 4,
    tables: 4,
    search: 3,
  })
  expect(report.parts.find(({ part }) => part === 'log')?.checked).toBeGreaterThan(15)
  expect(report.parts.find(({ part }) => part === 'access')?.checked).toBeGreaterThan(2)
  await session.unlock(userId, PASSPHRASE)
  expect(isSound(await session.check({}))).toBe(true)
  await session.lock()
})

test('whatever was changed in the file without the program is named, by its place', async () => {
  using place = temporaryFolder()
  const { folder, key, ids } = await workedOffice(place.path)
  const [changed, , gone] = ids
  const before = readFileSync(filesOf(folder).database)
  const afterSql = (sql: string) => {
    writeFileSync(filesOf(folder).database, before)
    for (const ending of ['-wal', '-shm']) rmSync(`${filesOf(folder).database}${ending}`, { force: true })
    const database = openDatabase(filesOf(folder).database, key)
    database.exec(sql)
    database.close()
    return found(checkFolder({ folder, key, version: '0.1.0' }, silent, 7))
  }
  expect(afterSql(`UPDATE act SET user = 'Jemand' WHERE number = 2`)).toMatchObject([{ part: 'log', code: 'act-broken' }])
  expect(afterSql(`UPDATE change SET fields = json_set(fields, '$.city', 'Falschstadt') WHERE seq = 4`)).toMatchObject([
    { part: 'log', code: 'chain-broken', params: { scope: 'persons', seq: 4 } },
    { part: 'tables', code: 'record-differs', params: { fields: 'city' } },
  ])
  expect(afterSql(`UPDATE change SET at = at - 1 WHERE seq = 2`)).toMatchObject([{ code: 'chain-broken', params: { seq: 2 } }])
  // Gone from the middle: the number after it is one too high.
  expect(afterSql(`DELETE FROM change WHERE seq = 5`)).toContainEqual(expect.objectContaining({ code: 'chain-broken' }))
  expect(afterSql(`DELETE FROM act WHERE number = 1`)).toMatchObject([{ part: 'log', code: 'chain-broken', params: { seq: 1 } }])
  expect(afterSql(`UPDATE person SET city = 'Falschstadt' WHERE id = '${changed}'`)).toMatchObject([
    { part: 'tables', code: 'record-differs', params: { record: changed, fields: 'city' } },
    { part: 'search', code: 'not-findable', params: { record: changed } },
  ])
  expect(afterSql(`DELETE FROM person WHERE id = '${changed}'`)).toMatchObject([
    { part: 'tables', code: 'record-missing', params: { record: changed } },
    { part: 'search', code: 'found-too-much', params: { record: changed } },
  ])
  expect(
    afterSql(
      `CREATE TEMP TABLE back AS SELECT * FROM person LIMIT 1; UPDATE back SET id = '${gone}'; INSERT INTO person SELECT * FROM back`,
    ),
  ).toMatchObject([
    { part: 'tables', code: 'record-unlogged', params: { record: gone } },
    { part: 'search', code: 'not-findable', params: { record: gone } },
  ])
  expect(afterSql(`DELETE FROM head WHERE field = 'city'`)).toMatchObject([
    { part: 'heads', code: 'heads-differ', params: { record: changed, fields: 'city' } },
  ])
  expect(afterSql(`UPDATE foundRow SET title = 'Anders' WHERE record = '${changed}'`)).toMatchObject([
    { part: 'search', code: 'not-findable' },
  ])
  expect(afterSql(`UPDATE access SET user = 'Jemand' WHERE number = 2`)).toMatchObject([
    { part: 'access', code: 'access-broken', params: { number: 2 } },
  ])
  expect(afterSql(`DELETE FROM access WHERE number = 1`)).toMatchObject([{ part: 'access', code: 'access-broken', params: { number: 2 } }])
  expect(afterSql(`UPDATE access SET hash = NULL WHERE number = 2`)).toMatchObject([
    { part: 'access', code: 'access-broken', params: { number: 2 } },
    { part: 'access', code: 'access-broken', params: { number: 3 } },
  ])
  expect(afterSql('SELECT 1')).toEqual([])
})

test('damaged bytes in the file, in a backup and in the keyring are named, and the rest is still looked at', async () => {
  using place = temporaryFolder()
  const { folder, key, userId } = await workedOffice(place.path)
  const { database, backups, keyring, keyringCopy } = filesOf(folder)
  const check = () => found(checkFolder({ folder, key, version: '0.1.0' }, silent, 7))
  const backup = readdirSync(backups).find((name) => name.endsWith('.db'))!
  const ruin = (file: string, at: number) => writeFileSync(file, readFileSync(file).fill(7, at, at + 4096))
  cpSync(keyring, keyringCopy)
  writeFileSync(keyringCopy, readFileSync(keyringCopy, 'utf8').replace('"coordinator"', '"dpo"'))
  expect(check()).toMatchObject([{ part: 'keyring', code: 'keyring-broken', params: { file: 'backups/keyring.json' } }])
  cpSync(keyring, keyringCopy)
  ruin(join(backups, backup), 4096 * 3)
  expect(check()).toMatchObject([{ part: 'backups', params: { name: backup } }])
  ruin(join(backups, backup), 0)
  expect(check()).toMatchObject([{ part: 'backups', code: 'backup-unreadable', params: { name: backup, code: 'SQLITE_NOTADB' } }])
  rmSync(join(backups, backup))
  expect(check()).toEqual([])
  ruin(database, 4096 * 5)
  expect(check()).toContainEqual(expect.objectContaining({ part: 'file', code: 'pages-broken' }))
  ruin(database, 0)
  expect(check()).toEqual([{ part: 'file', code: 'file-unreadable', params: { code: 'SQLITE_NOTADB' } }])
  expect(await keyOf(folder, userId)).toHaveLength(32)
})

test('it says how far it is, stops when somebody asks, and changes nothing', async () => {
  using place = temporaryFolder()
  const { folder, key } = await workedOffice(place.path)
  const before = readFileSync(filesOf(folder).database)
  const steps: { done: number; total: number }[] = []
  const asked = { aborted: false }
  const report = (step: { done: number; total: number }) => steps.push(step)
  checkFolder({ folder, key, version: '0.1.0' }, { signal: asked, report }, 7)
  expect(steps.at(-1)?.done).toBe(steps.at(-1)?.total)
  expect(steps.length).toBeGreaterThan(20)
  expect(() =>
    checkFolder({ folder, key, version: '0.1.0' }, { signal: asked, report: ({ done }) => (asked.aborted = done > 9) }, 7),
  ).toThrow(failing(cancelled))
  expect(readFileSync(filesOf(folder).database).equals(before)).toBe(true)
})
