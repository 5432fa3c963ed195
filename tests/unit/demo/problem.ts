// The demo county as a grouping problem, straight from the generator: the store has no part in it.
import * as z from 'zod'
import { ruleValue } from '../../../shared/core/lists'
import { type GroupingPlan, type GroupingProblem, GroupingWeights } from '../../../shared/courses/grouping/model'
import { drawCounty } from '../../../electron/demo/county'
import { courses } from '../../../electron/demo/files'
import { DEMO_TODAY } from '../../../electron/demo/people'
import { minutesTo, sizeOf } from '../../../electron/demo/seats'

const rule = <Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> => schema.parse(ruleValue(name, DEMO_TODAY))

/** The problem, and the present groups as a plan. */
export function demoProblem(): { problem: GroupingProblem; present: GroupingPlan } {
  const { participants } = drawCounty()
  const bands = rule('groupingBands', z.object({ centres: z.array(z.int()), paces: z.array(z.int()), opening: z.int() }))
  const alternatives = rule('courseTypeAlternatives', z.record(z.string(), z.array(z.string())))
  const urgency = rule('entitlementUrgency', z.record(z.string(), z.number()))
  const paceValue = rule('learningPaceValue', z.record(z.string(), z.number()))
  const named = (of: string[]) => [...new Set(of)].map((id) => ({ id, name: id }))
  const slots = named(courses.map(({ slot }) => slot))
  const problem: GroupingProblem = {
    format: 'grouping-instance-1',
    name: 'erlenmark',
    travelLimit: rule('travel', z.object({ limitMinutes: z.int() })).limitMinutes,
    weights: rule('groupingWeights', GroupingWeights),
    centres: bands.centres,
    paces: bands.paces,
    types: named(courses.map(({ courseType }) => courseType)),
    slots,
    sites: named(courses.map(({ site }) => site)),
    groups: courses.map((course) => ({
      id: course.courseNumber,
      type: course.courseType,
      site: course.site,
      slot: course.slot,
      minSize: sizeOf(course).min,
      maxSize: sizeOf(course).max,
      childcare: course.childcarePlaces,
      opening: bands.opening,
      mustOpen: course.courseState === 'running',
    })),
    limits: [],
    people: participants.map((one) => ({
      id: String(one.number),
      types: [one.recommendedType, ...(alternatives[one.recommendedType] ?? [])],
      score: one.placementScore,
      pace: paceValue[one.learningPace] ?? 3,
      slots: one.availableSlots.length === 0 ? slots.map(({ id }) => id) : one.availableSlots,
      minutes: Object.fromEntries(courses.map((course) => [course.site, minutesTo(one, course)])),
      childcare: one.childcareNeed,
      language: one.firstLanguage,
      wishSite: null,
      wishSlot: one.wishSlot,
      urgency: urgency[one.entitlementBasis] ?? 1,
      present: one.course?.courseNumber ?? null,
      locked: null,
    })),
    together: [],
    apart: [],
  }
  const present: GroupingPlan = {
    format: 'grouping-plan-1',
    instance: problem.name,
    groups: courses
      .filter(({ courseState }) => courseState === 'running')
      .map(({ courseNumber }) => ({ id: courseNumber, centre: 50, pace: 3 })),
    assignments: Object.fromEntries(problem.people.map(({ id, present: group }) => [id, group])),
    objective: 0,
    bound: null,
  }
  return { problem, present }
}
