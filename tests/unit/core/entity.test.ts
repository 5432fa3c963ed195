import { expect, test } from 'vitest'
import * as z from 'zod'
import { code, codes, entity, field, IsoDate, json, reference } from '../../../shared/core/entity'

const about = { label: 'Proben', scope: 'local', responsible: 'KOO', retention: 'permanent' } as const

test('a code may be unknown, but is a plain word: what it is never carries markup, blanks or paths', () => {
  for (const known of ['general', 'B1', 'KT', 'from.2027_x-1']) expect(code('courseType').safeParse(known).success).toBe(true)
  for (const foreign of ['', ' a', 'a b', '<b>', '../a', '-a', 'a'.repeat(41), 'ä'])
    expect(code('courseType').safeParse(foreign).success, foreign).toBe(false)
  expect(codes('courseType').safeParse(['general', 'a b']).success).toBe(false)
})

test('a definition says of every field how it is stored, whether it may be empty, and who leads it', () => {
  const probe = entity('probe', about, {
    text: field('A', z.string(), { privacy: 'none' }),
    day: field('B', IsoDate.nullable(), { privacy: 'none', responsible: 'ABH' }),
    whole: field('C', z.int(), { privacy: 'none' }),
    number: field('D', z.number(), { privacy: 'none' }),
    flag: field('E', z.boolean(), { privacy: 'none' }),
    one: field('F', code('slot').nullable(), { privacy: 'none' }),
    several: field('G', codes('slot'), { privacy: 'none' }),
    personId: field('H', reference('person').nullable(), { privacy: 'none' }),
    parts: field('I', json(z.array(z.object({ a: z.int() }))), { privacy: 'none' }),
  })
  const seen = Object.values(probe.fields).map(({ name, kind, isNullable, responsible }) => [name, kind, isNullable, responsible])
  expect(seen).toEqual([
    ['text', { type: 'text' }, false, 'KOO'],
    ['day', { type: 'day' }, true, 'ABH'],
    ['whole', { type: 'integer' }, false, 'KOO'],
    ['number', { type: 'number' }, false, 'KOO'],
    ['flag', { type: 'flag' }, false, 'KOO'],
    ['one', { type: 'code', list: 'slot' }, true, 'KOO'],
    ['several', { type: 'codes', list: 'slot' }, false, 'KOO'],
    ['personId', { type: 'reference', entity: 'person' }, true, 'KOO'],
    ['parts', { type: 'json' }, false, 'KOO'],
  ])
  expect(() => entity('wrong', about, { day: field('A', z.date(), { privacy: 'none' }) })).toThrow(TypeError)
})
