// The people of the fictional Landkreis Erlenmark (domain.md 11): fixed seed, so every run gives the same county.
import { courses, type DemoCourse, organisations, spellings } from './files'
import { type DemoLearning, judgeLearning } from './learning'
import { type DemoPerson, drawPeople } from './people'
import { type Random, randomFrom } from './random'
import { seatPeople } from './seats'
import { type DemoWay, daysBefore, drawWays } from './way'

const SEED = 99_001
const WAITING = 24
const DOUBLES = 15
const PROVIDER_CHANGES = 12

/** One participant with everything known. `course`: where they sit today, `null` on the waiting list. `provider`: name of the organisation. */
export interface DemoParticipant extends DemoPerson, DemoLearning, DemoWay {
  course: DemoCourse | null
  provider: string
  participantState: string
  placementDate: string
  enrolledOn: string | null
}
/** The same person in another provider's list under another spelling; `leftOn`: when they changed from there, `null` if only registered twice. */
export interface DemoDouble {
  of: DemoParticipant
  lastName: string
  firstName: string
  provider: string
  course: DemoCourse | null
  leftOn: string | null
}
export interface DemoCounty {
  participants: DemoParticipant[]
  doubles: DemoDouble[]
  /** The woman who needs childcare and has no slot. */
  story: DemoParticipant
}

/** Draws the county; the same at every call. */
export function drawCounty(): DemoCounty {
  const random = randomFrom(SEED)
  const people = drawPeople(random)
  const learning = judgeLearning(people, random)
  const { ways, story } = drawWays(people, learning, random)
  const waiting = new Set([story, ...waitingInNorthwest(people, learning)].slice(0, WAITING))
  const seats = seatPeople(people, learning, ways, waiting, random)
  const participants = people.map((one): DemoParticipant => {
    const judged = learning.get(one)
    const way = ways.get(one)
    if (judged === undefined || way === undefined) throw new RangeError(`Person ${one.number} was left out`)
    const course = seats.get(one) ?? null
    // The literacy courses are Sprachhaus Mühlrade's task, so who waits for one is on its list.
    const provider = course?.provider ?? (judged.literacy === 'full' ? named('Bildungswerk') : named('Sprachhaus'))
    const begun = course === null ? null : [course.courseStart, way.registrationDate].sort().at(-1)!
    return {
      ...one,
      ...judged,
      ...way,
      course,
      provider,
      participantState: course === null ? 'waitingList' : 'inCourse',
      placementDate: way.registrationDate,
      enrolledOn: begun,
    }
  })
  const told = participants.find(({ number }) => number === story.number)
  if (told === undefined) throw new RangeError('The story is about nobody')
  return { participants, doubles: drawDoubles(participants, random), story: told }
}

// Who needs a literacy course in Nordwest waits: two groups are missing there.
function waitingInNorthwest(people: readonly DemoPerson[], learning: ReadonlyMap<DemoPerson, DemoLearning>): DemoPerson[] {
  return people.filter(
    (one) => one.home.region === 'Nordwest' && ['literacy', 'lowLiteracy'].includes(learning.get(one)?.recommendedType ?? ''),
  )
}

function drawDoubles(participants: readonly DemoParticipant[], random: Random): DemoDouble[] {
  const other = (name: string) => spellings[name] ?? Object.keys(spellings).find((key) => spellings[key] === name)
  const twice = random.shuffled(
    participants.filter(
      (one) => one.course !== null && one.firstName !== '' && (other(one.firstName) ?? other(one.lastName)) !== undefined,
    ),
  )
  if (twice.length < DOUBLES) throw new RangeError(`Only ${twice.length} names have two spellings`)
  return twice.slice(0, DOUBLES).map((of, index): DemoDouble => {
    const provider = random.pick(organisations.filter(({ sites, name }) => sites.length > 0 && name !== of.provider)).name
    const isChange = index < PROVIDER_CHANGES
    const course = isChange ? random.pick(courses.filter((one) => one.provider === provider && one.courseState === 'running')) : null
    return {
      of,
      lastName: other(of.lastName) ?? of.lastName,
      firstName: other(of.firstName) ?? of.firstName,
      provider,
      course,
      leftOn: isChange ? daysBefore(random.whole(20, 90)) : null,
    }
  })
}

function named(start: string): string {
  const found = organisations.find(({ name }) => name.startsWith(start))
  if (found === undefined) throw new RangeError(`No organisation is called ${start}`)
  return found.name
}
