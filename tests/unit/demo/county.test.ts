import { expect, test } from 'vitest'
import { drawCounty } from '../../../electron/demo/county'
import { courses, municipalities, organisations } from '../../../electron/demo/files'
import { DEMO_TODAY } from '../../../electron/demo/people'
import { minutesTo, sizeOf } from '../../../electron/demo/seats'
import { lists } from '../../../shared/core/listFiles'
import { listEntries } from '../../../shared/core/lists'
import { samePerson } from '../../../shared/directory/matching/samePerson'
import { findPlan } from '../../../electron/courses/grouping/search'
import { checkPlan } from '../../../shared/courses/grouping/check'
import { meanSpread } from '../../../shared/courses/grouping/spread'
import { demoProblem } from './problem'

const { participants, doubles, story } = drawCounty()
const count = <Value>(values: readonly Value[], isIt: (value: Value) => boolean) => values.filter(isIt).length
const shareOf = (isIt: (one: (typeof participants)[number]) => boolean) =>
  Math.round((100 * count(participants, isIt)) / participants.length)

test('the county is the same at every draw', () => {
  expect(drawCounty()).toEqual(drawCounty())
})

test('32 municipalities have 113,600 inhabitants in five regions', () => {
  expect(municipalities).toHaveLength(32)
  expect(municipalities.reduce((sum, { inhabitants }) => sum + inhabitants, 0)).toBe(113_600)
  expect(
    Object.fromEntries(
      municipalities.map(({ region }) => [
        region,
        municipalities.filter((one) => one.region === region).reduce((sum, one) => sum + one.inhabitants, 0),
      ]),
    ),
  ).toEqual({ Mitte: 33_750, West: 23_200, Nordwest: 14_290, Ost: 15_100, Süd: 27_260 })
})

test('three providers have nine courses that run and five that may open, each at a site of its own provider', () => {
  expect(count(courses, ({ courseState }) => courseState === 'running')).toBe(9)
  expect(count(courses, ({ courseState }) => courseState === 'planned')).toBe(5)
  expect(count(organisations, ({ bodyKind }) => bodyKind === 'KT')).toBe(3)
  for (const { provider, site } of courses) {
    expect(organisations.find(({ name }) => name === provider)?.sites.map(({ name }) => name)).toContain(site)
  }
})

test('180 participants have the shares of the handbook', () => {
  expect(participants).toHaveLength(180)
  expect(shareOf(({ sex }) => sex === 'w')).toBe(53)
  expect(shareOf(({ origin }) => origin.country === 'Ukraine')).toBe(35)
  expect(shareOf(({ origin }) => origin.country === 'Syrien')).toBe(19)
  expect(shareOf(({ recommendedType }) => recommendedType === 'general')).toBe(62)
  expect(shareOf(({ recommendedType }) => recommendedType === 'literacy')).toBe(17)
  expect([1, 2, 3, 4, 5, 6].map((module) => shareOf(({ recommendedModule }) => recommendedModule === module))).toEqual([
    48, 17, 14, 11, 6, 4,
  ])
  expect(['slow', 'regular', 'fast'].map((pace) => shareOf(({ learningPace }) => learningPace === pace))).toEqual([30, 45, 25])
  expect(shareOf(({ schoolYears }) => schoolYears <= 3)).toBe(9)
  expect(shareOf(({ birthDate }) => birthDate > '2001-11-02' && birthDate <= '2008-11-02')).toBe(14)
})

test('pace goes with schooling, but does not follow from it', () => {
  const pace = { slow: 2, regular: 3, fast: 4 } as Record<string, number>
  const r = correlation(participants.map((one) => [one.schooling, pace[one.learningPace] ?? 0]))
  expect(r).toBeGreaterThan(0.45)
  expect(r).toBeLessThan(0.75)
})

test('names are as registers have them: 1 January, one name, two spellings', () => {
  expect(count(participants, ({ birthDate, birthDatePrecision }) => birthDate.endsWith('-01-01') && birthDatePrecision === 'year')).toBe(9)
  expect(count(participants, ({ firstName }) => firstName === '')).toBe(4)
  expect(doubles).toHaveLength(15)
  expect(count(doubles, ({ leftOn }) => leftOn !== null)).toBe(12)
  for (const { of, lastName, firstName, provider } of doubles) {
    expect(`${lastName} ${firstName}`).not.toBe(`${of.lastName} ${of.firstName}`)
    expect(provider).not.toBe(of.provider)
  }
})

test('no two participants are one person by name and birthday', () => {
  const alike = participants.flatMap((one, index) => participants.slice(index + 1).filter((other) => samePerson(one, other) === 'same'))
  expect(alike).toEqual([])
})

test('points are the mean of both parts, within 0 to 100', () => {
  for (const { placementScore, scoreOral, scoreWritten } of participants) {
    expect((scoreOral + scoreWritten) / 2).toBe(placementScore)
    expect(Math.min(scoreOral, scoreWritten)).toBeGreaterThanOrEqual(0)
    expect(Math.max(scoreOral, scoreWritten)).toBeLessThanOrEqual(100)
  }
})

test('every code is in its list', () => {
  const isIn = (list: string, code: string) =>
    expect(
      listEntries(list).map((entry) => entry.code),
      list,
    ).toContain(code)
  for (const one of participants) {
    isIn('nationality', one.origin.nationality)
    for (const language of [one.firstLanguage, ...one.otherLanguages]) isIn('language', language)
    isIn('courseType', one.recommendedType)
    isIn('literacy', one.literacy)
    isIn('cefr', one.cefr)
    isIn('entitlementBasis', one.entitlementBasis)
    isIn('participantState', one.participantState)
    for (const slot of one.availableSlots) isIn('slot', slot)
  }
  for (const { courseType, slot, courseState } of courses) {
    isIn('courseType', courseType)
    isIn('slot', slot)
    isIn('courseState', courseState)
  }
  for (const { bodyKind } of organisations) expect(lists.bodyKind?.map(({ code }) => code)).toContain(bodyKind)
})

test('nobody can be reached: numbers and addresses are kept for media', () => {
  for (const { phone, mobile, email } of participants) {
    if (phone !== null) expect(phone).toMatch(/^\+49(3023125|6990009|4066969|2214710|8999998)\d{3}$/)
    if (mobile !== null) expect(mobile).toBe('+4915228817386')
    if (email !== null) expect(email).toMatch(/@example\.org$/)
  }
})

test('days are in order, and none but the end of an entitlement lies ahead', () => {
  for (const { entitlementDate, registrationDate, enrolledOn } of participants) {
    expect(entitlementDate < registrationDate).toBe(true)
    expect(registrationDate <= DEMO_TODAY).toBe(true)
    if (enrolledOn !== null) expect(enrolledOn >= registrationDate && enrolledOn <= DEMO_TODAY).toBe(true)
  }
})

test('who sits somewhere can be there: size, way and time', () => {
  for (const one of participants) {
    if (one.course === null) continue
    expect(minutesTo(one, one.course)).toBeLessThanOrEqual(45)
    if (one.availableSlots.length > 0) expect(one.availableSlots).toContain(one.course.slot)
  }
  for (const course of courses) expect(count(participants, (one) => one.course === course)).toBeLessThanOrEqual(sizeOf(course).max)
})

test('the story holds: 19 points of spread today, below 9 after planning, two literacy groups missing in Nordwest, one woman without a slot', async () => {
  const { problem, present } = demoProblem()
  expect(meanSpread(problem, present)).toBeCloseTo(19, 0)
  const plan = await findPlan(problem, { seed: 1, seconds: 4, signal: { aborted: false }, report: () => undefined })
  if ('infeasible' in plan) throw new Error(plan.infeasible.join(' '))
  expect(checkPlan(problem, plan).problems).toEqual([])
  expect(meanSpread(problem, plan)).toBeLessThan(9)
  const left = participants.filter(({ number }) => plan.assignments[String(number)] === null)
  const missing = left.filter(({ home, literacy }) => home.region === 'Nordwest' && ['none', 'low'].includes(literacy)).length
  const { min, max } = sizeOf(courses.find(({ courseType }) => courseType === 'literacy')!)
  expect(missing).toBeGreaterThanOrEqual(2 * min)
  expect(missing).toBeLessThanOrEqual(2 * max)
  expect(left.map(({ number }) => number)).toContain(story.number)
  expect(story).toMatchObject({ sex: 'w', course: null, childcareNeed: 2, availableSlots: ['evening'] })
}, 30_000)

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
  const [a, b] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))]
  const sum = (of: (x: number, y: number) => number) => pairs.reduce((total, [x, y]) => total + of(x - a, y - b), 0)
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y))
}
