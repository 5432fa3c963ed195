import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planDocuments } from '../../../electron/courses/planDocument'
import { partOf, providersOf } from '../../../electron/courses/planParts'
import type { Block, TextDocument } from '../../../shared/core/document'
import { headingsOf } from '../../../shared/core/document'
import type { PlannedSeat } from '../../../shared/courses/groupingPlan'
import type { PlanBasis } from '../../../shared/courses/planDocument'
import { scoreBands } from '../../../shared/courses/scoreChart'

const id = (kind: string, number: number) => `${kind}${number}`.padStart(26, '0')
const letterhead = {
  officeName: 'Koordinierungsstelle',
  countyName: 'Landkreis Erlenmark',
  street: '',
  postcode: '',
  place: '',
  phone: '',
  mail: '',
  contact: '',
  picture: null,
}
const PROVIDERS = 3
const courseOf = (number: number): PlanBasis['courses'][number] => ({
  id: id('C', number),
  courseNumber: `K ${number}`,
  courseType: 'general',
  courseState: 'planned',
  organisationId: id('T', number % PROVIDERS),
  providerName: `Träger ${number % PROVIDERS}`,
  siteId: id('S', 1),
  siteName: 'Alte Schule',
  slot: 'morning',
  courseStart: null,
  courseEnd: null,
  minSize: 1,
  maxSize: 20,
  childcarePlaces: 0,
})
const personOf = (number: number, provider: number | null, placementScore: number | null): PlanBasis['people'][number] => ({
  id: id('P', number),
  personId: id('Q', number),
  lastName: `Nachname${number}`,
  firstName: `Vorname${number}`,
  birthDate: '1990-01-01',
  organisationId: provider === null ? null : id('T', provider),
  providerName: provider === null ? null : `Träger ${provider}`,
  placementScore,
  cefr: null,
  learningPace: null,
})

const COURSES = 6
const basisAndSeats = fc
  .array(
    fc.record({
      provider: fc.option(fc.nat(PROVIDERS - 1)),
      score: fc.option(fc.nat(100)),
      /** Of the courses that are here, and one that is gone; `null`: no place; `undefined`: not in the plan. */
      course: fc.oneof(fc.nat(COURSES), fc.constant(null), fc.constant(undefined)),
      isHere: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((people) => {
    const basis: PlanBasis = {
      letterhead,
      kept: null,
      courses: Array.from({ length: COURSES }, (_, number) => courseOf(number)),
      people: people.flatMap(({ provider, score, isHere }, number) => (isHere ? [personOf(number, provider, score)] : [])),
    }
    const seats = people.flatMap(({ course }, number): PlannedSeat[] =>
      course === undefined
        ? []
        : [
            {
              participantId: id('P', number),
              courseId: course === null ? null : id('C', course),
              reason: course === null ? `Grund ${number}` : null,
            },
          ],
    )
    return { basis, seats }
  })

test('everybody in the plan is in exactly one group, without a place, or counted as gone; nobody else is there', () => {
  fc.assert(
    fc.property(basisAndSeats, ({ basis, seats }) => {
      const { groups, leftOver, gone } = partOf(basis, { planName: null, seats })
      const shown = [...groups.flatMap(({ members }) => members), ...leftOver.map(({ person }) => person)].map((who) => who.id)
      expect(new Set(shown).size).toBe(shown.length)
      expect(shown.length + gone).toBe(seats.length)
      for (const { course, members } of groups)
        for (const who of members) expect(seats.find((seat) => seat.participantId === who.id)?.courseId).toBe(course.id)
      for (const one of leftOver) expect(one.reason).not.toBeNull()
    }),
  )
})

test('a provider reads its own groups and its own people without a place, and of nobody else', () => {
  fc.assert(
    fc.property(basisAndSeats, ({ basis, seats }) => {
      const whole = partOf(basis, { planName: null, seats })
      const documents = planDocuments(basis, { planName: null, seats }, 'eachProvider', '2026-11-25')
      expect(documents).toHaveLength(providersOf(whole).length)
      for (const { about, document, people } of documents) {
        const own = [
          ...whole.groups.filter(({ course }) => course.providerName === about).flatMap(({ members }) => members),
          ...whole.leftOver.map(({ person }) => person).filter(({ providerName }) => providerName === about),
        ]
        expect(namesIn(document)).toEqual(own.map(({ lastName }) => lastName))
        expect(people).toBe(own.length)
      }
      // All of them together are the whole but for people whom no provider registered.
      const nobodys = whole.leftOver.filter(({ person }) => person.organisationId === null).length
      const [all] = planDocuments(basis, { planName: null, seats }, 'all', '2026-11-25')
      expect(documents.reduce((sum, { people }) => sum + people, 0)).toBe((all?.people ?? 0) - nobodys)
    }),
  )
})

test('whoever goes by the headings finds each group below its provider, and no level is left out', () => {
  fc.assert(
    fc.property(basisAndSeats, fc.constantFrom('all' as const, 'eachProvider' as const), ({ basis, seats }, scope) => {
      for (const { document, about } of planDocuments(basis, { planName: 'Januar', seats }, scope, '2026-11-25')) {
        let provider = about
        for (const { level, text } of headingsOf(document)) {
          const group = basis.courses.find(({ courseNumber }) => text.startsWith(`${courseNumber}:`))
          if (level === 2 && text.startsWith('Träger')) provider = text
          if (group === undefined) continue
          expect(level).toBe(scope === 'all' ? 3 : 2)
          expect(group.providerName).toBe(provider)
        }
      }
    }),
  )
})

test('every point counts in one band of ten', () => {
  expect(scoreBands([0, 9, 10, 95, 99, 100])).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 3])
  fc.assert(
    fc.property(fc.array(fc.nat(100)), (scores) => {
      expect(scoreBands(scores).reduce((sum, people) => sum + people, 0)).toBe(scores.length)
    }),
  )
})

function namesIn({ blocks }: TextDocument): (string | undefined)[] {
  const isOfPeople = (block: Block) => block.kind === 'table' && block.columns[1]?.header === 'Vorname'
  return blocks.filter(isOfPeople).flatMap((block) => (block.kind === 'table' ? block.rows.map(([lastName]) => lastName) : []))
}
