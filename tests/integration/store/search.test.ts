import { expect, test } from 'vitest'
import { search } from '../../../electron/workspace/search'
import { municipality } from '../../../shared/directory/municipality'
import { person } from '../../../shared/directory/person'
import { entities } from '../../../shared/rooms'
import { amira, oemer, olena, registered } from '../../fixtures/people'
import { temporaryWorkspace, type TestWorkspace } from '../../fixtures/workspace'

const hits = ({ store }: TestWorkspace, text: string, recent: string[] = []) => search(store, { search: text, limit: 10, recent }).hits
const titles = (workspace: TestWorkspace, text: string) => hits(workspace, text).map(({ title }) => title)
const countOf = ({ database }: TestWorkspace, table: string) => Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get())

test('people are found by what clerks know of them: name, birth date as typed, telephone, mail, town', () => {
  using workspace = temporaryWorkspace()
  workspace.act((store) => {
    store.create(person, { ...amira, phone: '+49 3771 254-0', email: 'amira.haddad@example.org' })
    store.create(person, oemer)
  })
  for (const text of ['haddad', 'amira haddad', '14.3.91', '14.03.1991 Haddad', '03771 2540', 'amira.haddad@example.org', 'Erlenburg'])
    expect(titles(workspace, text), text).toEqual(['Haddad, Amira'])
  expect(titles(workspace, 'haddad ömer')).toEqual([])
  expect(titles(workspace, '.')).toEqual([])
})

test('spelling is folded, slips are forgiven, and another alphabet finds the German spelling', () => {
  using workspace = temporaryWorkspace()
  workspace.act((store) => {
    for (const one of [amira, oemer, olena, { ...amira, lastName: 'Schewtschenko', firstName: 'Taras' }]) store.create(person, one)
  })
  for (const text of ['Müller', 'Mueller', 'muller', 'Mülelr', 'Müler', 'Kovalenko', 'Kowalenco'])
    expect(titles(workspace, text), text).toEqual(['Müller-Kowalenko, Olena'])
  for (const text of ['Шевченко', 'Shevchenko', 'Schewtschneko']) expect(titles(workspace, text), text).toEqual(['Schewtschenko, Taras'])
  // Three letters: too many words would be near.
  expect(titles(workspace, 'omr')).toEqual([])
})

test('the best stands first: the word itself, the title, what was opened last', () => {
  using workspace = temporaryWorkspace()
  const make = (lastName: string, city: string) =>
    workspace.act((store) => store.create(person, { ...amira, lastName, firstName: 'A', city }))
  const [berg, bergmann, atBerg, berk] = [make('Berg', 'Au'), make('Bergmann', 'Au'), make('Zabel', 'Berg'), make('Berk', 'Au')]
  const second = make('Berg', 'Au')
  const order = (recent: string[]) => hits(workspace, 'berg', recent).map(({ id }) => id)
  expect(order([second])).toEqual([second, berg, atBerg, bergmann, berk])
  expect(order([berg, second])).toEqual([berg, second, atBerg, bergmann, berk])
})

test('what was opened last is found among more than are compared', () => {
  using workspace = temporaryWorkspace()
  const last = workspace.act((store) => {
    for (let number = 0; number < 400; number++) store.create(person, amira)
    return store.create(person, { ...amira, firstName: 'Zara' })
  })
  expect(hits(workspace, 'haddad')).not.toContainEqual(expect.objectContaining({ id: last }))
  expect(hits(workspace, 'haddad', [last])[0]).toMatchObject({ id: last })
})

test('a participant is found by the person, and both lead to their own view', () => {
  using workspace = temporaryWorkspace()
  const id = registered(workspace, amira)
  expect(hits(workspace, 'haddad').map(({ entity, room }) => `${room}/${entity}`)).toEqual(['directory/person', 'courses/participant'])
  expect(hits(workspace, 'haddad')[1]).toMatchObject({ id, title: 'Haddad, Amira', detail: '1991-03-14 · Erlenburg' })
})

test('a change, a deletion and an undo change what is found, and no word of the gone stays in the file', () => {
  using workspace = temporaryWorkspace()
  const id = workspace.act((store) => store.create(person, amira))
  workspace.act((store) => store.put(person, id, { lastName: 'Yilmaz', city: null }))
  expect(titles(workspace, 'haddad')).toEqual([])
  expect(titles(workspace, 'erlenburg')).toEqual([])
  expect(titles(workspace, 'yilamz')).toEqual(['Yilmaz, Amira'])
  workspace.act((store) => store.remove(person, id))
  expect([countOf(workspace, 'found'), countOf(workspace, 'foundRow'), countOf(workspace, 'foundPair')]).toEqual([0, 0, 0])
  workspace.act((store) => store.restore(person, id))
  expect(titles(workspace, 'yilamz')).toEqual(['Yilmaz, Amira'])
})

test('an act that fails leaves the index as it was, and the next one writes whole words', () => {
  using workspace = temporaryWorkspace()
  expect(() =>
    workspace.act((store) => {
      store.create(person, amira)
      throw new Error('stop')
    }),
  ).toThrow('stop')
  expect(countOf(workspace, 'foundPair')).toBe(0)
  workspace.act((store) => store.create(person, amira))
  expect(titles(workspace, 'hadadd')).toEqual(['Haddad, Amira'])
})

test('a file with an older index is filled step by step while people work in it, also over a restart', () => {
  using workspace = temporaryWorkspace()
  const ids = workspace.act((store) => {
    store.create(municipality, { municipalityKey: '99001001', municipalityName: 'Au', inhabitants: 1, gridEast: null, gridNorth: null })
    return Array.from({ length: 600 }, () => store.create(person, amira)).sort()
  })
  workspace.database.exec(`DELETE FROM found; DELETE FROM foundRow; DELETE FROM foundPair; DELETE FROM meta WHERE name = 'searchIndex'`)
  const isIndexing = () => search(workspace.store, { search: 'x', limit: 1, recent: [] }).isIndexing
  expect(workspace.store.indexMore()).toBe(true)
  expect(isIndexing()).toBe(true)
  workspace.act((store) => store.put(person, ids.at(-1)!, { firstName: 'Zara' }))
  workspace.act((store) => store.remove(person, ids[0]!))
  expect(titles(workspace, 'zara')).toEqual(['Haddad, Zara'])
  workspace.reopen()
  let steps = 0
  while (workspace.store.indexMore()) steps++
  expect(steps).toBeGreaterThan(1)
  expect(isIndexing()).toBe(false)
  expect([countOf(workspace, 'found'), countOf(workspace, 'foundRow')]).toEqual([600, 600])
  expect(titles(workspace, 'au')).toContain('Au')
})

test('nothing that is more than personal is searched', () => {
  const searched = [...entities.values()].flatMap(({ fields }) =>
    Object.values(fields).filter(({ keys, search: by }) => keys !== undefined || by !== undefined),
  )
  expect(searched.length).toBeGreaterThan(10)
  expect(searched.filter(({ privacy }) => privacy === 'social' || privacy === 'article9')).toEqual([])
})
