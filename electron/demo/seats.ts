// Who sits where today: mixed as a rural county has it, where few courses meet everybody (domain.md 3, Vogtland's finding).
import * as z from 'zod'
import { ruleValue } from '../../shared/core/lists'
import { courses, type DemoCourse, municipalities, organisations } from './files'
import type { DemoLearning } from './learning'
import { DEMO_TODAY, type DemoPerson } from './people'
import type { Random } from './random'
import type { DemoWay } from './way'

/** Mean standard deviation of the points within today's groups (domain.md 11). */
const SPREAD_TODAY = 19
const CLOSE_ENOUGH = 0.05
const Sizes = z.record(z.string(), z.object({ min: z.int(), max: z.int() }))
const Travel = z.object({ limitMinutes: z.int(), baseMinutes: z.number(), minutesPerKilometre: z.number() })

/** Smallest and largest number of people in a course, by the rule of its type. */
export function sizeOf({ courseType }: DemoCourse): { min: number; max: number } {
  return Sizes.parse(ruleValue('groupSize', DEMO_TODAY))[courseType] ?? { min: 12, max: 20 }
}

/**
 * Seats people in the courses that run, within their sizes and ways, until the mean spread is 19 points. Those in `waiting` keep no
 * seat. A course's time is added to the times of who sits in it.
 */
export function seatPeople(
  people: readonly DemoPerson[],
  learning: ReadonlyMap<DemoPerson, DemoLearning>,
  ways: ReadonlyMap<DemoPerson, DemoWay>,
  waiting: ReadonlySet<DemoPerson>,
  random: Random,
): Map<DemoPerson, DemoCourse> {
  const running = courses.filter(({ courseState }) => courseState === 'running')
  const scoreOf = (one: DemoPerson) => learning.get(one)?.placementScore ?? 0
  const members = new Map<DemoCourse, DemoPerson[]>(running.map((course) => [course, []]))
  const inOf = (course: DemoCourse) => members.get(course) ?? []
  const canSit = (one: DemoPerson, course: DemoCourse) =>
    minutesTo(one, course) <= Travel.parse(ruleValue('travel', DEMO_TODAY)).limitMinutes && fits(ways.get(one), course)
  const choices = (one: DemoPerson) => running.filter((course) => canSit(one, course)).length
  // Who has the least choice comes first; who finds no place waits.
  for (const one of random.shuffled(people.filter((each) => !waiting.has(each))).sort((a, b) => choices(a) - choices(b))) {
    const open = running.filter((course) => inOf(course).length < sizeOf(course).max && canSit(one, course))
    // The literacy courses take those who need one first, the nearest course whoever lives near.
    const course = open.sort((a, b) => rank(one, a) - rank(one, b))[0]
    if (course !== undefined) inOf(course).push(one)
  }
  function rank(one: DemoPerson, course: DemoCourse): number {
    const isOwn = course.courseType === learning.get(one)?.recommendedType
    return minutesTo(one, course) - (isOwn ? 25 : 0) + 2 * inOf(course).length + random.whole(0, 6)
  }

  const spread = () => running.reduce((sum, course) => sum + deviation(inOf(course).map(scoreOf)), 0) / running.length
  for (let now = spread(), tries = 0; Math.abs(now - SPREAD_TODAY) > CLOSE_ENOUGH; tries += 1) {
    if (tries > 20_000) throw new RangeError(`Today's spread stays at ${now}`)
    const [a, b] = random.shuffled(running)
    if (a === undefined || b === undefined) break
    const one = random.whole(0, inOf(a).length - 1)
    const other = random.whole(0, inOf(b).length - 1)
    const [first, second] = [inOf(a)[one], inOf(b)[other]]
    if (first === undefined || second === undefined || !canSit(first, b) || !canSit(second, a)) continue
    inOf(a)[one] = second
    inOf(b)[other] = first
    const then = spread()
    if (Math.abs(then - SPREAD_TODAY) < Math.abs(now - SPREAD_TODAY)) now = then
    else {
      inOf(a)[one] = first
      inOf(b)[other] = second
    }
  }

  const seats = new Map([...members].flatMap(([course, each]) => each.map((one) => [one, course] as const)))
  for (const [one, { slot }] of seats) {
    const way = ways.get(one)
    if (way !== undefined && way.availableSlots.length > 0 && !way.availableSlots.includes(slot))
      way.availableSlots = [...way.availableSlots, slot]
  }
  return seats
}

// Evening people are in the evening course, nobody else: who has children or only mornings cannot come.
function fits(way: DemoWay | undefined, { slot, childcarePlaces }: DemoCourse): boolean {
  if (way === undefined || (way.childcareNeed > 0 && childcarePlaces === 0)) return false
  return (
    way.availableSlots.length === 0 || way.availableSlots.includes(slot) || (slot !== 'evening' && !way.availableSlots.includes('evening'))
  )
}

/** Minutes by car from home to a course, by the rule `travel`. */
export function minutesTo({ home }: DemoPerson, course: DemoCourse): number {
  const site = organisations.flatMap(({ sites }) => sites).find(({ name }) => name === course.site)
  const place = municipalities.find(({ number }) => number === site?.municipality)
  if (place === undefined) throw new RangeError(`The site ${course.site} is in no municipality`)
  const { baseMinutes, minutesPerKilometre } = Travel.parse(ruleValue('travel', DEMO_TODAY))
  return Math.round(baseMinutes + minutesPerKilometre * Math.hypot(home.east - place.east, home.north - place.north))
}

/** Standard deviation of exactly these points. */
function deviation(points: readonly number[]): number {
  if (points.length === 0) return 0
  const mean = points.reduce((sum, one) => sum + one, 0) / points.length
  return Math.sqrt(points.reduce((sum, one) => sum + (one - mean) ** 2, 0) / points.length)
}
