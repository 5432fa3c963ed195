import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  Act,
  actHash,
  canonicalJson,
  chainHash,
  Change,
  type ChangeHeader,
  commitmentOf,
  DELETED,
  Epoch,
  ERASED,
  MERGED_INTO,
  seenHash,
  WriterLife,
} from '../../../shared/core/change'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const ID = '01J8ZK3V5QXW7N2M4P6R8T9ABC'
const OTHER = '01J8ZK3V5QXW7N2M4P6R8T9ABD'

const act: Act = {
  id: ID,
  name: 'courses.importList',
  params: { rows: 12 },
  user: 'Kurskoordination',
  body: 'KT',
  origin: { kind: 'screen' },
  at: 1_700_000_000_000,
  undoes: null,
}
const header = { writer: ID, scope: 'persons', seq: 2, epoch: 1, act: ID, at: 1_700_000_000_000, entity: 'person', record: OTHER, row: 31 }
const change: Change = {
  ...header,
  fields: { lastName: 'Müller' },
  salt: '0123456789abcdef'.repeat(2),
  commitment: digest('c'),
  hash: digest('h'),
}
const chained = (
  some: Partial<ChangeHeader> = {},
  { before = digest('b'), hashOfAct = actHash(act, digest), seen = {}, commitment = digest('c') } = {},
) => chainHash(before, { ...header, ...some }, hashOfAct, seenHash(seen, digest), commitment, digest)

// V8 of Node 24.21 takes a key of quotes and backslashes for one of the same length that it read before: after
// JSON.parse('[{"?":0,"\\\\\\"":0}]') it reads '[{"?":0,"\\"\\\\":0}]' as that one.
// No field is called so; such keys are left to the half of the property that parses nothing.
const readable = fc.string({ minLength: 1, maxLength: 1 }).filter((sign) => sign !== '"' && sign !== '\\')

test('equal values have equal text, in whatever order their members were set, and the text reads back', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
      const turned = Object.fromEntries(Object.entries(fields).reverse())
      expect(canonicalJson(turned as Change['fields'])).toBe(canonicalJson(fields as Change['fields']))
    }),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: readable }), fc.jsonValue({ stringUnit: readable })), (fields) => {
      expect(JSON.parse(canonicalJson(fields as Change['fields']))).toEqual(JSON.parse(JSON.stringify(fields)))
    }),
  )
  expect(canonicalJson({ b: [1, { d: null, c: true }], a: 'ä"\\' })).toBe('{"a":"ä\\"\\\\","b":[1,{"c":true,"d":null}]}')
})

test('every part of a change is in its hash, and no part can pass for its neighbour', () => {
  const others = [
    chained({ writer: OTHER }),
    chained({ scope: 'courses' }),
    chained({ seq: 3 }),
    chained({ epoch: 2 }),
    chained({ at: 1 }),
    chained({ entity: 'contact' }),
    chained({ record: ID }),
    chained({ row: null }),
    chained({ entity: 'person\nx', record: 'y' }),
    chained({ entity: 'person', record: 'x\ny' }),
    chained({}, { before: '' }),
    chained({}, { hashOfAct: digest('x') }),
    chained({}, { seen: { [OTHER]: 1 } }),
    chained({}, { commitment: digest('d') }),
  ]
  expect(new Set([chained(), ...others]).size).toBe(others.length + 1)
  expect(chained()).toBe(chained())
})

test('every part of an act is in its hash', () => {
  const parts: Partial<Act>[] = [
    { id: OTHER },
    { name: 'x' },
    { params: { rows: 13 } },
    { user: 'x' },
    { body: null },
    { origin: { kind: 'job' } },
    { at: 1 },
    { undoes: OTHER },
  ]
  expect(new Set([act, ...parts.map((part) => ({ ...act, ...part }))].map((one) => actHash(one, digest))).size).toBe(parts.length + 1)
})

test('these hashes are frozen: logs that lie in offices carry them', () => {
  expect(commitmentOf('00', canonicalJson({ b: 1, a: 'ä' }), digest)).toBe(digest('00\n{"a":"ä","b":1}'))
  expect(seenHash({ [OTHER]: 4, [ID]: 3 }, digest)).toBe(digest(`{"${ID}":3,"${OTHER}":4}`))
  expect(actHash(act, digest)).toBe(
    digest(`["${ID}","courses.importList",{"rows":12},"Kurskoordination","KT",{"kind":"screen"},1700000000000,null]`),
  )
  expect(chainHash('', header, 'A', 'S', 'C', digest)).toBe(
    digest(`["","${ID}","persons",2,1,"S","A",1700000000000,"person","${OTHER}",31,"C"]`),
  )
})

test('what comes from elsewhere is parsed: well-formed parts pass', () => {
  expect(Change.parse(change)).toEqual(change)
  expect(Change.parse({ ...change, fields: null, salt: null }).fields).toBeNull()
  for (const fields of [
    { [DELETED]: true },
    { [DELETED]: false, lastName: 'X' },
    { [ERASED]: true },
    { [MERGED_INTO]: ID },
    { [MERGED_INTO]: null },
    { $ofALaterVersion: 1 },
  ]) {
    expect(Change.parse({ ...change, fields }).fields).toEqual(fields)
  }
  expect(Act.parse(act)).toEqual(act)
  expect(Epoch.parse({ writer: ID, epoch: 1, seen: { persons: { [OTHER]: 3 }, care: {} } }).seen.care).toEqual({})
  expect(WriterLife.parse({ id: ID, office: 'Landkreis', since: 0 }).id).toBe(ID)
})

test.each([
  ['an erasure beside a value', { fields: { [ERASED]: true, lastName: 'X' } }],
  ['an erasure taken back', { fields: { [ERASED]: false } }],
  ['a deletion that is neither yes nor no', { fields: { [DELETED]: 1 } }],
  ['a record merged into nothing known', { fields: { [MERGED_INTO]: 'somewhere' } }],
  ['a field name that is no name', { fields: { 'x"; DROP TABLE person': 1 } }],
  ['values without salt', { salt: null }],
  ['salt without values', { fields: null }],
  ['number 0', { seq: 0 }],
  ['a clock that is no number', { at: '2026' }],
  ['an id that is none', { record: 'r1' }],
  ['a scope with a line break', { scope: 'persons\n' }],
  ['a hash that is none', { hash: 'abc' }],
])('%s does not parse', (_, part) => {
  expect(Change.safeParse({ ...change, ...part }).success).toBe(false)
})
