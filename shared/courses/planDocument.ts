// A grouping plan as a document for people: who sits where, provider by provider.
import * as z from 'zod'
import { FileToken, job, query } from '../core/call'
import { DocumentFormat, Letterhead } from '../core/document'
import { Id, IsoDate } from '../core/entity'
import { failure } from '../core/errors'
import { course } from './course'
import { groupingPlan, PlannedSeat } from './groupingPlan'

export const noPlanKept = failure(
  'courses/no-plan-kept',
  'Es gibt keinen übernommenen Gruppenplan. Planen Sie zuerst Gruppen, oder übernehmen Sie einen Plan.',
)
export const documentsNotWritten = failure<{ reason: string }>(
  'courses/documents-not-written',
  'Das Dokument ließ sich nicht in den Ordner schreiben ({reason}); es wurde nichts geschrieben. Prüfen Sie, ob der Ordner noch da ist, ob Sie dort schreiben dürfen und ob Platz frei ist, oder wählen Sie einen anderen.',
)

/** What a plan's document is made of, as plain data for the job that writes it. `kept`: the newest kept plan. */
export const PlanBasis = z.object({
  letterhead: Letterhead,
  kept: z.object({ planName: groupingPlan.schema.shape.planName, seats: z.array(PlannedSeat) }).nullable(),
  courses: z.array(course.schema.extend({ siteName: z.string().nullable(), providerName: z.string().nullable() })),
  people: z.array(
    z.object({
      id: Id,
      personId: Id,
      lastName: z.string().nullable(),
      firstName: z.string().nullable(),
      birthDate: IsoDate.nullable(),
      organisationId: Id.nullable(),
      providerName: z.string().nullable(),
      placementScore: z.int().nullable(),
      cefr: z.string().nullable(),
      learningPace: z.string().nullable(),
    }),
  ),
})
export type PlanBasis = z.infer<typeof PlanBasis>

/** One document for the office, or one for each provider with its own people alone (IntV § 8). */
export const PlanDocumentScope = z.enum(['all', 'eachProvider'])
export type PlanDocumentScope = z.infer<typeof PlanDocumentScope>

const getPlanBasis = query({
  label: 'Plan zum Ausgeben',
  right: 'edit',
  input: z.object({}),
  output: PlanBasis,
  access: ({ people }) => people.map(({ personId }) => personId),
})

export const planDocumentCalls = {
  getPlanBasis,
  writePlanDocuments: job({
    label: 'Plan als Dokument schreiben',
    right: 'edit',
    fedBy: getPlanBasis,
    writesFolders: true,
    isExport: true,
    writes: ({ format }) => [format],
    raises: [noPlanKept, documentsNotWritten],
    input: z.object({
      folder: FileToken,
      format: DocumentFormat,
      scope: PlanDocumentScope,
      /** The plan on screen, which nobody has kept yet; `null`: the newest kept one. */
      seats: z.array(PlannedSeat).max(20_000).nullable(),
    }),
    progress: z.object({ done: z.int(), total: z.int() }),
    output: z.object({ files: z.array(z.object({ name: z.string(), people: z.int() })) }),
  }),
}
