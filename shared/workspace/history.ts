// History of a record and the result of an undo, as screens show them.
import * as z from 'zod'
import { Id } from '../core/entity'

const Json = z.json()

/** One changed field. `from`: absent at the creation. `act` is the label of the act; `origin` says file and cell for imports. */
export const HistoryEntry = z.object({
  actId: z.string(),
  act: z.string(),
  at: z.int(),
  user: z.string(),
  body: z.string().nullable(),
  origin: z.string().nullable(),
  entity: z.string(),
  field: z.string(),
  from: Json.optional(),
  to: Json,
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** How many fields went back, how many records were deleted or came back, and which fields had been changed since. */
export const UndoResult = z.object({
  fields: z.int(),
  records: z.int(),
  left: z.array(z.object({ entity: z.string(), id: Id, field: z.string() })),
})
export type UndoResult = z.infer<typeof UndoResult>
