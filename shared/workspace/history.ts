// History of a record and the result of an undo, as screens show them.
import * as z from 'zod'
import { Id } from '../core/entity'

const Json = z.json()

/** Where an imported value stood, as far as it is known. */
const Origin = z.object({ file: z.string(), sheet: z.string().nullable(), row: z.int().nullable(), cell: z.string().nullable() })

/** One changed field. `from`: absent at the creation. `act` is the label of the act; `origin`: of imported values. */
export const HistoryEntry = z.object({
  actId: z.string(),
  act: z.string(),
  at: z.int(),
  user: z.string(),
  body: z.string().nullable(),
  origin: Origin.nullable(),
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
