// One record as its log has it, read for the rules of shared/core/merge.
import * as z from 'zod'
import { type ChangedFields, Seen } from '../../shared/core/change'
import type { AnyEntity } from '../../shared/core/entity'
import { inOrder, type SeenOf } from '../../shared/core/merge/knowledge'
import { headsOf, type RecordChange, shownFields } from '../../shared/core/merge/record'
import type { Connection } from './database'

const Logged = z.object({
  writer: z.string(),
  scope: z.string(),
  seq: z.int(),
  epoch: z.int(),
  act: z.string(),
  at: z.int(),
  row: z.int().nullable(),
  undoes: z.string().nullable(),
  fields: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : z.record(z.string(), z.json()).parse(JSON.parse(text)))),
})

export interface LoggedChange extends RecordChange {
  act: string
  /** Of the workbook that the values came from. */
  row: number | null
}

export interface RecordLog {
  /** Oldest first; none before one that it had seen, whatever the clocks say. */
  changes: LoggedChange[]
  /** Of acts among them that take another back: which one. */
  undoes: ReadonlyMap<string, string>
  seenOf: SeenOf
}

/** Everything that the file holds about one record; nothing if its id is of another kind than `entity`. */
export function logOfRecord(database: Connection, entity: AnyEntity, record: string): RecordLog {
  const rows = database
    .prepare(`SELECT writer.id AS writer, scope, seq, epoch, act, change.at, row, fields, act.undoes
      FROM change JOIN writer ON writer.number = change.writer LEFT JOIN act ON act.id = change.act WHERE record = ? AND entity = ?`)
    .all(record, entity.name)
  const found = z.array(Logged).parse(rows)
  const undoes = new Map(found.flatMap((one) => (one.undoes === null ? [] : [[one.act, one.undoes] as const])))
  const changes = found.map(({ undoes: _kept, ...change }) => change)
  const seenOf = epochsOf(database)
  return { changes: inOrder(changes, seenOf), undoes, seenOf }
}

/** The fields of a record that may be gone, without its own `$` fields; `null` if the log does not know it. */
export function fieldsOfRecord(database: Connection, entity: AnyEntity, record: string): ChangedFields | null {
  const { changes, seenOf } = logOfRecord(database, entity, record)
  return changes.length === 0 ? null : shownFields(headsOf(changes, seenOf))
}

/** What the epochs of all writers had seen; each is read when it is first asked for. */
function epochsOf(database: Connection): SeenOf {
  const stored = database
    .prepare('SELECT seen FROM epoch JOIN writer ON writer.number = epoch.writer WHERE writer.id = ? AND epoch = ?')
    .pluck()
  const read = new Map<string, Seen>()
  return (writer, epoch, scope) => {
    const key = `${writer} ${epoch}`
    const seen = read.get(key) ?? Seen.parse(JSON.parse(z.string().parse(stored.get(writer, epoch))))
    read.set(key, seen)
    return seen[scope] ?? {}
  }
}
