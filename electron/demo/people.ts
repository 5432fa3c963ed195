// Who the demo county's participants are: origin, name, sex, age, schooling, home. Shares as in domain.md 3, "Demo data targets".
import { type DemoMunicipality, type DemoOrigin, municipalities, origins, streets } from './files'
import { byRank, type Random } from './random'

/** The generator's fixed "today"; all dates are relative to it. */
export const DEMO_TODAY = '2026-11-02'

export interface DemoPerson {
  number: number
  origin: DemoOrigin
  sex: 'm' | 'w'
  lastName: string
  firstName: string
  birthDate: string
  birthDatePrecision: 'day' | 'year'
  firstLanguage: string
  otherLanguages: string[]
  home: DemoMunicipality
  street: string
  houseNo: string
  phone: string | null
  mobile: string | null
  email: string | null
  schoolYears: number
  /** Schooling on a scale with middle 0, of which pace and points partly follow. */
  schooling: number
}

type Ranges = readonly (readonly [readonly [number, number], number])[]

const COUNT = 180
const AGES: Ranges = [
  [[18, 24], 25],
  [[25, 34], 59],
  [[35, 44], 51],
  [[45, 54], 27],
  [[55, 67], 18],
]
const SCHOOL_YEARS: Ranges = [
  [[0, 3], 16],
  [[4, 8], 43],
  [[9, 10], 43],
  [[11, 12], 45],
  [[13, 17], 33],
]
const WOMEN = 95
const REGISTERED_ON_NEW_YEAR = 9
const SINGLE_NAMES = 4
// Numbers that the Bundesnetzagentur keeps for media (Amtsblatt 7/2021): nobody has them.
const PHONES = ['+493023125', '+496990009', '+494066969', '+492214710', '+498999998']
const MOBILE = '+4915228817386'

/** 180 people, nobody of one name and birthday with another. */
export function drawPeople(random: Random): DemoPerson[] {
  const quota = origins.flatMap((origin, index) => Array.from({ length: countOf(origin, index) }, () => origin))
  const drawn = random.shuffled(quota).map((origin, number) => ({ number, origin, schooling: origin.schooling + random.normal() }))
  const ages = byRank(drawn, () => random.next(), AGES)
  const school = byRank(drawn, ({ schooling }) => schooling, SCHOOL_YEARS)
  // Of the people from Ukraine more are women: men of an age to serve could not leave.
  const women = byRank(drawn, ({ origin }) => random.next() - (origin.nationality === '166' ? 0.3 : 0), [
    [true, WOMEN],
    [false, COUNT - WOMEN],
  ])
  const people = drawn.map((one): DemoPerson => {
    const sex = women.get(one) === true ? 'w' : 'm'
    const { nationality, languages, families } = one.origin
    const firstName = random.pick(sex === 'w' ? one.origin.women : one.origin.men)
    const lastName = random.pick(families)
    const [least, most] = school.get(one) ?? [9, 10]
    const [youngest, oldest] = ages.get(one) ?? [25, 34]
    const month = random.whole(1, 12)
    const firstLanguage = random.pick(Object.keys(languages), (code) => languages[code] ?? 0)
    return {
      ...one,
      sex,
      firstName,
      lastName,
      firstLanguage,
      otherLanguages: [...(nationality === '166' && firstLanguage === 'uk' ? ['ru'] : []), ...(one.schooling > 1 ? ['en'] : [])],
      birthDate: `${2026 - random.whole(youngest, oldest) - (month > 10 ? 1 : 0)}-${two(month)}-${two(random.whole(3, 28))}`,
      birthDatePrecision: 'day',
      home: random.pick(municipalities, ({ inhabitants }) => inhabitants),
      street: random.pick(streets),
      houseNo: String(random.whole(1, 80)),
      phone: random.next() < 0.25 ? `${random.pick(PHONES)}${String(random.whole(0, 999)).padStart(3, '0')}` : null,
      mobile: random.next() < 0.7 ? MOBILE : null,
      email: random.next() < 0.4 ? `tn${String(one.number + 1).padStart(3, '0')}@example.org` : null,
      schoolYears: random.whole(least, most),
    }
  })
  registerOnNewYear(people, random)
  giveOneName(people, random)
  return people
}

// Whole people for shares in percent: the first origin takes what rounding leaves.
function countOf({ share }: DemoOrigin, index: number): number {
  const rounded = (percent: number) => Math.round((percent * COUNT) / 100)
  return index > 0 ? rounded(share) : COUNT - origins.slice(1).reduce((sum, one) => sum + rounded(one.share), 0)
}

// Registers put 1 January where only the year is known; so different people share a birthday (domain.md 9).
function registerOnNewYear(people: DemoPerson[], random: Random): void {
  const without = random.shuffled(people.filter(({ origin }) => ['423', '273', '224', '438', '475'].includes(origin.nationality)))
  for (const one of without.slice(0, REGISTERED_ON_NEW_YEAR)) {
    one.birthDate = `${one.birthDate.slice(0, 4)}-01-01`
    one.birthDatePrecision = 'year'
  }
}

function giveOneName(people: DemoPerson[], random: Random): void {
  const usual = random.shuffled(people.filter(({ origin }) => ['423', '273', '224'].includes(origin.nationality)))
  for (const one of usual.slice(0, SINGLE_NAMES)) {
    one.lastName = one.firstName
    one.firstName = ''
  }
}

const two = (number: number) => String(number).padStart(2, '0')
