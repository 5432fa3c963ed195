import { expect, test } from 'vitest'
import { lists } from '../../../shared/core/listFiles'
import { paceValue } from '../../../shared/courses/learningPace'
import { nextStep } from '../../../shared/courses/nextStep'

const today = '2026-11-24'
const waiting = { participantState: 'registered', courseNumber: null, placementScore: 62, entitlementUntil: null }

test('after registration comes the test, then a group, and in a course nothing is open', () => {
  expect(nextStep({ ...waiting, placementScore: null }, today)).toEqual({ kind: 'test' })
  expect(nextStep(waiting, today)).toEqual({ kind: 'assign' })
  expect(nextStep({ ...waiting, courseNumber: 'AIK 01' }, today)).toEqual({ kind: 'none' })
  // 0 points are a result.
  expect(nextStep({ ...waiting, placementScore: 0 }, today)).toEqual({ kind: 'assign' })
})

test('an entitlement that ends within thirty days goes before all else, its last day included, until a course has begun', () => {
  const until = (entitlementUntil: string, more = {}) => nextStep({ ...waiting, placementScore: null, entitlementUntil, ...more }, today)
  expect(until('2026-12-24')).toEqual({ kind: 'entitlementEnds', day: '2026-12-24', isOver: false })
  expect(until('2026-12-25')).toEqual({ kind: 'test' })
  expect(until('2026-11-24')).toEqual({ kind: 'entitlementEnds', day: '2026-11-24', isOver: false })
  expect(until('2026-11-23')).toEqual({ kind: 'entitlementEnds', day: '2026-11-23', isOver: true })
  expect(until('2026-11-23', { courseNumber: 'AIK 01', placementScore: 50 })).toEqual({ kind: 'none' })
})

test('whoever is done has no next step, whatever is missing', () => {
  for (const participantState of ['finished', 'brokenOff', 'changed', 'notAppeared']) {
    expect(lists.participantState?.map(({ code }) => code)).toContain(participantState)
    expect(nextStep({ ...waiting, placementScore: null, entitlementUntil: '2026-11-25', participantState }, today)).toEqual({
      kind: 'none',
    })
  }
})

test('paces are reckoned slow below regular below fast; unjudged and unknown ones count as regular', () => {
  const [slow, regular, fast] = ['slow', 'regular', 'fast'].map((pace) => paceValue(pace, today)) as [number, number, number]
  expect([slow < regular, regular < fast]).toEqual([true, true])
  expect([paceValue(null, today), paceValue('glacial', today)]).toEqual([regular, regular])
})
