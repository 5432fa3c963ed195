// Columns of the list of participants that SQL has to reckon.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listParticipants } from '../../../electron/courses/queries'
import { course } from '../../../shared/courses/course'
import { enrolment } from '../../../shared/courses/enrolment'
import { NEXT_STEPS, nextStep } from '../../../shared/courses/nextStep'
import { participant } from '../../../shared/courses/participant'
import { placement } from '../../../shared/courses/placement'
import { organisation } from '../../../shared/directory/organisation'
import { person } from '../../../shared/directory/person'
import { bildungswerk } from '../../fixtures/bodies'
import { wholeList } from '../../fixtures/listWindow'
import { amira, newParticipant } from '../../fixtures/people'
import { temporaryWorkspace } from '../../fixtures/workspace'

const somebody = fc.record({
  participantState: fc.constantFrom('registered', 'waiting', 'inCourse', 'finished', 'brokenOff', 'changed', 'notAppeared'),
  entitlementUntil: fc.option(fc.constantFrom('2026-11-23', '2026-11-24', '2026-11-25', '2026-12-20', '2027-01-30', '2027-06-30')),
  score: fc.option(fc.integer({ min: 0, max: 100 })),
  isSeated: fc.boolean(),
})

test('the next step that a list is filtered and sorted by is the one that its rows show', () => {
  fc.assert(
    fc.property(fc.array(somebody, { minLength: 1, maxLength: 12 }), (people) => {
      using workspace = temporaryWorkspace()
      workspace.act((store) => {
        const courseId = store.create(course, {
          courseNumber: 'AIK 01',
          courseType: 'general',
          courseState: 'running',
          organisationId: store.create(organisation, bildungswerk),
          siteId: null,
          slot: 'morning',
          courseStart: null,
          courseEnd: null,
          minSize: 1,
          maxSize: 20,
          childcarePlaces: 0,
        })
        for (const { participantState, entitlementUntil, score, isSeated } of people) {
          const personId = store.create(person, amira)
          const participantId = store.create(participant, { ...newParticipant(personId), participantState, entitlementUntil })
          if (score !== null)
            store.create(placement, {
              participantId,
              placementDate: '2026-01-05',
              placementScore: score,
              scoreOral: null,
              scoreWritten: null,
              cefr: null,
              recommendedType: null,
              recommendedModule: null,
            })
          if (isSeated) store.create(enrolment, { participantId, courseId, enrolledOn: '2026-01-06', endedOn: null })
        }
      })
      const today = workspace.store.today()
      const stepOf = (row: Parameters<typeof nextStep>[0]) => {
        const step = nextStep(row, today)
        return step.kind === 'entitlementEnds' && step.isOver ? 'entitlementOver' : step.kind
      }
      const { rows } = listParticipants(workspace.store, { ...wholeList, sorts: [{ column: 'nextStep', isDescending: false }] })
      expect(rows).toHaveLength(people.length)
      const places = rows.map((row) => NEXT_STEPS.indexOf(stepOf(row)))
      expect(places).toEqual([...places].sort((one, other) => one - other))
      for (const step of NEXT_STEPS) {
        const found = listParticipants(workspace.store, { ...wholeList, filters: [{ kind: 'oneOf', column: 'nextStep', values: [step] }] })
        expect(found.rows.map(({ id }) => id).sort()).toEqual(
          rows
            .filter((row) => stepOf(row) === step)
            .map(({ id }) => id)
            .sort(),
        )
      }
    }),
    { numRuns: 25 },
  )
})
