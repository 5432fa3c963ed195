// One row of a provider's list between reading and taking: how it lies in the working table importRow (scope local, never logged).
import * as z from 'zod'
import { ImportKind } from '../../../shared/courses/import/calls'
import { Finding } from '../../../shared/core/finding'

/** As the reading job hands it over, one JSON line each. `values` by the field names of domain.md 2.8. */
export const ReadRow = z.object({ sheet: z.string(), row: z.int(), values: z.record(z.string(), z.json()), findings: z.array(Finding) })
export type ReadRow = z.infer<typeof ReadRow>

const parsed = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text) => JSON.parse(text) as unknown)
    .pipe(schema)

/** As the working table holds it. `taken`: will be written when the import is taken. */
export const StagedRow = z.object({
  position: z.int(),
  sheet: z.string(),
  row: z.int(),
  kind: ImportKind,
  taken: z.int().transform(Boolean),
  name: z.string(),
  personId: z.string().nullable(),
  participantId: z.string().nullable(),
  values: parsed(z.record(z.string(), z.json())),
  findings: parsed(z.array(Finding)),
})
export type StagedRow = z.infer<typeof StagedRow>

/** The columns of importRow under the names of `StagedRow`. */
export const STAGED = 'position, sheet, row, kind, taken, name, personId, participantId, vals AS "values", findings'

/** "Familienname, Vorname" as the row has it; empty where the name is missing. */
export function nameIn(values: ReadRow['values']): string {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return [text(values.lastName), text(values.firstName)].filter(Boolean).join(', ')
}
