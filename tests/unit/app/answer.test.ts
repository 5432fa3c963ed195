import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answer, allowedCall, isOurFrame, runCall, shellAsk } from '../../../electron/app/answer'
import { jobWish } from '../../../electron/app/jobWish'
import { allows, type Asked, RIGHTS } from '../../../shared/core/call'
import { invalidInput, notAllowed, recordGone, unexpected, WorkbenchError } from '../../../shared/core/errors'
import { callNamed } from '../../../shared/rooms'
import { type Role, rightOf, ROLES } from '../../../shared/workspace/roles'
import { readOnlyBackup, shell, workspaceLocked } from '../../../shared/workspace/shell'
import { names, port } from '../../fixtures/callPort'
import { failing } from '../../fixtures/failing'
import { amira } from '../../fixtures/people'

/** The rule in other words than the program has it. */
function isAllowed(role: Role, right: Asked): boolean {
  if (right === 'audit') return ['dpo', 'coordinator'].includes(role)
  return RIGHTS.indexOf(rightOf(role, { isReadOnly: false })) >= RIGHTS.indexOf(right)
}

test('only the main frame of our own page is heard', () => {
  const ours = 'app://workbench'
  expect(isOurFrame({ url: 'app://workbench/index.html#/courses', isMainFrame: true }, ours)).toBe(true)
  expect(isOurFrame({ url: 'app://workbench/', isMainFrame: true }, ours)).toBe(true)
  for (const url of [
    'app://workbench.evil/',
    'app://workbenchevil/',
    'app://evil/',
    'https://workbench/',
    'file:///etc/passwd',
    'about:blank',
    '',
    'data:text/html,app://workbench/',
    'http://localhost:5173/',
  ]) {
    expect(isOurFrame({ url, isMainFrame: true }, ours)).toBe(false)
  }
  expect(isOurFrame({ url: 'app://workbench/', isMainFrame: false }, ours)).toBe(false)
  expect(isOurFrame(null, ours)).toBe(false)
})

test('names that are no call are refused, also those that every object has', async () => {
  const hostile = [
    'constructor',
    '__proto__',
    'toString',
    'courses.constructor',
    'courses.__proto__',
    'workspace.hasOwnProperty',
    '',
    'getOffice',
    'courses.',
    0,
    null,
    undefined,
    {},
    ['workspace.getOffice'],
    Symbol.iterator,
  ]
  for (const name of hostile) {
    await expect(runCall(name, {}, port('coordinator').made)).rejects.toThrow(failing(invalidInput, { where: 'name' }))
    expect(() => shellAsk(name, {}, null)).toThrow(failing(invalidInput, { where: 'name' }))
    expect(() => jobWish(name, {}, null)).toThrow(failing(invalidInput, { where: 'name' }))
  }
  await fc.assert(
    fc.asyncProperty(fc.string(), async (name) => {
      if (!names.includes(name)) await expect(runCall(name, {}, port('coordinator').made)).rejects.toThrow(failing(invalidInput))
    }),
  )
})

test('while the workspace is locked no call is answered', async () => {
  for (const name of names) await expect(runCall(name, {}, null)).rejects.toThrow(failing(workspaceLocked))
})

test('every call asks for its right before it looks at the input, for every role', () => {
  expect(names.length).toBeGreaterThan(30)
  for (const role of ROLES) {
    for (const name of names) {
      const { right } = callNamed(name)!.call
      const may = isAllowed(role, right)
      const ask = () => allowedCall(name, port(role).made)
      if (may) expect(ask().fullName).toBe(name)
      else expect(ask).toThrow(failing(notAllowed, { right }))
    }
  }
})

test('names of bodies and places can be chosen by everybody, names of people only by who may read them', async () => {
  const choice = { search: '', selected: null, limit: 10 }
  for (const [name, entity, isPersonal] of [
    ['directory.chooseReference', 'person', true],
    ['courses.chooseReference', 'participant', true],
    ['directory.chooseReference', 'organisation', false],
    ['directory.chooseReference', 'municipality', false],
    ['courses.chooseReference', 'course', false],
    ['courses.chooseReference', 'site', false],
  ] as const) {
    for (const role of ROLES) {
      const { made, seen } = port(role, { value: [] })
      const asked = runCall(name, { ...choice, entity }, made)
      if (!isPersonal || role !== 'reader') await expect(asked).resolves.toMatchObject({ value: [] })
      else {
        await expect(asked).rejects.toThrow(failing(notAllowed, { right: 'read' }))
        expect(seen).toEqual([])
      }
    }
  }
})

test('every ask of the shell that needs a right asks for it before it looks at the input, for every role, and never while locked', () => {
  const guarded = Object.entries(shell).flatMap(([name, { right }]) => (right === null ? [] : [{ name, right }]))
  expect(guarded.map(({ name, right }) => `${name} ${right}`).sort()).toEqual([
    'addUser coordinate',
    'changeUser coordinate',
    'checkBackup read',
    'checkWorkspace audit',
    'copyWorkspace coordinate',
    'forgetCutOffJobs figures',
    'listBackups read',
    'listCutOffJobs figures',
    'makeBackup edit',
    'removeUser coordinate',
    'renewRecoveryKey coordinate',
    'resetPassphrase coordinate',
    'restoreAsCopy coordinate',
    'restoreBackup coordinate',
  ])
  for (const { name, right } of guarded) {
    expect(() => shellAsk(name, 'nonsense', null)).toThrow(failing(workspaceLocked))
    for (const role of ROLES) {
      const ask = () => shellAsk(name, 'nonsense', port(role).made)
      const may = isAllowed(role, right)
      expect(ask).toThrow(may ? failing(invalidInput) : failing(notAllowed, { right }))
      // Of a backup that is open to read, backups can be looked at like everything else; the audit reads, too.
      const inBackup = right === 'audit' || allows('read', right) ? invalidInput : readOnlyBackup
      const askInBackup = () => shellAsk(name, 'nonsense', port(role, { isReadOnly: true }).made)
      expect(askInBackup).toThrow(may ? failing(inBackup) : failing(notAllowed))
    }
  }
})

test('a hostile window gets no job started that its role may not, nor by what keeps the result', () => {
  const jobs = names.filter((name) => callNamed(name)!.call.kind === 'job')
  expect(jobs.length).toBeGreaterThan(2)
  for (const name of jobs) {
    for (const role of ROLES) {
      const { right } = callNamed(name)!.call
      const may = isAllowed(role, right)
      const wish = () => jobWish(name, { nonsense: true }, { ...port(role).made, pathsIn: () => ({}), mayWrite: () => true })
      expect(wish).toThrow(may ? failing(invalidInput) : failing(notAllowed, { right }))
    }
  }
})

test('who may not ask learns nothing about the input, and the store hears nothing', async () => {
  const { made, seen } = port('reader')
  await expect(runCall('directory.listPersons', { nonsense: true }, made)).rejects.toThrow(failing(notAllowed, { right: 'read' }))
  expect(seen).toEqual([])
})

test('a backup can be read and not written, and the sentence says why', async () => {
  const { made } = port('coordinator', { isReadOnly: true, value: { rows: [], total: 0, all: 0, groups: [] } })
  await expect(runCall('directory.listPersons', { search: '', offset: 0, limit: 10 }, made)).resolves.toMatchObject({ revision: 7 })
  await expect(runCall('workspace.dropDraft', { view: 'x' }, made)).rejects.toThrow(failing(readOnlyBackup))
})

test('input that is too large, too deep or of another form never reaches the store, and the sentence names no value', async () => {
  const { made, seen } = port('coordinator')
  const deep = Array.from({ length: 100 }).reduce<unknown>((inner) => ({ inner }), 'Haddad')
  const large = 'x'.repeat(10_000_000)
  const bad: [string, unknown, string][] = [
    ['directory.listPersons', { search: large, offset: 0, limit: 10 }, 'size'],
    ['workspace.keepDraft', { view: 'x', values: { remarks: large } }, 'size'],
    ['workspace.keepDraft', { view: 'x', values: { deep } }, 'size'],
    [
      'workspace.keepDraft',
      { view: 'x', values: Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`${'k'.repeat(200)}${at}`, 0])) },
      'size',
    ],
    ['directory.createPerson', { ...amira, nationalities: Object.assign([], { length: 4_294_967_295 }) }, 'size'],
    ['directory.listPersons', { search: 'x'.repeat(201), offset: 0, limit: 10 }, 'search'],
    ['directory.listPersons', { search: '', offset: -1, limit: 10 }, 'offset'],
    ['directory.listPersons', { search: '', offset: 0, limit: 1e9 }, 'limit'],
    ['directory.listPersons', { search: { toString: 'Haddad' }, offset: 0, limit: 10 }, 'search'],
    ['directory.listPersons', null, ''],
    ['directory.getPerson', { id: `' OR 1=1 --` }, 'id'],
  ]
  for (const [name, input, where] of bad) await expect(runCall(name, input, made)).rejects.toThrow(failing(invalidInput, { where }))
  expect(seen).toEqual([])
})

test('keys that would change what objects are stay data, or are left out', async () => {
  const { made, seen } = port('coordinator', { value: { rows: [], total: 0, all: 0, groups: [] } })
  const input = JSON.parse(
    '{"search":"","offset":0,"limit":10,"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
  ) as unknown
  await runCall('directory.listPersons', input, made)
  expect(seen).toEqual([['directory.listPersons', { search: '', filters: [], sorts: [], group: null, offset: 0, limit: 10 }]])
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
})

test('a command answers with the act that an undo takes back', async () => {
  const { made } = port('editor')
  await expect(runCall('workspace.dropDraft', { view: 'x' }, made)).resolves.toEqual({ value: null, act: '7'.repeat(26) })
})

test('what a call gives back in another form is a bug, and no value of it gets out', async () => {
  const { made } = port('editor', { value: { rows: [{ lastName: 'Haddad' }], total: 'viele' } })
  const bugs: unknown[] = []
  const given = await answer(
    () => runCall('directory.listPersons', { search: '', offset: 0, limit: 10 }, made),
    (bug) => bugs.push(bug),
  )
  expect(given).toMatchObject({ ok: false, failure: { code: unexpected.code } })
  expect(given.ok ? '' : given.failure.params['trace']).toMatch(/^[0-9a-f]{8}$/)
  expect(bugs).toMatchObject([{ name: 'TypeError' }])
  expect(JSON.stringify([given, bugs])).not.toContain('Haddad')
  // Also where nothing looks into the answer: of a command, and of a query whose answer shows nobody.
  for (const [name, input] of [
    ['workspace.getOffice', {}],
    ['workspace.dropDraft', { view: 'x' }],
  ] as const)
    await expect(runCall(name, input, port('editor', { value: { lastName: 'Haddad' } }).made)).rejects.toThrow(/breaks its output/)
})

test('a failure crosses with its sentence, a bug as a mark alone: messages may carry values', async () => {
  const bugs: unknown[] = []
  const note = (bug: unknown) => void bugs.push(bug)
  expect(await answer(async () => Promise.reject(new WorkbenchError(recordGone, {})), note)).toEqual({
    ok: false,
    failure: { code: recordGone.code, sentence: recordGone.sentence, params: {} },
  })
  expect(bugs).toEqual([])
  const thrown: unknown[] = [Object.assign(new Error('no such column: Haddad'), { code: 'SQLITE_ERROR' }), 'Haddad', { lastName: 'Haddad' }]
  for (const error of thrown) {
    const given = await answer(async () => Promise.reject(error), note)
    expect(given).toMatchObject({ ok: false, failure: { code: unexpected.code } })
    expect(JSON.stringify([given, bugs])).not.toContain('Haddad')
  }
  expect(bugs).toMatchObject([{ name: 'Error SQLITE_ERROR' }, { name: 'string' }, { name: 'object' }])
})
