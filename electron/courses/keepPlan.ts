import { WorkbenchError } from '../../shared/core/errors'
import { type courses, planBroken, planOutdated } from '../../shared/courses/calls'
import { enrolment } from '../../shared/courses/enrolment'
import { checkPlan } from '../../shared/courses/grouping/check'
import { reasonsLeftOver } from '../../shared/courses/grouping/reasons'
import { meanSpread } from '../../shared/courses/grouping/spread'
import { groupingPlan } from '../../shared/courses/groupingPlan'
import { participant } from '../../shared/courses/participant'
import type { Command, Writer } from '../store/store'
import { buildProblem } from './groupingProblem'

/**
 * Keeps a plan and seats everybody as it says, in one act that can be undone. The problem is built anew from the data: what the
 * screen sends is believed in nothing but who sits where. @throws planOutdated, planBroken with the first rule in words
 */
export const keepPlan: Command<typeof courses.keepPlan> = (store, { planName, plan, readAt }) => {
  if (store.changedSince(readAt)) throw new WorkbenchError(planOutdated, {})
  const { problem, names } = buildProblem(store)
  const { problems, objective } = checkPlan(problem, plan, names)
  if (problems[0] !== undefined) throw new WorkbenchError(planBroken, { rule: problems[0] })

  const reasons = reasonsLeftOver(problem, plan, names)
  const seats = Object.entries(plan.assignments)
  store.describe({ params: { people: seats.filter(([, courseId]) => courseId !== null).length, groups: plan.groups.length } })
  for (const [participantId, courseId] of seats) seat(store, participantId, courseId)
  return store.create(groupingPlan, {
    planName,
    groups: plan.groups.map(({ id, centre, pace }) => ({ courseId: id, centre, pace })),
    seats: seats.map(([participantId, courseId]) => ({ participantId, courseId, reason: reasons[participantId] ?? null })),
    objective,
    bound: plan.bound,
    meanSpread: meanSpread(problem, plan),
  })
}

function seat(store: Writer, participantId: string, courseId: string | null): void {
  const today = store.today()
  const open = store.find(enrolment, { participantId, endedOn: null })
  if (open.some((one) => one.courseId === courseId)) return
  for (const { id } of open) store.put(enrolment, id, { endedOn: today })
  if (courseId !== null) store.create(enrolment, { participantId, courseId, enrolledOn: today, endedOn: null })
  store.put(participant, participantId, { participantState: courseId === null ? 'waitingList' : 'inCourse' })
}
