// Undoing an act is a new act: what it means for one record is the rule of shared/core/merge/undo.ts, here it is done to the tables.
import * as z from 'zod'
import { canonicalJson, DELETED, type Json } from '../../shared/core/change'
import type { AnyEntity } from '../../shared/core/entity'
import { isWorkbenchError, stillReferred, WorkbenchError } from '../../shared/core/errors'
import { withoutTakenBack } from '../../shared/core/merge/takenBack'
import { undone } from '../../shared/core/merge/undo'
import { entities } from '../../shared/rooms'
import { actGone } from '../../shared/workspace/calls'
import type { UndoResult } from '../../shared/workspace/history'
import type { Connection } from './database'
import { logOfRecord } from './recordLog'
import type { Writer } from './store'

const Touched = z.object({ record: z.string(), entity: z.string() })

/** Takes back what an act did, newest record first, so that what refers to a record goes before it. @throws actGone */
export function undoAct(store: Writer, database: Connection, actId: string): UndoResult {
  const isThere = database.prepare('SELECT 1 FROM act WHERE id = ?').get(actId) !== undefined
  const isUndone = database.prepare('SELECT 1 FROM act WHERE undoes = ?').get(actId) !== undefined
  if (!isThere || isUndone) throw new WorkbenchError(actGone, {})
  const touched = z
    .array(Touched)
    .parse(database.prepare('SELECT record, entity FROM change WHERE act = ? GROUP BY record ORDER BY max(seq) DESC').all(actId))
  const result: UndoResult = { fields: 0, records: 0, left: [] }
  // A record that others of this act refer to can go only once they are gone: what is still referred to is tried again until nothing moves.
  let waiting = touched
  let done = 0
  for (let moved = true; moved && waiting.length > 0;) {
    const later = waiting.filter((one) => {
      const isDone = undoRecord(store, database, actId, one, result)
      if (isDone) store.progress(++done, touched.length)
      return !isDone
    })
    moved = later.length < waiting.length
    waiting = later
  }
  for (const { record, entity } of waiting) result.left.push({ entity, id: record, field: DELETED })
  return result
}

/** `false`: the record must go, but something still refers to it. */
function undoRecord(store: Writer, database: Connection, actId: string, touched: z.infer<typeof Touched>, result: UndoResult): boolean {
  const { record, entity: name } = touched
  const entity = entities.get(name)
  if (entity === undefined) return true
  const { changes, undoes, seenOf } = logOfRecord(database, entity, record)
  const { fields, left } = undone(withoutTakenBack(changes, actId, undoes), actId, seenOf)
  const { [DELETED]: deleted, ...values } = fields
  if (deleted === true && !removed(store, entity, record)) return false
  if (deleted === false) store.restore(entity, record)
  const count = putBack(store, entity, record, values)
  if (deleted === undefined) result.fields += count
  else result.records += 1
  for (const field of left) result.left.push({ entity: name, id: record, field })
  return true
}

function removed(store: Writer, entity: AnyEntity, record: string): boolean {
  try {
    store.remove(entity, record)
    return true
  } catch (error) {
    if (isWorkbenchError(error) && error.definition.code === stillReferred.code) return false
    throw error
  }
}

/** Sets what differs; gives how many fields that were. */
function putBack(store: Writer, entity: AnyEntity, record: string, values: Record<string, Json>): number {
  const present = store.get(entity, record) as Record<string, Json> | undefined
  if (present === undefined) return 0
  const back = Object.fromEntries(
    Object.entries(values).filter(
      ([field, value]) => field in entity.fields && canonicalJson(present[field] ?? null) !== canonicalJson(value),
    ),
  )
  store.put(entity, record, back)
  return Object.keys(back).length
}
