// Of the dated records of a participant the one that counts now, for statements of this room. The newest day counts; of one day, which a merge
// can bring, the greater id, so that every office shows the same.
import * as z from 'zod'
import type { RecordOf } from '../../shared/core/entity'
import { groupingPlan } from '../../shared/courses/groupingPlan'
import type { Reader } from '../store/store'

/** Joins the newest placement of each participant. */
export const NEWEST_PLACEMENT = `LEFT JOIN placement ON placement.id = (SELECT id FROM placement AS one
    WHERE one.participantId = participant.id ORDER BY placementDate DESC, id DESC LIMIT 1)`

/** Joins the newest judgement of the pace of each participant. */
export const NEWEST_PACE = `LEFT JOIN paceJudgement ON paceJudgement.id = (SELECT id FROM paceJudgement AS one
    WHERE one.participantId = participant.id ORDER BY judgedOn DESC, id DESC LIMIT 1)`

/** Joins the course that each participant is in now, as `enrolment`. */
export const OPEN_ENROLMENT = `LEFT JOIN enrolment ON enrolment.id = (SELECT id FROM enrolment AS one
    WHERE one.participantId = participant.id AND endedOn IS NULL ORDER BY enrolledOn DESC, id DESC LIMIT 1)`

const NEWEST_PLAN = `SELECT groupingPlan.id FROM groupingPlan
    ORDER BY (SELECT max(at) FROM change WHERE record = groupingPlan.id) DESC, groupingPlan.id DESC LIMIT 1`

/** The newest kept plan, or `undefined` before the first. */
export function newestPlan(store: Reader): RecordOf<typeof groupingPlan> | undefined {
  const newest = store.row(z.object({ id: z.string() }), NEWEST_PLAN)
  return newest === undefined ? undefined : store.get(groupingPlan, newest.id)
}
