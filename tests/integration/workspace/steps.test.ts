// Strg Z and Strg Y out of the log alone.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changePerson, createPerson } from '../../../electron/directory/commands'
import { undoAct } from '../../../electron/workspace/commands'
import { listActs, nextSteps } from '../../../electron/workspace/queries'
import { organisation } from '../../../shared/directory/organisation'
import { person } from '../../../shared/directory/person'
import { bildungswerk } from '../../fixtures/bodies'
import { amira } from '../../fixtures/people'
import { wholeList } from '../../fixtures/listWindow'
import { temporaryWorkspace, type TestWorkspace } from '../../fixtures/workspace'

const steps = (workspace: TestWorkspace, passed: string[] = []) => nextSteps(workspace.store, { passed })
const take = (workspace: TestWorkspace, direction: 'undo' | 'redo') => {
  const step = steps(workspace)[direction]
  return step === null ? null : workspace.act((store) => undoAct(store, { actId: step.id }), 'workspace.undoAct')
}

/** What every editor does: a new act cuts off what could be done again. */
class Editor {
  private towns = ['Erlenburg']
  private at = 0

  get town() {
    return this.towns[this.at]
  }
  get ways() {
    return { undo: this.at > 0, redo: this.at < this.towns.length - 1 }
  }
  write(town: string) {
    this.towns = [...this.towns.slice(0, this.at + 1), town]
    this.at += 1
  }
  move(by: number) {
    this.at = Math.min(this.towns.length - 1, Math.max(0, this.at + by))
  }
}

test('undo and redo walk through own acts as in any editor, whatever the clock does, and after the file was closed', () => {
  const moves = fc.array(fc.tuple(fc.constantFrom('write', 'undo', 'undo', 'redo', 'reopen'), fc.integer({ min: -5000, max: 5000 })), {
    minLength: 6,
    maxLength: 24,
  })
  fc.assert(
    fc.property(moves, (walk) => {
      using workspace = temporaryWorkspace()
      const id = workspace.act((store) => store.create(person, amira), 'workspace.fillDemo')
      const editor = new Editor()
      for (const [number, [move, drift]] of walk.entries()) {
        // Also backwards: a PC's clock is set right now and then.
        workspace.clock.now += drift
        if (move === 'reopen') workspace.reopen()
        else if (move === 'write') {
          workspace.act((store) => changePerson(store, { id, values: { city: `Ort ${number}` } }), 'directory.changePerson')
          editor.write(`Ort ${number}`)
        } else {
          take(workspace, move === 'undo' ? 'undo' : 'redo')
          editor.move(move === 'undo' ? -1 : 1)
        }
        const { undo, redo } = steps(workspace)
        expect({ town: workspace.store.get(person, id)?.city, undo: undo !== null, redo: redo !== null }).toEqual({
          town: editor.town,
          ...editor.ways,
        })
      }
    }),
    { numRuns: 25 },
  )
})

test('own steps are those of the same user, whatever the log calls them: another one of the same function keeps theirs', () => {
  using workspace = temporaryWorkspace()
  const me = { ...workspace.store.actor, functionName: 'Kurskoordination' }
  const other = { ...me, id: 'OTHER', name: 'Jörg Naumann' }
  const create = (actor: typeof me) =>
    workspace.store.run('directory.createPerson', (store) => createPerson(store, amira), undefined, actor)
  create(other)
  expect(steps(workspace)).toEqual({ undo: null, redo: null })
  expect(listActs(workspace.store, { ...wholeList, filters: [{ kind: 'oneOf', column: 'isOwn', values: [1] }] }).total).toBe(0)
  const { act } = create(me)
  create({ ...other, name: me.name })
  expect(steps(workspace).undo?.id).toBe(act)
  expect(listActs(workspace.store, { ...wholeList, filters: [{ kind: 'oneOf', column: 'isOwn', values: [1] }] }).rows).toMatchObject([
    { id: act, user: 'Kurskoordination' },
  ])
  // As acts were written before ids were kept.
  workspace.database.prepare('UPDATE act SET userId = NULL, user = ? WHERE id = ?').run(me.name, act)
  expect(steps(workspace).undo?.id).toBe(act)
})

test('a step is named after what it was about, also one that goes on again', () => {
  using workspace = temporaryWorkspace()
  workspace.act((store) => createPerson(store, amira), 'directory.createPerson')
  expect(steps(workspace).undo).toMatchObject({ kind: 'done', act: 'Person aufnehmen', about: { record: { title: 'Haddad, Amira' } } })
  take(workspace, 'undo')
  expect(steps(workspace)).toMatchObject({
    undo: null,
    redo: { kind: 'undone', act: 'Person aufnehmen', about: { record: { title: 'Haddad, Amira' } } },
  })
  take(workspace, 'redo')
  expect(steps(workspace)).toMatchObject({ undo: { kind: 'redone', act: 'Person aufnehmen' }, redo: null })
  expect(workspace.store.find(person, { lastName: 'Haddad' })).toHaveLength(1)
})

test('acts of others and those that made the workspace are nobody’s steps; drafts and other unlogged work are none', () => {
  using workspace = temporaryWorkspace()
  workspace.act((store) => store.create(person, amira), 'workspace.fillDemo')
  workspace.onBehalfOf('KOO', (store) => store.create(organisation, bildungswerk))
  workspace.act((store) => store.work(`INSERT INTO draft (user, view, vals, at) VALUES ('u', 'v', '{}', 0)`), 'workspace.keepDraft')
  expect(steps(workspace)).toEqual({ undo: null, redo: null })
})

test('an act of which nothing is left is passed over, so that the one before it can be taken back', () => {
  using workspace = temporaryWorkspace()
  const id = workspace.act((store) => createPerson(store, amira), 'directory.createPerson')
  workspace.act((store) => changePerson(store, { id, values: { city: 'Kaltensee' } }), 'directory.changePerson')
  workspace.onBehalfOf('MELD', (store) => store.put(person, id, { city: 'Wolkental' }))
  const { undo } = steps(workspace)
  expect(workspace.act((store) => undoAct(store, { actId: undo!.id }), 'workspace.undoAct')).toEqual({
    fields: 0,
    records: 0,
    left: [{ entity: 'person', id, field: 'city' }],
  })
  expect(steps(workspace).undo?.id).toBe(undo!.id)
  expect(steps(workspace, [undo!.id]).undo).toMatchObject({ act: 'Person aufnehmen' })
})
