import { WorkbenchError } from '../../shared/core/errors'
import type { courses } from '../../shared/courses/calls'
import { planImpossible } from '../../shared/courses/grouping/model'
import type { Job } from '../jobs/job'
import { findPlan } from './grouping/search'

/** One seed for all: the same people and courses give the same plan. */
const SEED = 1

/**
 * Plans learner groups in a worker, from plain data. Each better plan or bound is reported, so a cancelled or killed job still leaves
 * its best plan with the screen. @throws planImpossible with the rules that conflict, planNotFound
 */
export const planGroups: Job<typeof courses.planGroups> = async ({ problem, seconds }, context) => {
  const found = await findPlan(problem, { seed: SEED, seconds, signal: context.signal, report: (plan) => context.report(plan) })
  if ('infeasible' in found) throw new WorkbenchError(planImpossible, { rules: found.infeasible.join(' ') })
  return found
}
