// How calls come into the audit: by a name that people understand, and exports as what they are.
import { expect, test } from 'vitest'
import { jobWish } from '../../../electron/app/jobWish'
import { callNamed, rooms } from '../../../shared/rooms'
import { port } from '../../fixtures/callPort'
import { amira, way } from '../../fixtures/people'

const names = Object.entries(rooms).flatMap(([room, { calls }]) => Object.keys(calls).map((call) => `${room}.${call}`))

test('every query that shows people has a name for the audit', () => {
  const showing = names.filter((name) => {
    const { call } = callNamed(name)!
    return call.kind === 'query' && call.access !== undefined
  })
  expect(showing.length).toBeGreaterThan(10)
  expect(showing.filter((name) => callNamed(name)!.call.label === undefined)).toEqual([])
})

test('what feeds a job is a look at personal fields as well, and an export where the job writes them out', async () => {
  const [id, personId] = ['1'.repeat(26), '2'.repeat(26)]
  const someone = {
    participant: { id, personId, ...way },
    person: { id: personId, ...amira },
    placement: null,
    learningPace: null,
    courseNumber: null,
    plannedCourse: null,
    leftOver: null,
  }
  const { made, seen } = port('editor', {
    value: [{ organisationId: '3'.repeat(26), organisationName: 'Bildungswerk', courses: [], people: [someone] }],
  })
  const wish = jobWish('courses.writeProviderWorkbooks', { folder: '0'.repeat(32) }, { ...made, pathsIn: () => ({}), mayWrite: () => true })
  await wish.feed()
  expect(seen.at(-1)).toEqual(['access', 'courses.writeProviderWorkbooks', [personId]])
})

test('an export stands there also of nobody, and is fed what its input asks for', async () => {
  const { made, seen } = port('dpo', { value: [] })
  const filter = { user: null, kind: null, from: '2026-11-01', until: null, record: null }
  const wish = jobWish('workspace.exportAudit', { folder: '0'.repeat(32), filter }, { ...made, pathsIn: () => ({}), mayWrite: () => true })
  expect(await wish.feed()).toEqual([])
  expect(seen).toEqual([
    ['workspace.getAudit', filter],
    ['access', 'workspace.exportAudit', []],
  ])
})
