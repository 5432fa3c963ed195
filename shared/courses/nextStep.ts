// What must happen next with a participant: the second column of the list.
import * as z from 'zod'
import type { IsoDate } from '../core/entity'
import { ruleValue } from '../core/lists'

export type NextStep = { kind: 'entitlementEnds'; day: IsoDate; isOver: boolean } | { kind: 'test' } | { kind: 'assign' } | { kind: 'none' }

/** Days before the end of an entitlement from which it is the next step. */
const Warning = z.object({ days: z.int() })

/** Codes of `participantState` after which nothing more happens here. */
const OVER = new Set(['finished', 'brokenOff', 'changed', 'notAppeared'])

/**
 * The next step of a participant on a day: an entitlement that lapses before the course began (it lapses in law, domain.md 2.2),
 * then the placement test, then a group. Whoever is done has none.
 */
export function nextStep(
  one: { participantState: string; courseNumber: string | null; placementScore: number | null; entitlementUntil: IsoDate | null },
  today: IsoDate,
): NextStep {
  if (OVER.has(one.participantState)) return { kind: 'none' }
  const { entitlementUntil: day } = one
  if (one.courseNumber === null && day !== null && daysBetween(today, day) <= Warning.parse(ruleValue('entitlementWarning', today)).days)
    return { kind: 'entitlementEnds', day, isOver: day < today }
  if (one.placementScore === null) return { kind: 'test' }
  return one.courseNumber === null ? { kind: 'assign' } : { kind: 'none' }
}

function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}
