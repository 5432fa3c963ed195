import { expect, test } from 'vitest'
import { conflictsOf } from '../../../../electron/courses/grouping/conflicts'
import type { CandidateGroup, GroupingPerson, GroupingPlan, GroupingProblem } from '../../../../shared/courses/grouping/model'
import { reasonsLeftOver } from '../../../../shared/courses/grouping/reasons'
import { meanSpread, spreadByGroup, spreadOf } from '../../../../shared/courses/grouping/spread'
import { readInstance } from '../../../fixtures/grouping/instances'
import { planOf } from '../../../fixtures/grouping/smallProblem'

const { weights } = readInstance('standard-60-1')
const group: CandidateGroup = {
  id: 'E-101',
  type: 'general',
  site: 'town',
  slot: 'mornings',
  minSize: 1,
  maxSize: 3,
  childcare: 1,
  opening: 300,
  mustOpen: false,
}
const person: GroupingPerson = {
  id: 'x',
  types: ['general'],
  score: 50,
  pace: 3,
  slots: ['mornings'],
  minutes: { town: 10 },
  childcare: 0,
  language: 'ar',
  wishSite: null,
  wishSlot: null,
  urgency: 1,
  present: null,
  locked: null,
}
const problem: GroupingProblem = {
  format: 'grouping-instance-1',
  name: 'reasons',
  travelLimit: 45,
  weights,
  centres: [20, 50, 80],
  paces: [3],
  types: [],
  slots: [],
  sites: [],
  groups: [group],
  limits: [],
  people: [person, { ...person, id: 'a' }, { ...person, id: 'b', score: 45 }],
  together: [],
  apart: [],
}
/** E-101 is open with a and b; x is left over. */
const plan: GroupingPlan = planOf(problem, [{ id: 'E-101', centre: 50, pace: 3 }], { x: null, a: 'E-101', b: 'E-101' })

function reasonOf(
  change: Partial<GroupingPerson>,
  problemChange: Partial<GroupingProblem> = {},
  planChange: Partial<GroupingPlan> = {},
): string | undefined {
  const people = problem.people.map((one) => (one.id === 'x' ? { ...one, ...change } : one))
  return reasonsLeftOver({ ...problem, people, ...problemChange }, { ...plan, ...planChange }, { x: 'Haddad, Amira' })['x']
}

test.each([
  ['course type', { types: ['literacy'] }, {}, {}, 'Es gibt keinen Kurs einer passenden Kursart.'],
  ['slot', { slots: ['evenings'] }, {}, {}, 'Kein Kurs der passenden Art liegt in einer möglichen Kurszeit.'],
  ['way', { minutes: { town: 52 } }, {}, {}, 'Der nächste passende Kurs ist 52 Minuten entfernt, die Grenze liegt bei 45.'],
  ['unknown way', { minutes: {} }, {}, {}, 'Zu keinem passenden Kurs ist ein Weg bekannt.'],
  ['childcare', { childcare: 2 }, {}, {}, 'Kein erreichbarer passender Kurs hat die nötige Kinderbetreuung.'],
  ['closed', {}, {}, { groups: [], assignments: { x: null, a: null, b: null } }, 'Passende Gruppen öffnen in diesem Plan nicht (E-101).'],
  ['level', { score: 100 }, {}, {}, 'Die passenden offenen Gruppen lernen auf einem anderen Niveau (E-101).'],
  [
    'apart',
    {},
    { apart: [['x', 'a']] as [string, string][] },
    {},
    'In den passenden offenen Gruppen sitzt jemand, von dem die Person getrennt sein soll (E-101).',
  ],
  ['full', {}, { groups: [{ ...group, maxSize: 2 }] }, {}, 'Die passenden offenen Gruppen sind voll (E-101).'],
  ['dearer', { urgency: 0 }, {}, {}, 'Möglich wäre Gruppe E-101; das kostet 7 Minuten mehr, als die Person nicht einzuplanen.'],
])('somebody is left over because of: %s', (_, personChange, problemChange, planChange, sentence) => {
  expect(reasonOf(personChange, problemChange, planChange)).toBe(sentence)
})

test('childcare that others have taken, and a partner who cannot come, are named', () => {
  const parents = problem.people.map((one) => ({ ...one, childcare: one.id === 'b' ? 0 : 1 }))
  expect(reasonOf({}, { people: parents })).toBe('In den passenden offenen Gruppen ist die Kinderbetreuung belegt (E-101).')
  const withPartner = [...problem.people, { ...person, id: 'y', slots: ['evenings'] }]
  expect(reasonOf({}, { people: withPartner, together: [['x', 'y']] }, { assignments: { ...plan.assignments, y: null } })).toBe(
    'Gemeinsam mit y: Kein Kurs der passenden Art liegt in einer möglichen Kurszeit.',
  )
})

test('people who stay together hear that seats or childcare do not suffice for all of them, though there is some left', () => {
  const pair = { together: [['x', 'y']] as [string, string][], people: [...problem.people, { ...person, id: 'y' }] }
  const withPair = { assignments: { ...plan.assignments, y: null } }
  expect(reasonOf({}, pair, withPair)).toBe('Die passenden offenen Gruppen haben keine 2 Plätze mehr frei (E-101).')
  const parents = pair.people.map((one) => ({ ...one, childcare: one.id === 'x' || one.id === 'y' ? 1 : 0 }))
  expect(reasonOf({}, { ...pair, people: parents, groups: [{ ...group, maxSize: 9 }] }, withPair)).toBe(
    'In den passenden offenen Gruppen reicht die Kinderbetreuung nicht für alle, die zusammenbleiben (E-101).',
  )
})

test('somebody who was left over by hand hears that a seat would cost less', () => {
  expect(reasonOf({ urgency: 3 })).toBe('Möglich wäre Gruppe E-101; das kostet 893 Minuten weniger, als die Person nicht einzuplanen.')
})

test('only who is left over has a reason', () => {
  expect(Object.keys(reasonsLeftOver(problem, plan))).toEqual(['x'])
})

test('spread is the standard deviation of the points; groups count the same in the mean', () => {
  expect(spreadOf([])).toBeNull()
  expect(spreadOf([40, 60])).toBe(10)
  const two = {
    ...problem,
    groups: [group, { ...group, id: 'E-102' }],
    people: [
      { ...person, id: 'a', score: 40 },
      { ...person, id: 'b', score: 60 },
      { ...person, id: 'c', score: 90 },
    ],
  }
  const both = planOf(
    two,
    [
      { id: 'E-101', centre: 50, pace: 3 },
      { id: 'E-102', centre: 80, pace: 3 },
    ],
    { a: 'E-101', b: 'E-101', c: 'E-102' },
  )
  expect(spreadByGroup(two, both)).toEqual({ 'E-101': 10, 'E-102': 0 })
  expect(meanSpread(two, both)).toBe(5)
  expect(meanSpread(two, planOf(two, [], { a: null, b: null, c: null }))).toBeNull()
})

const locked = (id: string, change: Partial<GroupingPerson> = {}): GroupingPerson => ({ ...person, id, locked: 'E-101', ...change })
test.each([
  [
    'two locks in one chain',
    {
      groups: [group, { ...group, id: 'E-102' }],
      people: [locked('x'), { ...person, id: 'y', locked: 'E-102' }],
      together: [['x', 'y']] as [string, string][],
    },
    'x, y sollen zusammenbleiben, sind aber für verschiedene Gruppen fixiert (E-101, E-102).',
  ],
  [
    'a lock against a rule',
    { people: [locked('x', { minutes: { town: 50 } })] },
    'Fixiert und doch nicht möglich: Der Weg von x zu Gruppe E-101 dauert 50 Minuten, die Grenze liegt bei 45.',
  ],
  [
    'too many locks',
    { people: ['a', 'b', 'c', 'd'].map((id) => locked(id)) },
    'Für Gruppe E-101 sind 4 Personen fixiert, sie hat nur Platz für 3.',
  ],
  [
    'childcare',
    { people: ['a', 'b'].map((id) => locked(id, { childcare: 1 })) },
    'Die für Gruppe E-101 Fixierten brauchen 2 Plätze in der Kinderbetreuung, es gibt 1.',
  ],
  [
    'apart',
    { people: [locked('a'), locked('b')], apart: [['a', 'b']] as [string, string][] },
    'a und b sollen getrennt sein, sind aber beide für Gruppe E-101 fixiert.',
  ],
  [
    'levels',
    { people: [locked('a', { score: 0 }), locked('b', { score: 100 })] },
    'Die für Gruppe E-101 Fixierten liegen in ihren Punkten zu weit auseinander.',
  ],
  [
    'too few people',
    { groups: [{ ...group, mustOpen: true, minSize: 3 }], people: [person] },
    'Gruppe E-101 muss öffnen und braucht mindestens 3 Personen, aber nur 1 kommen infrage.',
  ],
  [
    'too few of one level',
    {
      groups: [{ ...group, mustOpen: true, minSize: 2 }],
      people: [
        { ...person, score: 0 },
        { ...person, id: 'y', score: 100 },
      ],
    },
    'Gruppe E-101 muss öffnen und braucht mindestens 2 Personen eines Niveaus, aber höchstens 1 passen zusammen.',
  ],
  [
    'a limit',
    {
      groups: [
        { ...group, mustOpen: true },
        { ...group, id: 'E-102', mustOpen: true },
      ],
      limits: [{ id: 'l', name: 'Räume', groups: ['E-101', 'E-102'], max: 1 }],
    },
    'Schon die Gruppen, die geöffnet bleiben müssen, sind zu viele: Grenze „Räume“: 2 Gruppen sind geöffnet (E-101, E-102), erlaubt sind 1.',
  ],
  [
    'groups that need the same people',
    {
      groups: [
        { ...group, minSize: 2, mustOpen: true },
        { ...group, id: 'E-102', minSize: 2, mustOpen: true },
        { ...group, id: 'E-103', type: 'literacy', minSize: 0, mustOpen: true },
      ],
    },
    'Die Gruppen E-102, E-101 müssen öffnen und brauchen zusammen mindestens 4 Personen, aber nur 3 kommen infrage.',
  ],
])('no plan can exist because of: %s', (_, change, sentence) => {
  expect(conflictsOf({ ...problem, ...change })).toContain(sentence)
  expect(conflictsOf(problem)).toEqual([])
})
