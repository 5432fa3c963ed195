import { readdirSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { lists, rules } from '../../../shared/core/listFiles'
import { choices, labelOf, ruleValue, versionOn } from '../../../shared/core/lists'
import { entities } from '../../../shared/rooms'
import { setLanguage } from '../../../shared/i18n/text'

const Bounds = z.strictObject({ min: z.number(), max: z.number() })
const TODAY = '2026-11-02'
const everyList = Object.entries(lists)
const everyRule = Object.entries(rules)
const everyField = [...entities.values()].flatMap((entity) => Object.values(entity.fields))

describe('the files of resources/lists', () => {
  test('are all read, and each is a list or a rule', () => {
    // Words of providers (headers, values) are read by the import alone.
    const files = readdirSync('resources/lists').filter((file) => !file.startsWith('provider'))
    expect(files.map((file) => file.replace('.json', '')).sort()).toEqual([...Object.keys(lists), ...Object.keys(rules)].sort())
    expect(Object.keys(lists).filter((name) => name in rules)).toEqual([])
  })
})

describe.each(everyList)('the list %s', (_, entries) => {
  test('uses no code twice, and every code can stand in a record', () => {
    expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length)
    for (const { code } of entries) expect(code).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/)
  })

  test('uses no word twice among the values in force, in either language', () => {
    const inForce = entries.filter(({ until }) => until === null)
    expect(new Set(inForce.map(({ de }) => de)).size).toBe(inForce.length)
    expect(new Set(inForce.map(({ en }) => en)).size).toBe(inForce.length)
  })

  test('ends no value before it began, and names only values of its own as successors', () => {
    for (const { from, until, replacedBy } of entries) {
      if (until !== null) expect(until >= from).toBe(true)
      if (replacedBy !== undefined) expect(entries.some(({ code }) => code === replacedBy)).toBe(true)
    }
  })
})

describe.each(everyRule)('the rule %s', (name, versions) => {
  test('has versions in the order of their days, the last of them in force', () => {
    const days = versions.map(({ from }) => from)
    expect(days).toEqual([...new Set(days)].sort())
    expect(() => ruleValue(name, TODAY)).not.toThrow()
  })
})

describe('what records name', () => {
  test('exists: code lists, bounds, retention and bodies', () => {
    for (const { entity, name, kind, bounds, responsible } of everyField) {
      const where = `${entity}.${name}`
      if (kind.type === 'code' || kind.type === 'codes') expect(lists[kind.list], where).toBeDefined()
      if (bounds !== undefined) expect(Bounds.safeParse(ruleValue(bounds, TODAY)).success, where).toBe(true)
      expect(
        lists.bodyKind?.map(({ code }) => code),
        where,
      ).toContain(responsible)
    }
    for (const { name, retention } of entities.values()) {
      expect(ruleValue(retention, TODAY), name).toHaveProperty('months')
    }
  })
})

describe('rules that speak of codes', () => {
  const types = new Set(lists.courseType?.map(({ code }) => code))

  test('name course types, paces and entitlements that exist', () => {
    for (const rule of ['courseTypeHours', 'groupSize', 'courseTypeAlternatives']) {
      for (const type of Object.keys(ruleValue(rule, TODAY) as object)) expect(types, rule).toContain(type)
    }
    for (const others of Object.values(ruleValue('courseTypeAlternatives', TODAY) as Record<string, string[]>)) {
      for (const type of others) expect(types).toContain(type)
    }
    expect(Object.keys(ruleValue('learningPaceValue', TODAY) as object)).toEqual(lists.learningPace?.map(({ code }) => code))
    expect(Object.keys(ruleValue('entitlementUrgency', TODAY) as object)).toEqual(lists.entitlementBasis?.map(({ code }) => code))
  })

  test('let no planned group be larger than the law allows', () => {
    const hours = ruleValue('courseTypeHours', TODAY) as Record<
      string,
      { language: number; orientation: number; total: number; groupMax: number }
    >
    for (const [type, { min, max }] of Object.entries(ruleValue('groupSize', TODAY) as Record<string, { min: number; max: number }>)) {
      expect(min, type).toBeLessThanOrEqual(max)
      expect(max, type).toBeLessThanOrEqual(hours[type]?.groupMax ?? 0)
    }
    for (const { language, orientation, total } of Object.values(hours)) expect(total).toBe(language + orientation)
  })
})

describe('words and values of a day', () => {
  afterEach(() => setLanguage('de'))

  test('are in the language in force, and an unknown code stands as it came', () => {
    expect(labelOf('slot', 'evening')).toBe(lists.slot?.find(({ code }) => code === 'evening')?.de)
    setLanguage('en')
    expect(labelOf('slot', 'evening')).toBe(lists.slot?.find(({ code }) => code === 'evening')?.en)
    expect(labelOf('slot', 'fromTheFuture')).toBe('fromTheFuture')
  })

  test('hold from their first day on and are replaced by the next version on its day', () => {
    for (const [name, versions] of everyRule) {
      for (const { from, value } of versions) expect(ruleValue(name, from), `${name} ${from}`).toEqual(value)
      expect(() => ruleValue(name, dayBefore(versions[0]!.from)), name).toThrow(TypeError)
    }
    const versions = [
      { from: '2020-01-01', value: 1 },
      { from: '2026-01-01', value: 2 },
    ]
    expect(['2019-12-31', '2020-01-01', '2025-12-31', '2026-01-01'].map((day) => versionOn(versions, day)?.value)).toEqual([
      undefined,
      1,
      1,
      2,
    ])
  })
})

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

describe('choices of a day', () => {
  const codesOn = (day: string) => choices('courseType', day).map(({ code }) => code)

  test('leave out what is abolished, and what is not in force yet', () => {
    expect(codesOn('2025-04-30')).toContain('women')
    expect(codesOn('2025-05-01')).not.toContain('women')
    expect(codesOn('2025-04-30')).not.toContain('lowLiteracy')
    expect(codesOn('2025-05-01')).toContain('lowLiteracy')
  })

  test('keep former states out, whose word can still be read', () => {
    expect(choices('nationality', TODAY).map(({ code }) => code)).not.toContain('159')
    expect(labelOf('nationality', '159')).toContain('Sowjetunion')
  })
})
