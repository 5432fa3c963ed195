// One record as its log has it: what its first change said, and for every field changed since, the head that is shown.
import * as z from 'zod'
import type { ChangedFields, Json } from '../../shared/core/change'
import type { Connection } from './database'

const Fields = z.record(z.string(), z.json())
const Logged = z.object({ writer: z.int(), seq: z.int(), act: z.string(), at: z.int(), entity: z.string(), fields: z.string().nullable() })

export interface LoggedChange {
  writer: number
  seq: number
  act: string
  entity: string
  fields: ChangedFields
}

/** The changes of a record, oldest first. Erased values are left out. */
export function changesOfRecord(database: Connection, record: string): LoggedChange[] {
  return z
    .array(Logged)
    .parse(
      database.prepare('SELECT writer, seq, act, at, entity, fields FROM change WHERE record = ? ORDER BY at, writer, seq').all(record),
    )
    .map(({ fields, ...change }) => ({ ...change, fields: fields === null ? {} : Fields.parse(JSON.parse(fields)) }))
}

/** The fields of a record that may be gone, without its own `$` fields; `null` if the log does not know it. */
export function fieldsOfRecord(database: Connection, record: string): ChangedFields | null {
  const changes = changesOfRecord(database, record)
  if (changes.length === 0) return null
  const fields: Record<string, Json> = {}
  for (const change of changes) for (const [name, value] of Object.entries(change.fields)) if (!name.startsWith('$')) fields[name] = value
  return fields
}
