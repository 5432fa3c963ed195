import { expect, test } from 'vitest'
import * as z from 'zod'
import { runCall } from '../../../electron/app/answer'
import { courses } from '../../../shared/courses/calls'
import { callNamed, entities } from '../../../shared/rooms'
import { names, port } from '../../fixtures/callPort'

test('whose personal fields an answer shows is noted, by ids', async () => {
  const id = '0'.repeat(26)
  const { made, seen } = port('editor', {
    value: { hits: [{ entity: 'person', id, room: 'directory', title: 'Haddad, Amira', detail: '' }], isIndexing: false },
  })
  await runCall('workspace.search', { search: 'haddad', limit: 5, recent: [] }, made)
  expect(seen.at(-1)).toEqual(['access', 'workspace.search', [id]])
})

test('a history, a choice of people and who cannot be planned are looks at personal fields too; a choice of places is none', async () => {
  const id = '0'.repeat(26)
  const noted = async (name: string, input: unknown, value: unknown) => {
    const { made, seen } = port('editor', { value })
    await runCall(name, input, made)
    return seen.filter((one) => Array.isArray(one) && one[0] === 'access').map((one) => (one as unknown[])[2])
  }
  const entry = {
    actId: 'a',
    act: 'Person ändern',
    at: 1,
    user: 'u',
    body: null,
    origin: null,
    entity: 'person',
    field: 'city',
    to: 'Kaltensee',
  }
  expect(await noted('workspace.recordHistory', { records: [{ entity: 'person', id }] }, [entry])).toEqual([[id]])
  const choice = { search: '', selected: null, limit: 10 }
  const value = [{ id, label: 'Haddad, Amira' }]
  expect(await noted('directory.chooseReference', { ...choice, entity: 'person' }, value)).toEqual([[id]])
  expect(await noted('courses.chooseReference', { ...choice, entity: 'participant' }, value)).toEqual([[id]])
  expect(await noted('directory.chooseReference', { ...choice, entity: 'municipality' }, value)).toEqual([])
  expect(courses.getGroupingProblem.access?.({ problem: { people: [] }, withoutPlacement: value } as never, {})).toEqual([id])
})

test('a query whose answer has a personal field says whose it shows', () => {
  const personal = new Set(
    [...entities.values()].flatMap(({ fields }) =>
      Object.values(fields)
        .filter(({ privacy }) => privacy !== 'none')
        .map(({ name }) => name),
    ),
  )
  const keysIn = (schema: unknown): string[] => {
    if (schema instanceof z.ZodObject) return Object.entries(schema.shape).flatMap(([key, part]) => [key, ...keysIn(part)])
    if (schema instanceof z.ZodArray) return keysIn(schema.element)
    return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional ? keysIn(schema.unwrap()) : []
  }
  // Fields that stand in records of bodies and places too say nothing of a person there.
  const ofBodies = new Set(
    [...entities.values()].flatMap(({ fields }) =>
      Object.values(fields)
        .filter(({ privacy }) => privacy === 'none')
        .map(({ name }) => name),
    ),
  )
  const silent = names.filter((name) => {
    const { call } = callNamed(name)!
    return call.kind === 'query' && call.access === undefined && keysIn(call.output).some((key) => personal.has(key) && !ofBodies.has(key))
  })
  expect(silent).toEqual([])
})
