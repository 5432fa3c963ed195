import * as z from 'zod'
import type { IsoDate } from '../../core/entity'
import { ruleValue } from '../../core/lists'
import { fieldFor } from './fieldsOfList'

const Bounds = z.object({ min: z.number(), max: z.number() })

/** Least and most of the numbers of a list on a day, by field: the dated rules that the records name. */
export function boundsOfFields(day: IsoDate): Record<string, { min: number; max: number }> {
  const found: Record<string, { min: number; max: number }> = {}
  for (const name of ['placementScore', 'scoreOral', 'scoreWritten', 'recommendedModule']) {
    const rule = fieldFor(name)?.bounds
    if (rule !== undefined) found[name] = Bounds.parse(ruleValue(rule, day))
  }
  return found
}
