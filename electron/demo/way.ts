// A participant's way: entitlement, registration, times, children, wishes.
import type { DemoPerson } from './people'
import { DEMO_TODAY } from './people'
import type { DemoLearning } from './learning'
import type { Random } from './random'

export interface DemoWay {
  entitlementBasis: string
  entitlementDate: string
  /** Claims and admissions lapse after a year, obligations do not (§ 44(2), § 44a(1a) AufenthG). */
  entitlementUntil: string | null
  registrationDate: string
  availableSlots: string[]
  childcareNeed: number
  wishSlot: string | null
}

const EU = ['154', '125', '152']
const LAPSES = ['claim44', 'admission44_4', 'admissionJC']
const BASES: Record<string, number> = { obl2: 42, obl1: 16, claim44: 16, admissionJC: 8, admission44_4: 11, obl4: 4, obl3: 3 }
const TIMES: readonly (readonly [string[], number])[] = [
  [['morning'], 34],
  [['morning', 'afternoon'], 30],
  [['afternoon', 'evening'], 14],
  [['evening', 'saturday'], 8],
  [[], 14],
]

/** Draws everybody's way. `story` is the woman who needs childcare and has time in the evening only, when there is none (domain.md 11). */
export function drawWays(
  people: readonly DemoPerson[],
  learning: ReadonlyMap<DemoPerson, DemoLearning>,
  random: Random,
): { ways: Map<DemoPerson, DemoWay>; story: DemoPerson } {
  const ways = new Map(people.map((one) => [one, drawWay(one, random)]))
  for (const [one, way] of ways) {
    // Buses from the villages of Nordwest go back at noon.
    if (one.home.region === 'Nordwest' && ['none', 'low'].includes(learning.get(one)?.literacy ?? '')) way.availableSlots = ['morning']
  }
  const story = people.find(
    (one) => one.sex === 'w' && one.birthDate > '1988' && one.birthDate < '2000' && learning.get(one)?.recommendedType === 'general',
  )
  const way = story === undefined ? undefined : ways.get(story)
  if (story === undefined || way === undefined) throw new RangeError('The drawn people have no young woman in a general course')
  Object.assign(way, { childcareNeed: 2, availableSlots: ['evening'], wishSlot: 'evening' } satisfies Partial<DemoWay>)
  return { ways, story }
}

function drawWay(one: DemoPerson, random: Random): DemoWay {
  const isEu = EU.includes(one.origin.nationality)
  const entitlementBasis = isEu
    ? random.pick(['admission44_4', 'selfPayer'])
    : random.pick(Object.keys(BASES), (basis) => BASES[basis] ?? 0)
  // Registered between two weeks and nine months ago, the paper some days to weeks before.
  const registered = random.whole(14, 270)
  const entitled = registered + random.whole(3, 60)
  const isParent = one.birthDate > '1981' && one.birthDate < '2003'
  const childcareNeed = isParent && random.next() < (one.sex === 'w' ? 0.2 : 0.05) ? random.whole(1, 2) : 0
  const times = random.pick(TIMES, ([slots, weight]) => (childcareNeed > 0 && !slots.includes('morning') ? 0 : weight))[0]
  return {
    entitlementBasis,
    entitlementDate: daysBefore(entitled),
    entitlementUntil: LAPSES.includes(entitlementBasis) ? daysBefore(entitled - 365) : null,
    registrationDate: daysBefore(registered),
    availableSlots: times,
    childcareNeed,
    wishSlot: times.length > 1 && random.next() < 0.2 ? random.pick(times) : null,
  }
}

/** The day so many days before the generator's today; after it where negative. */
export function daysBefore(days: number): string {
  return new Date(Date.parse(DEMO_TODAY) - days * 86_400_000).toISOString().slice(0, 10)
}
