// What forms know without a window: which records can be made in place, what a search in a list finds, who may write.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creationOf } from '../../../renderer/ui/creation'
import { fitting } from '../../../renderer/ui/choices'
import { choices, labelOf } from '../../../shared/core/lists'
import { mayWrite } from '../../../shared/core/responsibility'
import { entities } from '../../../shared/rooms'

test('a record can be made in place with its name and what it must have; a participant, made with a person, cannot', () => {
  expect(creationOf('organisation')).toMatchObject({ fields: ['organisationName', 'bodyKind'], named: 'organisationName' })
  expect(creationOf('site')).toMatchObject({ fields: ['siteName', 'organisationId'], named: 'siteName' })
  expect(creationOf('person')?.fields).toContain('lastName')
  for (const name of ['participant', 'placement', 'groupingPlan', 'nothing']) expect(creationOf(name), name).toBeNull()
})

test('whatever is left out of the small form may be empty', () => {
  for (const [name, entity] of entities) {
    const creation = creationOf(name)
    if (creation === null) continue
    for (const field of Object.values(entity.fields)) {
      if (creation.fields.includes(field.name)) continue
      const isEmptyAllowed = [null, '', [], false].some((empty) => field.schema.safeParse(empty).success)
      expect(isEmptyAllowed, `${name}.${field.name}`).toBe(true)
    }
  }
})

const languages = choices('language', '2026-11-24').map(({ code }) => ({ code, label: labelOf('language', code) }))

test('a choice is found by the beginning of its word however it is spelt, first those that begin so', () => {
  expect(fitting(languages, 'turk')[0]?.label).toMatch(/^Türk/)
  expect(fitting(languages, 'zzzz')).toEqual([])
  expect(fitting(languages, '  ')).toEqual(languages)
  fc.assert(
    fc.property(fc.constantFrom(...languages), fc.integer({ min: 1, max: 6 }), (one, length) => {
      const found = fitting(languages, one.label.slice(0, length))
      expect(found).toContainEqual(one)
      expect(new Set(found).size).toBe(found.length)
    }),
  )
})

test('a field is written by the body that leads it, or on its behalf', () => {
  expect(mayWrite({ body: 'KT', mayWriteFor: [] }, 'KT')).toBe(true)
  expect(mayWrite({ body: 'KT', mayWriteFor: [] }, 'ABH')).toBe(false)
  expect(mayWrite({ body: 'KT', mayWriteFor: ['ABH'] }, 'ABH')).toBe(true)
  expect(mayWrite({ body: 'KOO', mayWriteFor: 'all' }, 'ABH')).toBe(true)
})
