import fc from 'fast-check'
import { expect, test } from 'vitest'
import { notAllowed } from '../../../shared/core/errors'
import { ROLES } from '../../../shared/workspace/roles'
import {
  MOST_USERS,
  ownPassphrase,
  ownRights,
  refusalOf,
  tooManyUsers,
  type UserChange,
  userGone,
  userNameTaken,
  type WorkspaceUser,
} from '../../../shared/workspace/users'

const user = (id: string, role: WorkspaceUser['role'], name = id): WorkspaceUser => ({
  id,
  name,
  functionName: null,
  role,
  mustChange: false,
})
const office = [user('a', 'coordinator', 'Kerstin Vogt'), user('b', 'editor', 'Jörg Naumann'), user('c', 'coordinator', 'Aylin Demir')]
const codeOf = (by: string, change: UserChange, users = office) => refusalOf(users, by, change)?.definition.code ?? null
const about = (name: string, role: WorkspaceUser['role'] = 'editor') => ({ name, functionName: null, role })

test('coordinators change others, and of themselves only the name', () => {
  expect(codeOf('a', { kind: 'add', about: about('Neu') })).toBe(null)
  expect(codeOf('a', { kind: 'change', userId: 'b', about: about('Jörg Naumann', 'coordinator') })).toBe(null)
  expect(codeOf('a', { kind: 'change', userId: 'c', about: about('Aylin Demir', 'reader') })).toBe(null)
  expect(codeOf('a', { kind: 'remove', userId: 'c' })).toBe(null)
  expect(codeOf('a', { kind: 'reset', userId: 'c' })).toBe(null)
  expect(codeOf('a', { kind: 'change', userId: 'a', about: about('Kerstin Vogt-Maier', 'coordinator') })).toBe(null)
  expect(codeOf('a', { kind: 'change', userId: 'a', about: about('Kerstin Vogt', 'dpo') })).toBe(ownRights.code)
  expect(codeOf('a', { kind: 'remove', userId: 'a' })).toBe(ownRights.code)
  expect(codeOf('a', { kind: 'reset', userId: 'a' })).toBe(ownPassphrase.code)
})

test('who is no coordinator, or not here any more, changes nobody', () => {
  for (const by of ['b', 'x'])
    for (const change of [
      { kind: 'add', about: about('Neu') },
      { kind: 'change', userId: 'b', about: about('Jörg Naumann', 'coordinator') },
      { kind: 'reset', userId: 'a' },
      { kind: 'remove', userId: 'a' },
    ] as const)
      expect(codeOf(by, change)).toBe(notAllowed.code)
})

test('somebody who is gone, a name that another one has and too many are refused', () => {
  for (const kind of ['reset', 'remove'] as const) expect(codeOf('a', { kind, userId: 'x' })).toBe(userGone.code)
  expect(codeOf('a', { kind: 'change', userId: 'x', about: about('Neu') })).toBe(userGone.code)
  for (const name of ['Jörg Naumann', ' jörg  NAUMANN ', 'Jo\u0308rg Naumann'])
    expect(codeOf('a', { kind: 'add', about: about(name) })).toBe(userNameTaken.code)
  expect(codeOf('a', { kind: 'change', userId: 'b', about: about('Jörg Naumann', 'dpo') })).toBe(null)
  const many = [...office, ...Array.from({ length: MOST_USERS - 3 }, (_, at) => user(`u${at}`, 'reader'))]
  expect(codeOf('a', { kind: 'add', about: about('Neu') }, many)).toBe(tooManyUsers.code)
})

test('whatever is done by whomever, there is always a coordinator, and nobody loses a right by the own hand', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const anyAbout = fc.record({
    name: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    functionName: fc.constant(null),
    role: fc.constantFrom(...ROLES),
  })
  const anyChange: fc.Arbitrary<UserChange> = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), about: anyAbout }),
    fc.record({ kind: fc.constant('change' as const), userId: id, about: anyAbout }),
    fc.record({ kind: fc.constant('remove' as const), userId: id }),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(id, anyChange), { maxLength: 60 }), (steps) => {
      let users = [user('a', 'coordinator', 'A')]
      for (const [by, change] of steps) {
        if (refusalOf(users, by, change) !== null) continue
        if (change.kind === 'add') {
          const free = ['b', 'c', 'd', 'e'].find((one) => !users.some((other) => other.id === one))
          if (free !== undefined) users = [...users, { ...user(free, change.about.role), name: change.about.name }]
        }
        if (change.kind === 'change') users = users.map((one) => (one.id === change.userId ? { ...one, ...change.about } : one))
        if (change.kind === 'remove') users = users.filter((one) => one.id !== change.userId)
        expect(users.find((one) => one.id === by)?.role).toBe('coordinator')
        expect(new Set(users.map(({ name }) => name)).size).toBe(users.length)
      }
    }),
  )
})
