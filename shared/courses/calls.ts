import * as z from 'zod'
import { Choice, command, FileToken, job, query, ReadAt } from '../core/call'
import { Id, IsoDate } from '../core/entity'
import { failure, recordGone, stillReferred } from '../core/errors'
import { listOf, ListWindow } from '../core/list'
import { person } from '../directory/person'
import { course } from './course'
import { enrolment } from './enrolment'
import { GroupingPlan, GroupingProblem, planImpossible, planNotFound } from './grouping/model'
import { groupingPlan } from './groupingPlan'
import { importCalls } from './import/calls'
import { paceJudgement } from './paceJudgement'
import { participant } from './participant'
import { placement } from './placement'
import { planDocumentCalls } from './planDocument'
import { site } from './site'

export const placementOfThatDay = failure<{ placementDate: string }>(
  'courses/placement-of-that-day',
  'Vom {placementDate} gibt es schon eine Einstufung. Bitte das Datum prüfen oder die vorhandene berichtigen.',
)
export const planOutdated = failure(
  'courses/plan-outdated',
  'Der Plan wurde nicht übernommen: Seit er berechnet wurde, haben sich seine Angaben geändert. Bitte neu planen.',
)
export const planBroken = failure<{ rule: string }>(
  'courses/plan-broken',
  'Der Plan wurde nicht übernommen, weil er eine Regel bricht: {rule} Verschieben Sie die Person oder planen Sie neu.',
)
export const workbooksNotWritten = failure<{ reason: string }>(
  'courses/workbooks-not-written',
  'Die Arbeitsmappen ließen sich nicht in den Ordner schreiben ({reason}); es wurde keine geschrieben. Prüfen Sie, ob der Ordner noch da ist, ob Sie dort schreiben dürfen und ob Platz frei ist, oder wählen Sie einen anderen.',
)

/** One line of the list of participants: the way, who, the newest placement and pace, the open course. `null` names: the person is not here. */
export const ParticipantLine = participant.schema.extend({
  lastName: z.string().nullable(),
  firstName: z.string().nullable(),
  birthDate: IsoDate.nullable(),
  city: z.string().nullable(),
  firstLanguage: z.string().nullable(),
  providerName: z.string().nullable(),
  wishSiteName: z.string().nullable(),
  courseNumber: z.string().nullable(),
  placementDate: IsoDate.nullable(),
  placementScore: z.int().nullable(),
  cefr: z.string().nullable(),
  recommendedType: z.string().nullable(),
  learningPace: z.string().nullable(),
})
export const ParticipantDetail = z.object({
  participant: participant.schema,
  person: person.schema.nullable(),
  placements: z.array(placement.schema),
  paces: z.array(paceJudgement.schema),
  enrolments: z.array(enrolment.schema.extend({ courseNumber: z.string().nullable() })),
})
export const CourseLine = course.schema.extend({
  providerName: z.string().nullable(),
  siteName: z.string().nullable(),
  people: z.int(),
  meanScore: z.number().nullable(),
  spread: z.number().nullable(),
})
export const SiteLine = site.schema.extend({ providerName: z.string().nullable(), municipalityName: z.string().nullable() })

/** What one provider gets, as plain data for the job that writes it. `seat`: the course of the newest kept plan. */
export const ProviderWorkbook = z.object({
  organisationId: Id,
  organisationName: z.string(),
  courses: z.array(course.schema.extend({ siteName: z.string().nullable() })),
  people: z.array(
    z.object({
      participant: participant.schema,
      person: person.schema,
      placement: placement.schema.nullable(),
      learningPace: z.string().nullable(),
      courseNumber: z.string().nullable(),
      plannedCourse: z.string().nullable(),
      leftOver: z.string().nullable(),
    }),
  ),
})
const getProviderWorkbooks = query({
  label: 'Listen für Kursträger',
  right: 'edit',
  input: z.object({}),
  output: z.array(ProviderWorkbook),
  access: (workbooks) => workbooks.flatMap(({ people }) => people.map((one) => one.person.id)),
})

/** All that a screen can ask of this room. `right` is the least that may call; the main process enforces it. */
export const courses = {
  listParticipants: query({
    label: 'Liste der Teilnehmenden',
    right: 'read',
    input: ListWindow,
    output: listOf(ParticipantLine),
    access: ({ rows }) => rows.map(({ personId }) => personId),
  }),
  getParticipant: query({
    label: 'Teilnehmende Person',
    right: 'read',
    input: z.object({ id: Id }),
    output: ParticipantDetail.nullable(),
    access: (detail) => (detail === null ? [] : [detail.participant.personId]),
  }),
  createParticipant: command({
    label: 'Teilnehmende aufnehmen',
    right: 'edit',
    output: Id,
    input: z.object({ person: person.schema.omit({ id: true }), participant: participant.schema.omit({ id: true, personId: true }) }),
  }),
  changeParticipant: command({
    label: 'Teilnehmende ändern',
    right: 'edit',
    output: z.null(),
    raises: [recordGone],
    input: z.object({
      id: Id,
      participant: participant.schema.omit({ id: true, personId: true }).partial(),
      person: person.schema.omit({ id: true }).partial(),
    }),
  }),
  removeParticipant: command({
    label: 'Teilnehmende löschen',
    right: 'edit',
    input: z.object({ id: Id }),
    output: z.null(),
    raises: [recordGone, stillReferred],
  }),
  recordPlacement: command({
    label: 'Einstufung eintragen',
    right: 'edit',
    input: placement.schema.omit({ id: true }),
    output: Id,
    raises: [recordGone, placementOfThatDay],
  }),
  judgePace: command({
    label: 'Lerntempo einschätzen',
    right: 'edit',
    input: paceJudgement.schema.omit({ id: true }),
    output: Id,
    raises: [recordGone],
  }),

  listCourses: query({
    right: 'figures',
    input: ListWindow,
    output: listOf(CourseLine),
  }),
  getCourse: query({ right: 'figures', input: z.object({ id: Id }), output: course.schema.nullable() }),
  /** How many who are in a course now have how many points, in bands of ten. */
  getCourseScores: query({ right: 'figures', input: z.object({ id: Id }), output: z.object({ bands: z.array(z.int()) }) }),
  createCourse: command({ label: 'Kurs anlegen', right: 'edit', input: course.schema.omit({ id: true }), output: Id }),
  changeCourse: command({
    label: 'Kurs ändern',
    right: 'edit',
    input: z.object({ id: Id, values: course.schema.omit({ id: true }).partial() }),
    output: z.null(),
    raises: [recordGone],
  }),
  removeCourse: command({
    label: 'Kurs löschen',
    right: 'edit',
    input: z.object({ id: Id }),
    output: z.null(),
    raises: [recordGone, stillReferred],
  }),
  listSites: query({ right: 'figures', input: ListWindow, output: listOf(SiteLine) }),
  getSite: query({ right: 'figures', input: z.object({ id: Id }), output: site.schema.nullable() }),
  createSite: command({ label: 'Kursort anlegen', right: 'edit', input: site.schema.omit({ id: true }), output: Id }),
  changeSite: command({
    label: 'Kursort ändern',
    right: 'edit',
    input: z.object({ id: Id, values: site.schema.omit({ id: true }).partial() }),
    output: z.null(),
    raises: [recordGone],
  }),
  removeSite: command({
    label: 'Kursort löschen',
    right: 'edit',
    input: z.object({ id: Id }),
    output: z.null(),
    raises: [recordGone, stillReferred],
  }),
  chooseReference: query({
    label: 'Auswahl in einem Feld',
    right: 'figures',
    rightFor: ({ entity }) => (entity === 'participant' ? 'read' : 'figures'),
    input: z.object({
      entity: z.enum(['course', 'site', 'participant']),
      search: z.string().max(200),
      selected: Id.nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: z.array(Choice),
    access: (choices, { entity }) => (entity === 'participant' ? choices.map(({ id }) => id) : []),
  }),

  ...importCalls,

  /** The problem of all open courses, with people and courses by their ids. */
  getGroupingProblem: query({
    label: 'Angaben zur Gruppenplanung',
    right: 'edit',
    input: z.object({}),
    output: z.object({
      problem: GroupingProblem,
      readAt: ReadAt,
      /** Words for ids: people as "Nachname, Vorname", courses by number, sites by name. */
      names: z.record(z.string(), z.string()),
      /** Participants who cannot be planned: nobody has tested them yet. */
      withoutPlacement: z.array(Choice),
    }),
    access: ({ problem, withoutPlacement }) => [...problem.people, ...withoutPlacement].map(({ id }) => id),
  }),
  planGroups: job({
    label: 'Gruppen planen',
    right: 'edit',
    raises: [planImpossible, planNotFound],
    input: z.object({ problem: GroupingProblem, seconds: z.int().min(1).max(3600) }),
    progress: GroupingPlan,
    output: GroupingPlan,
  }),
  keepPlan: command({
    label: 'Gruppenplan übernehmen',
    right: 'edit',
    raises: [planOutdated, planBroken],
    output: Id,
    input: z.object({ planName: z.string().trim().min(1).max(200), plan: GroupingPlan, readAt: ReadAt }),
  }),
  listPlans: query({
    right: 'figures',
    input: z.object({}),
    output: z.array(
      groupingPlan.schema
        .pick({ id: true, planName: true, objective: true, bound: true, meanSpread: true })
        .extend({ keptAt: z.int(), seated: z.int(), left: z.int() }),
    ),
  }),

  ...planDocumentCalls,

  getProviderWorkbooks,
  writeProviderWorkbooks: job({
    writes: () => ['xlsx'],
    label: 'Arbeitsmappen schreiben',
    right: 'edit',
    fedBy: getProviderWorkbooks,
    writesFolders: true,
    isExport: true,
    raises: [workbooksNotWritten],
    input: z.object({ folder: FileToken }),
    progress: z.object({ done: z.int(), total: z.int() }),
    output: z.object({ files: z.array(z.object({ name: z.string(), people: z.int() })) }),
  }),
}
