// What the placement test and the teachers say: course type, points, level, literacy, pace. Shares as in domain.md 3.
import { municipalities } from './files'
import type { DemoPerson } from './people'
import { byRank, type Random } from './random'

export interface DemoLearning {
  recommendedType: string
  literacy: string
  placementScore: number
  scoreOral: number
  scoreWritten: number
  cefr: string
  recommendedModule: number
  learningPace: string
}

const PACES = [
  ['slow', 54],
  ['regular', 81],
  ['fast', 45],
] as const
// Without those who learn to read and write first: they are all in the first module (86 people, 48 %).
const MODULES = [
  [1, 41],
  [2, 31],
  [3, 25],
  [4, 20],
  [5, 11],
  [6, 7],
] as const
const LEVELS = ['preA1', 'A1.1', 'A1.2', 'A2.1', 'A2.2', 'B1.1']
const LITERACY_COURSES = 31
const LOW_LITERACY_COURSES = 14
const SECOND_SCRIPT_COURSES = 14
const INTENSIVE_COURSES = 5
const REMEDIAL_COURSES = 4
/** People who need a literacy course and live in Nordwest, where there is none: two groups are missing. */
const LITERACY_IN_NORTHWEST = 22
/** Tannried and Hinterwald: nobody gets from there to the mornings in Mühlrade within the limit. */
const REMOTE = ['009', '031']

/** Judges everybody. Moves some of those who need a literacy course to Nordwest: the demo county's story (domain.md 11). */
export function judgeLearning(people: readonly DemoPerson[], random: Random): Map<DemoPerson, DemoLearning> {
  const types = chooseTypes(people, random)
  const isLiteracy = (one: DemoPerson) => ['literacy', 'lowLiteracy'].includes(types.get(one) ?? '')
  const remote = municipalities.filter(({ number }) => REMOTE.includes(number))
  const learnersToRead = random.shuffled(people.filter(isLiteracy))
  const elsewhere = municipalities.filter(({ region }) => region !== 'Nordwest')
  learnersToRead.forEach((one, index) => {
    one.home = random.pick(index < LITERACY_IN_NORTHWEST ? remote : elsewhere, ({ inhabitants }) => inhabitants)
  })
  // Schooling explains about 0.6 of the pace, and less of the points: who came long ago has heard German.
  const paces = byRank(people, ({ schooling }) => 0.6 * schooling + 0.8 * random.normal(), PACES)
  const others = people.filter((one) => !isLiteracy(one))
  const ahead: Record<string, number> = { secondScript: -1.2, intensive: 1.5 }
  const modules = byRank(others, (one) => 0.5 * one.schooling + random.normal() + (ahead[types.get(one) ?? ''] ?? 0), MODULES)
  return new Map(
    people.map((one) => [one, judge(one, types.get(one) ?? 'general', modules.get(one) ?? 1, paces.get(one) ?? 'regular', random)]),
  )
}

function chooseTypes(people: readonly DemoPerson[], random: Random): Map<DemoPerson, string> {
  const types = new Map<DemoPerson, string>()
  const take = (type: string, count: number, isFit: (one: DemoPerson) => boolean, rankOf: (one: DemoPerson) => number) => {
    const fit = people.filter((one) => !types.has(one) && isFit(one)).map((one) => ({ one, rank: rankOf(one) }))
    for (const { one } of fit.sort((a, b) => a.rank - b.rank).slice(0, count)) types.set(one, type)
  }
  take(
    'literacy',
    LITERACY_COURSES,
    ({ schoolYears }) => schoolYears <= 8,
    ({ schoolYears }) => schoolYears + 2 * random.normal(),
  )
  take(
    'lowLiteracy',
    LOW_LITERACY_COURSES,
    ({ schoolYears }) => schoolYears <= 10,
    ({ schoolYears }) => schoolYears + 2 * random.normal(),
  )
  take(
    'secondScript',
    SECOND_SCRIPT_COURSES,
    ({ origin, schoolYears }) => origin.script === 'other' && schoolYears >= 4,
    () => random.next(),
  )
  take(
    'intensive',
    INTENSIVE_COURSES,
    ({ schoolYears }) => schoolYears >= 13,
    () => random.next(),
  )
  take(
    'remedial',
    REMEDIAL_COURSES,
    ({ schoolYears }) => schoolYears >= 4 && schoolYears <= 12,
    () => random.next(),
  )
  for (const one of people) if (!types.has(one)) types.set(one, 'general')
  return types
}

function judge(one: DemoPerson, type: string, module: number, learningPace: string, random: Random): DemoLearning {
  const needsLetters = type === 'literacy' || type === 'lowLiteracy'
  const placementScore =
    type === 'literacy' ? random.whole(0, 9) : type === 'lowLiteracy' ? random.whole(4, 14) : (module - 1) * 15 + random.whole(0, 14)
  // Literacy learners speak better than they write. Oral and written have the stored points as their mean.
  const gap = Math.min(placementScore, 100 - placementScore, needsLetters ? random.whole(2, 6) : Math.abs(Math.round(4 * random.normal())))
  const sign = needsLetters || random.next() < 0.6 ? 1 : -1
  return {
    recommendedType: type,
    literacy: type === 'literacy' ? 'none' : type === 'lowLiteracy' ? 'low' : type === 'secondScript' ? 'otherScript' : 'full',
    placementScore,
    scoreOral: placementScore + sign * gap,
    scoreWritten: placementScore - sign * gap,
    cefr: needsLetters ? `LASLLIAM${Math.min(4, 1 + Math.floor(placementScore / 4))}` : (LEVELS[module - 1] ?? 'preA1'),
    recommendedModule: module,
    learningPace,
  }
}
