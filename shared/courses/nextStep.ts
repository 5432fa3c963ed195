// What must happen next with a participant: the second column of the list.
import * as z from 'zod'
import type { IsoDate } from '../core/entity'
import { ruleValue } from '../core/lists'

export type NextStep = { kind: 'entitlementEnds'; day: IsoDate; isOver: boolean } | { kind: 'test' } | { kind: 'assign' } | { kind: 'none' }

/** Days before the end of an entitlement from which it is the next step. */
const Warning = z.object({ days: z.int() })

/** Next steps in the order of their urgency, as lists filter and sort them. */
export const NEXT_STEPS = ['entitlementOver', 'entitlementEnds', 'test', 'assign', 'none'] as const

/** Codes of `participantState` after which nothing more happens here. */
export const OVER: readonly string[] = ['finished', 'brokenOff', 'changed', 'notAppeared']

/**
 * The next step of a participant on a day: an entitlement that lapses before the course began (it lapses in law, domain.md 2.2),
 * then the placement test, then a group. Whoever is done has none.
 */
export function nextStep(
  one: { participantState: string; courseNumber: string | null; placementScore: number | null; entitlementUntil: IsoDate | null },
  today: IsoDate,
): NextStep {
  if (OVER.includes(one.participantState)) return { kind: 'none' }
  const { entitlementUntil: day } = one
  if (one.courseNumber === null && day !== null && day <= warnedUntil(today)) return { kind: 'entitlementEnds', day, isOver: day < today }
  if (one.placementScore === null) return { kind: 'test' }
  return one.courseNumber === null ? { kind: 'assign' } : { kind: 'none' }
}

/** The last day whose end of an entitlement is a next step today. */
export function warnedUntil(today: IsoDate): IsoDate {
  const { days } = Warning.parse(ruleValue('entitlementWarning', today))
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)
}
