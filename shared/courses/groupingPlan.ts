import * as z from 'zod'
import { entity, field, Id, json } from '../core/entity'

/** One open group of a kept plan: the course, and the middle and pace (1 to 5) of its level band. */
export const PlannedGroup = z.object({ courseId: Id, centre: z.int(), pace: z.int() })
/** Who sits where; `null`: left over, with the rule that blocks, in words. */
export const PlannedSeat = z.object({ participantId: Id, courseId: Id.nullable(), reason: z.string().max(500).nullable() })
export type PlannedSeat = z.infer<typeof PlannedSeat>

/** A grouping plan that an office kept. Cost and bound are in minutes of travel of one person (bench/grouping/model.md). */
export const groupingPlan = entity(
  'groupingPlan',
  { label: 'Gruppenpläne', scope: 'courses', responsible: 'KOO', retention: 'courseData' },
  {
    planName: field('Bezeichnung', z.string().trim().min(1).max(200), { privacy: 'none', keys: 'thing' }),
    groups: field('Gruppen', json(z.array(PlannedGroup).max(2000)), { privacy: 'none' }),
    seats: field('Plätze', json(z.array(PlannedSeat).max(20000)), { privacy: 'personal' }),
    objective: field('Kosten', z.int(), { privacy: 'none' }),
    bound: field('Schranke', z.int().nullable(), { privacy: 'none' }),
    meanSpread: field('Mittlere Streuung', z.number().nullable(), { privacy: 'none', unit: 'Punkte' }),
  },
)
