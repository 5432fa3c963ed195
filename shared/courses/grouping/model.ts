// The grouping problem and its plan: the file formats of bench/grouping/model.md, with ids as the caller has them.
import * as z from 'zod'
import { failure } from '../../core/errors'

export const planImpossible = failure<{ rules: string }>(
  'courses/plan-impossible',
  'Es gibt keinen Plan, der alle Regeln einhält. {rules} Lösen Sie eine dieser Vorgaben und planen Sie neu.',
)

export const planNotFound = failure<{ seconds: number }>(
  'courses/plan-not-found',
  'In {seconds} Sekunden fand sich kein Plan, der alle Regeln einhält. Das beweist nicht, dass es keinen gibt. Lösen Sie eine Vorgabe, zum Beispiel eine Gruppe, die geöffnet bleiben muss, oder planen Sie mit mehr Zeit.',
)

const Key = z.string().min(1).max(200)
const Named = z.object({ id: Key, name: z.string().max(300) })
const Whole = z.int().min(0).max(1_000_000)

/** Weights of the cost, in minutes of travel of one person; `near` and `maxDeviation` in points, `languageFree` in people. 0 switches a part off. */
export const GroupingWeights = z.object({
  spread: Whole,
  spreadFar: Whole,
  near: Whole,
  maxDeviation: Whole,
  pace: Whole,
  travel: Whole,
  otherType: Whole,
  wish: Whole,
  moved: Whole,
  emptySeat: Whole,
  sameLanguage: Whole,
  languageFree: Whole,
  unplaced: Whole,
})

/** A group that may open. `maxSize` in seats of people, `childcare` in places for children, `opening` in the unit of cost. */
export const CandidateGroup = z.object({
  id: Key,
  type: Key,
  site: Key,
  slot: Key,
  minSize: z.int().min(0).max(1000),
  maxSize: z.int().min(1).max(1000),
  childcare: Whole,
  opening: Whole,
  mustOpen: z.boolean(),
})

/** Somebody who may attend: course types with the preferred one first, points 0 to 100, pace 1 to 5, minutes to every site. */
export const GroupingPerson = z.object({
  id: Key,
  types: z.array(Key).max(50),
  score: z.int().min(0).max(100),
  pace: z.int().min(1).max(5),
  slots: z.array(Key).max(200),
  minutes: z.record(z.string(), Whole),
  childcare: Whole,
  language: z.string().max(200),
  wishSite: Key.nullable(),
  wishSlot: Key.nullable(),
  urgency: z.int().min(0).max(100),
  present: Key.nullable(),
  locked: Key.nullable(),
})

/** At most `max` of the groups may be open together: rooms of a site, teachers of a type, a budget. */
export const GroupingLimit = z.object({ id: Key, name: z.string().max(300), groups: z.array(Key).max(2000), max: Whole })

/** An instance, `grouping-instance-1`. Unknown fields are left out; ids that refer to nothing are refused. */
export const GroupingProblem = z
  .object({
    format: z.literal('grouping-instance-1'),
    name: z.string().max(300),
    travelLimit: Whole,
    weights: GroupingWeights,
    centres: z.array(z.int()).min(1).max(101),
    paces: z.array(z.int()).min(1).max(10),
    types: z.array(Named).max(100),
    slots: z.array(Named).max(1000),
    sites: z.array(Named).max(1000),
    groups: z.array(CandidateGroup).max(2000),
    limits: z.array(GroupingLimit).max(2000),
    people: z.array(GroupingPerson).max(20_000),
    together: z.array(z.tuple([Key, Key])).max(20_000),
    apart: z.array(z.tuple([Key, Key])).max(20_000),
  })
  .superRefine((problem, context) => {
    const groups = new Set(problem.groups.map(({ id }) => id))
    const people = new Set(problem.people.map(({ id }) => id))
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    if (groups.size < problem.groups.length) refuse(['groups'], 'two groups have one id')
    if (people.size < problem.people.length) refuse(['people'], 'two people have one id')
    problem.groups.forEach((group, index) => {
      if (group.minSize > group.maxSize) refuse(['groups', index, 'minSize'], 'is above maxSize')
    })
    problem.people.forEach(({ present, locked }, index) => {
      if (present !== null && !groups.has(present)) refuse(['people', index, 'present'], 'is no group')
      if (locked !== null && !groups.has(locked)) refuse(['people', index, 'locked'], 'is no group')
    })
    problem.limits.forEach((limit, index) => {
      if (limit.groups.some((id) => !groups.has(id))) refuse(['limits', index, 'groups'], 'names what is no group')
    })
    for (const pairs of ['together', 'apart'] as const) {
      problem[pairs].forEach((pair, index) => {
        if (pair.some((id) => !people.has(id))) refuse([pairs, index], 'names what is no person')
      })
    }
  })

/** A plan, `grouping-plan-1`. `bound`: no plan costs less, `null`: not known. `proven`: bound = objective. `trace`: how it came about. */
export const GroupingPlan = z.object({
  format: z.literal('grouping-plan-1'),
  instance: z.string().max(300),
  /** The open groups with the band each teaches on. */
  groups: z.array(z.object({ id: Key, centre: z.int(), pace: z.int() })).max(2000),
  /** Everybody; `null`: left over. */
  assignments: z.record(z.string(), Key.nullable()),
  objective: z.int(),
  bound: z.number().nullable(),
  proven: z.boolean().optional(),
  /** A price for each person and a toll for each limit that prove the bound; absent where HiGHS found it by branching. */
  certificate: z.object({ people: z.record(z.string(), z.number()), limits: z.record(z.string(), z.number()) }).optional(),
  seconds: z.number().optional(),
  firstPlanSeconds: z.number().optional(),
  memoryMiB: z.number().optional(),
  trace: z.array(z.object({ seconds: z.number(), objective: z.int(), bound: z.number().nullable() })).optional(),
})

/** What a plan file holds if no plan exists: the rules that conflict, in words. */
export const NoPlan = z.object({ format: z.literal('grouping-plan-1'), instance: z.string(), infeasible: z.array(z.string()).min(1) })

export type GroupingWeights = z.infer<typeof GroupingWeights>
export type CandidateGroup = z.infer<typeof CandidateGroup>
export type GroupingPerson = z.infer<typeof GroupingPerson>
export type GroupingProblem = z.infer<typeof GroupingProblem>
export type GroupingPlan = z.infer<typeof GroupingPlan>
export type NoPlan = z.infer<typeof NoPlan>

/** Words for ids of people, groups and sites; what is not in it is shown by its id. */
export type Names = Readonly<Record<string, string>>

/** People who have to stay together, directly or through others; who is bound to nobody stands alone. In the order of the problem. */
export function chainsOf({ people, together }: Pick<GroupingProblem, 'people' | 'together'>): GroupingPerson[][] {
  const leader = new Map(people.map(({ id }) => [id, id]))
  const leaderOf = (id: string): string => {
    let at = id
    for (let next = leader.get(at); next !== undefined && next !== at; next = leader.get(at)) at = next
    return at
  }
  for (const [one, other] of together) leader.set(leaderOf(one), leaderOf(other))
  const chains = new Map<string, GroupingPerson[]>()
  for (const person of people) {
    const chain = chains.get(leaderOf(person.id))
    if (chain === undefined) chains.set(leaderOf(person.id), [person])
    else chain.push(person)
  }
  return [...chains.values()]
}
