import { randomBytes } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backUp, isBackupDue, madeAt, newestBackup } from '../../../electron/store/backup'
import { openReadingStore } from '../../../electron/store/openStore'
import { person } from '../../../shared/directory/person'
import { amira } from '../../fixtures/people'
import { temporaryWorkspace } from '../../fixtures/workspace'

const DAY = 86_400_000

test('each backup opens with the same key and has what stood there; the outdated go, files of others stay', () => {
  using workspace = temporaryWorkspace()
  const { database, key, folder, clock } = workspace
  const backups = join(folder, 'backups')
  writeFileSync(join(backups, 'notiz.txt'), 'von Hand')
  const id = workspace.act((store) => store.create(person, amira))
  for (let day = 0; day < 10; day++) backUp(database, key, folder, clock.now + day * DAY)
  workspace.act((store) => store.put(person, id, { city: 'Kaltensee' }))
  const newest = newestBackup(folder, clock.now + 9 * DAY)!
  expect(madeAt(newest)).toBe(clock.now + 9 * DAY)
  const copy = openReadingStore({ file: newest, key, actor: workspace.store.actor })
  expect(copy.store.get(person, id)).toMatchObject({ city: 'Erlenburg' })
  copy.database.close()
  // The newest of seven days; the newest of both weeks, a Sunday and this Thursday, are among them.
  const kept = readdirSync(backups).filter((name) => name.endsWith('.db'))
  expect(kept.map((name) => (madeAt(name) - clock.now) / DAY).sort((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8, 9])
  expect(readdirSync(backups)).toContain('notiz.txt')
  expect([isBackupDue(folder, clock.now + 9 * DAY + 1), isBackupDue(folder, clock.now + 10 * DAY)]).toEqual([false, true])
})

test('a copy that does not open with the workspace’s key is no backup, and nothing of it stays', () => {
  using workspace = temporaryWorkspace()
  const { database, folder, clock } = workspace
  expect(() => backUp(database, randomBytes(32), folder, clock.now)).toThrow()
  expect(newestBackup(folder, clock.now)).toBe(null)
  expect(readdirSync(join(folder, 'backups'))).toEqual([])
})
