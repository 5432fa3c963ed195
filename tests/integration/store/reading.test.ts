import { expect, test } from 'vitest'
import { organisation } from '../../../shared/directory/organisation'
import { person } from '../../../shared/directory/person'
import { openReadingStore } from '../../../electron/store/openStore'
import { keepDraft } from '../../../electron/workspace/commands'
import { amira, oemer } from '../../fixtures/people'
import { temporaryWorkspace } from '../../fixtures/workspace'
import { bildungswerk } from '../../fixtures/bodies'

test('a result that was read before somebody changed its tables is known to be old', () => {
  using workspace = temporaryWorkspace()
  const { value: readAt } = workspace.store.noting(() => {
    workspace.store.count('SELECT count(*) FROM person')
    return workspace.store.readAt()
  })
  const isOld = () => workspace.act((store) => store.changedSince(readAt))
  workspace.act((store) => store.create(organisation, bildungswerk))
  expect(isOld()).toBe(false)
  workspace.act((store) => store.create(person, amira))
  expect(isOld()).toBe(true)
})

test('a query sees one state of the file, and what was written while it read makes its result old', () => {
  using workspace = temporaryWorkspace()
  workspace.act((store) => store.create(person, amira))
  const { file, key } = workspace
  const { database, store: reader } = openReadingStore({ file, key, actor: workspace.store.actor })
  const { value } = reader.noting(() => {
    const before = reader.count('SELECT count(*) FROM person')
    workspace.act((store) => store.create(person, oemer))
    return { before, after: reader.count('SELECT count(*) FROM person'), readAt: reader.readAt() }
  })
  expect(value).toMatchObject({ before: 1, after: 1 })
  expect(workspace.act((store) => store.changedSince(value.readAt))).toBe(true)
  const again = reader.noting(() => ({ people: reader.count('SELECT count(*) FROM person'), readAt: reader.readAt() }))
  expect(again.value.people).toBe(2)
  expect(workspace.act((store) => store.changedSince(again.value.readAt))).toBe(false)
  database.close()
})

test('what was read stays where it stood while only other tables change', () => {
  using workspace = temporaryWorkspace()
  workspace.act((store) => store.create(person, amira))
  const readAt = () =>
    workspace.store.noting(() => {
      workspace.store.count('SELECT count(*) FROM person')
      return workspace.store.readAt()
    }).value
  const before = readAt()
  workspace.act((store) => keepDraft(store, { view: 'x', values: { note: 'x' } }))
  expect(readAt()).toEqual(before)
  workspace.act((store) => store.create(person, oemer))
  expect(readAt().revision).toBeGreaterThan(before.revision)
})

test('a virtual table that a query does not name is refused, for nobody would hear of its changes', () => {
  using workspace = temporaryWorkspace()
  expect(() => workspace.store.count(`SELECT count(*) FROM found WHERE title MATCH 'a'`)).toThrow(TypeError)
  expect(workspace.store.count(`SELECT count(*) FROM found WHERE title MATCH 'a'`, {}, ['found'])).toBe(0)
})
