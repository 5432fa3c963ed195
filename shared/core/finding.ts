// What is wrong with data: a value with its place and a proposed repair. What cannot be done at all: errors.ts.
import * as z from 'zod'

/** Where in a workbook: sheet as named, cell as Excel writes it ("C104"), `field` by its name in the record. */
export const Place = z.object({ sheet: z.string(), row: z.int(), cell: z.string(), field: z.string().nullable() })
export type Place = z.infer<typeof Place>

/**
 * One finding. `code` is stable, `sentence` German with placeholders that `params` fills: what is wrong and what to do; the place is said
 * before it (shared/i18n/finding.ts).
 * `error`: the value cannot be taken; `warning`: taken, but look at it. `repair`: the proposed value (ISO day, number, text), `null` where none is sure enough.
 */
export const Finding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  place: Place,
  sentence: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  repair: z.union([z.string(), z.number(), z.boolean()]).nullable(),
})
export type Finding = z.infer<typeof Finding>
