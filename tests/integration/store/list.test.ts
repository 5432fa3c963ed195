import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listOrganisations, listPersons } from '../../../electron/directory/queries'
import type { RecordOf } from '../../../shared/core/entity'
import { invalidInput } from '../../../shared/core/errors'
import { type Filter, type ListWindow, type Sort, tooManyGroups } from '../../../shared/core/list'
import { organisation } from '../../../shared/directory/organisation'
import { person } from '../../../shared/directory/person'
import { failing } from '../../fixtures/failing'
import { wholeList } from '../../fixtures/listWindow'
import { temporaryWorkspace } from '../../fixtures/workspace'

type Person = RecordOf<typeof person>

// Short words of few letters, so that filters hit, names repeat and sort alike; one word in every form that people write it in.
const word = fc.constantFrom(
  'Öz',
  'oez',
  'Oz',
  'OZ',
  'Ažić',
  'Azic',
  'Straße',
  'strasse',
  'Müller',
  'Mueller',
  "D'Souza",
  'dsouza',
  'Ж',
  '1',
)
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 2 })
const day = fc.constantFrom('1985-02-28', '1985-03-01', '1990-12-31', '2004-02-29')
const onePerson: fc.Arbitrary<Omit<Person, 'id'>> = fc.record({
  lastName: word,
  firstName: fc.oneof(word, fc.constant('')),
  birthName: maybe(word),
  birthDate: maybe(day),
  birthDatePrecision: fc.constantFrom('day', 'year'),
  sex: maybe(fc.constantFrom('f', 'm', 'x')),
  nationalities: fc.uniqueArray(fc.constantFrom('SY', 'AF', 'UA', 'SYX'), { maxLength: 3 }),
  firstLanguage: maybe(fc.constantFrom('ar', 'uk', 'qq')),
  otherLanguages: fc.constant([]),
  street: fc.constant(null),
  houseNo: fc.constant(null),
  postcode: fc.constant(null),
  city: maybe(word),
  district: fc.constant(null),
  municipalityId: fc.constant(null),
  phone: fc.constant(null),
  mobile: fc.constant(null),
  email: fc.constant(null),
})

const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ kind: fc.constant('contains' as const), column: fc.constantFrom('lastName', 'firstName', 'birthName', 'city'), text: word }),
  fc.record({ kind: fc.constant('range' as const), column: fc.constant('birthDate'), from: maybe(day), to: maybe(day) }),
  fc.record({
    kind: fc.constant('oneOf' as const),
    column: fc.constant('sex'),
    values: fc.uniqueArray(fc.constantFrom('f', 'm', 'x'), { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant('oneOf' as const),
    column: fc.constant('nationalities'),
    values: fc.uniqueArray(fc.constantFrom('SY', 'AF'), { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constantFrom('empty' as const, 'notEmpty' as const),
    column: fc.constantFrom('firstName', 'birthDate', 'city', 'nationalities'),
  }),
)
const SORTED = ['lastName', 'firstName', 'birthDate', 'city', 'firstLanguage'] as const
const sorts: fc.Arbitrary<Sort[]> = fc
  .uniqueArray(fc.constantFrom(...SORTED), { maxLength: 3 })
  .chain((columns) => fc.tuple(...columns.map((column) => fc.boolean().map((isDescending) => ({ column, isDescending })))))

test('what is shown is what somebody would pick and order by hand, window after window', () => {
  fc.assert(
    fc.property(
      fc.array(onePerson, { maxLength: 30 }),
      fc.array(filter, { maxLength: 3 }),
      sorts,
      fc.integer({ min: 1, max: 7 }),
      (people, filters, keys, limit) => {
        using workspace = temporaryWorkspace()
        workspace.act((store) => people.forEach((one) => store.create(person, one)))
        const all = workspace.store.find(person, {})
        const expected = all.filter((one) => filters.every((condition) => holds(condition, one))).sort(inOrder(keys))
        const seen: string[] = []
        for (let offset = 0; offset === 0 || offset < expected.length; offset += limit) {
          const found = listPersons(workspace.store, { ...wholeList, filters, sorts: keys, offset, limit })
          expect([found.total, found.all]).toEqual([expected.length, all.length])
          seen.push(...found.rows.map(({ id }) => id))
        }
        expect(seen).toEqual(expected.map(({ id }) => id))
      },
    ),
    { numRuns: 60 },
  )
})

/** Umlauts with and without e, accents, case and apostrophes, folded without the program's own functions. */
const FOLDED: Record<string, string> = {
  Öz: 'oz',
  oez: 'oz',
  Oz: 'oz',
  OZ: 'oz',
  Ažić: 'azic',
  Azic: 'azic',
  Straße: 'strasse',
  strasse: 'strasse',
  Müller: 'muller',
  Mueller: 'muller',
  "D'Souza": 'dsouza',
  dsouza: 'dsouza',
  Ж: 'zh',
  '1': '1',
  '': '',
}
/** The phone book takes an umlaut for two letters; a town's list does not. */
const PHONE_BOOK: Record<string, string> = { ...FOLDED, Öz: 'oez', oez: 'oez', Müller: 'mueller', Mueller: 'mueller' }
const TOWNS: Record<string, string> = { ...FOLDED, oez: 'oez', Mueller: 'mueller' }

function holds(condition: Filter, one: Person): boolean {
  const value = one[condition.column as keyof Person]
  const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0)
  switch (condition.kind) {
    case 'contains':
      return typeof value === 'string' && FOLDED[value]!.includes(FOLDED[condition.text]!)
    case 'range': {
      if (condition.from === null && condition.to === null) return true
      return (
        typeof value === 'string' &&
        (condition.from === null || value >= String(condition.from)) &&
        (condition.to === null || value <= String(condition.to))
      )
    }
    case 'oneOf':
      return Array.isArray(value)
        ? value.some((code) => condition.values.includes(code))
        : value !== null && condition.values.includes(value)
    case 'empty':
      return isEmpty
    case 'notEmpty':
      return !isEmpty
  }
}

function inOrder(keys: readonly Sort[]) {
  const all = [
    ...keys,
    ...['lastName', 'firstName']
      .filter((column) => keys.every((key) => key.column !== column))
      .map((column) => ({ column, isDescending: false })),
  ]
  return (one: Person, other: Person): number => {
    for (const { column, isDescending } of all) {
      const [a, b] = [keyOf(one, column), keyOf(other, column)]
      if ((a === null) !== (b === null)) return a === null ? 1 : -1
      if (a !== null && b !== null && a !== b) return (a < b ? -1 : 1) * (isDescending ? -1 : 1)
    }
    return one.id < other.id ? -1 : 1
  }
}

function keyOf(one: Person, column: string): string | null {
  if (column === 'lastName' || column === 'firstName') return PHONE_BOOK[one[column]]!
  if (column === 'city') return one.city === null ? null : TOWNS[one.city]!
  if (column === 'birthDate') return one.birthDate
  // In the order of the list of languages; a code that it lacks comes after them.
  return one.firstLanguage === null ? null : one.firstLanguage === 'qq' ? '2' : one.firstLanguage === 'ar' ? '0' : '1'
}

const body = { bodyKind: 'KT', street: null, postcode: null, city: null, municipalityId: null, phone: null, email: null, remarks: null }

test('groups stand in the order of their rows with how many they hold, and the rows of a folded one are left out', () => {
  using workspace = temporaryWorkspace()
  const bodies = [
    ['Volkshochschule', 'KT', 'Erlenburg'],
    ['Bildungswerk', 'KT', 'Brunnstätt'],
    ['Jobcenter', 'JC', null],
    ['Verein', 'VER', 'erlenburg'],
  ] as const
  workspace.act((store) =>
    bodies.forEach(([organisationName, bodyKind, city]) => store.create(organisation, { ...body, organisationName, bodyKind, city })),
  )
  const grouped = (more: Partial<ListWindow>) => {
    const { rows, groups, total } = listOrganisations(workspace.store, { ...wholeList, ...more })
    return { groups: groups.map(({ value, count }) => [value, count]), names: rows.map((row) => row.organisationName), total }
  }
  expect(grouped({ group: { column: 'city', folded: [] } })).toEqual({
    groups: [
      ['Brunnstätt', 1],
      ['Erlenburg', 1],
      ['erlenburg', 1],
      [null, 1],
    ],
    names: ['Bildungswerk', 'Volkshochschule', 'Verein', 'Jobcenter'],
    total: 4,
  })
  expect(grouped({ group: { column: 'city', folded: [null, 'Erlenburg'] } }).names).toEqual(['Bildungswerk', 'Verein'])
  expect(
    grouped({ group: { column: 'city', folded: [] }, filters: [{ kind: 'oneOf', column: 'bodyKind', values: ['KT'] }] }).groups,
  ).toEqual([
    ['Brunnstätt', 1],
    ['Erlenburg', 1],
  ])
  expect(grouped({ group: { column: 'city', folded: [] }, sorts: [{ column: 'city', isDescending: true }] }).names).toEqual([
    'Volkshochschule',
    'Verein',
    'Bildungswerk',
    'Jobcenter',
  ])
})

test('more groups than a list can show are refused in a sentence', () => {
  using workspace = temporaryWorkspace()
  const fill = (from: number, to: number) =>
    workspace.act((store) => {
      for (let number = from; number < to; number += 1)
        store.create(organisation, { ...body, organisationName: 'Verein', city: `Ort ${number}` })
    })
  fill(0, 500)
  expect(listOrganisations(workspace.store, { ...wholeList, group: { column: 'city', folded: [] } }).groups).toHaveLength(500)
  fill(500, 501)
  expect(() => listOrganisations(workspace.store, { ...wholeList, group: { column: 'city', folded: [] } })).toThrow(
    failing(tooManyGroups, { most: 500 }),
  )
})

test('a column that the list does not have, or a filter that does not fit it, is refused and never becomes SQL', () => {
  using workspace = temporaryWorkspace()
  const ask = (more: Partial<ListWindow>) => () => listPersons(workspace.store, { ...wholeList, ...more })
  const evil = 'id; DROP TABLE person; --'
  for (const column of [evil, 'constructor', 'person.id', '']) {
    expect(ask({ sorts: [{ column, isDescending: false }] })).toThrow(failing(invalidInput, { where: `columns.${column}` }))
    expect(ask({ filters: [{ kind: 'empty', column }] })).toThrow(failing(invalidInput, { where: `columns.${column}` }))
    expect(ask({ group: { column, folded: [] } })).toThrow(failing(invalidInput, { where: `columns.${column}` }))
  }
  expect(ask({ filters: [{ kind: 'range', column: 'lastName', from: null, to: '2026-01-01' }] })).toThrow(
    failing(invalidInput, { where: 'filters.lastName' }),
  )
  expect(ask({ filters: [{ kind: 'contains', column: 'sex', text: 'f' }] })).toThrow(failing(invalidInput, { where: 'filters.sex' }))
  expect(ask({ filters: [{ kind: 'range', column: 'birthDate', from: 5, to: null }] })).toThrow(
    failing(invalidInput, { where: 'filters.birthDate' }),
  )
  workspace.act((store) => store.create(organisation, { ...body, organisationName: evil }))
  expect(ask({ search: `' OR 1=1 --`, filters: [{ kind: 'contains', column: 'city', text: `%' --` }] })()).toMatchObject({ total: 0 })
})
