import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate, migrations } from '../../../electron/store/migrate'
import { person } from '../../../shared/directory/person'
import { newerVersion } from '../../../shared/workspace/shell'
import { makeOlder } from '../../fixtures/olderFile'
import { amira } from '../../fixtures/people'
import { temporaryWorkspace, type TestWorkspace } from '../../fixtures/workspace'

const writers = (workspace: TestWorkspace) => workspace.database.prepare('SELECT number FROM writer ORDER BY number').pluck().all()

test('the same file goes on with its writer; a copy, a restored or an older file begins a new one that has seen all', () => {
  using workspace = temporaryWorkspace()
  const id = workspace.act((store) => store.create(person, amira))
  workspace.reopen()
  expect(writers(workspace)).toEqual([1])
  workspace.reopen({ fileId: 'disk-2' })
  expect(writers(workspace)).toEqual([1, 2])
  workspace.act((store) => store.put(person, id, { city: 'Wolkental' }))
  workspace.reopen({ fileId: 'disk-2', seenRevision: 99 })
  expect(writers(workspace)).toEqual([1, 2, 3])
  workspace.act((store) => store.put(person, id, { city: 'Kaltensee' }))
  expect(workspace.database.prepare('SELECT writer, seq FROM change ORDER BY writer').all()).toEqual([
    { writer: 1, seq: 1 },
    { writer: 2, seq: 1 },
    { writer: 3, seq: 1 },
  ])
  expect(JSON.stringify(workspace.database.prepare('SELECT seen FROM epoch WHERE writer = 3').pluck().get())).toContain('persons')
})

test('a workspace of a newer version is refused in a sentence and left as it is', () => {
  using workspace = temporaryWorkspace()
  workspace.database.pragma('user_version = 99')
  const before = workspace.database.serialize()
  expect(() => workspace.reopen()).toThrow(expect.objectContaining({ definition: newerVersion }))
  expect(before.length).toBeGreaterThan(0)
})

test('before a migration the workspace is copied, and one that fails leaves what was there', () => {
  using workspace = temporaryWorkspace()
  workspace.act((store) => store.create(person, amira))
  let copies = 0
  const broken = [...migrations, 'CREATE TABLE half (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1);']
  expect(() => migrate(workspace.database, { version: '0.2.0', backup: () => (copies += 1), steps: broken })).toThrow(/nowhere/)
  expect(copies).toBe(1)
  expect(workspace.database.pragma('user_version', { simple: true })).toBe(migrations.length)
  expect(workspace.database.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'half'`).pluck().get()).toBe(0)
  expect(workspace.store.count('SELECT count(*) FROM person')).toBe(1)
})

test('a real backup is made before a real migration', () => {
  using workspace = temporaryWorkspace()
  expect(readdirSync(join(workspace.folder, 'backups'))).toEqual([])
  workspace.database.close()
  makeOlder(workspace.file, workspace.key, migrations.length - 1)
  workspace.reopen()
  expect(workspace.database.pragma('user_version', { simple: true })).toBe(migrations.length)
  expect(readdirSync(join(workspace.folder, 'backups')).filter((name) => name.endsWith('.db'))).toHaveLength(1)
})
