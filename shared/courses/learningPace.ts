// A judgement of the learning pace in words, as the number that the planner reckons with.
import * as z from 'zod'
import type { IsoDate } from '../core/entity'
import { ruleValue } from '../core/lists'

const Values = z.record(z.string(), z.number())

/** What is taken for people whose pace nobody has judged, or judged with a code that this version does not know. */
const UNJUDGED = 'regular'

/** The pace from 1 (slow) to 5 (fast) of a code of `learningPace`, `null`: not judged. */
export function paceValue(learningPace: string | null, day: IsoDate): number {
  const values = Values.parse(ruleValue('learningPaceValue', day))
  const value = values[learningPace ?? UNJUDGED] ?? values[UNJUDGED]
  if (value === undefined) throw new TypeError(`The rule learningPaceValue has no value for ${UNJUDGED}`)
  return value
}
