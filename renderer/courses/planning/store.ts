import { create } from 'zustand'
import { combine } from 'zustand/middleware'
import type { OutputOf } from '../../../shared/core/call'
import type { courses } from '../../../shared/courses/calls'
import type { GroupingPlan } from '../../../shared/courses/grouping/model'
import { clearAtLock } from '../../app/lock'

/** The problem as it stood when planning began: plan and moves by hand belong to it, whatever changes meanwhile. */
export type PlannedProblem = OutputOf<typeof courses.getGroupingProblem>

const nothing = {
  base: null as PlannedProblem | null,
  /** Plans after each move by hand, newest last; empty: the job's plan as it came. */
  moved: [] as readonly GroupingPlan[],
  personId: null as string | null,
  groupId: null as string | null,
  isMoving: false,
}

/** What the coordinator is doing with the plan that is on screen. */
export const usePlanning = create(
  combine(nothing, (set) => ({
    begin: (base: PlannedProblem) => set({ ...nothing, base }),
    take: (plan: GroupingPlan) => set(({ moved }) => ({ moved: [...moved, plan], isMoving: false })),
    takeBack: () => set(({ moved }) => ({ moved: moved.slice(0, -1) })),
    choose: (groupId: string | null, personId: string | null) => set({ groupId, personId }),
    setMoving: (isMoving: boolean) => set({ isMoving }),
    end: () => set(nothing),
  })),
)
clearAtLock(usePlanning)
