// What reading a provider's list gives: columns with their meaning, and rows with values and findings. Shapes only; rules stand beside.
import * as z from 'zod'
import { Finding } from '../../core/finding'

/** Which field a column holds, by "sheet!column" ("Teilnehmende!C"); `null`: left out. Overrules what the headers say. */
export const ColumnMapping = z.record(z.string().max(400), z.string().max(60).nullable())
export type ColumnMapping = z.infer<typeof ColumnMapping>

/** One column of a sheet: its letters, the header as written, the field it fills (`null`: none), and some values to recognise it by. */
export const ReadColumn = z.object({ column: z.string(), header: z.string(), field: z.string().nullable(), samples: z.array(z.string()) })
export type ReadColumn = z.infer<typeof ReadColumn>

/** A sheet that holds persons. `headerRow`: the row with the headers, 1 is the first. */
export const ReadSheet = z.object({ name: z.string(), headerRow: z.int(), columns: z.array(ReadColumn), rows: z.int() })
export type ReadSheet = z.infer<typeof ReadSheet>

/** Something to know about the file as a whole: a sheet left out, hidden rows, a row of totals. */
export const ReadNotice = z.object({
  code: z.string(),
  sentence: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ReadNotice = z.infer<typeof ReadNotice>

/** The reading without its rows. `good`: rows without an error. */
export const ReadingSummary = z.object({ rows: z.int(), good: z.int(), sheets: z.array(ReadSheet), notices: z.array(ReadNotice) })
export type ReadingSummary = z.infer<typeof ReadingSummary>

/** One row: values by the field names of domain.md 2.8, and what is wrong with them. */
export const ReadRow = z.object({ sheet: z.string(), row: z.int(), values: z.record(z.string(), z.json()), findings: z.array(Finding) })
export type ReadRow = z.infer<typeof ReadRow>
