// Undoing an act is a new act: every field that the act still holds gets the value before it; what was changed since is left and listed.
import * as z from 'zod'
import { canonicalJson, DELETED, type Json } from '../../shared/core/change'
import type { AnyEntity } from '../../shared/core/entity'
import { WorkbenchError } from '../../shared/core/errors'
import { entities } from '../../shared/rooms'
import { actGone } from '../../shared/workspace/calls'
import type { UndoResult } from '../../shared/workspace/history'
import type { Connection } from './database'
import { changesOfRecord, type LoggedChange } from './recordLog'
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
  for (let moved = true; moved && waiting.length > 0;) {
    const later = waiting.filter((one) => !undoRecord(store, database, actId, one, result))
    moved = later.length < waiting.length
    waiting = later
  }
  for (const { record, entity } of waiting) result.left.push({ entity, id: record, field: DELETED })
  return result
}

/** `false`: the record must go, but something still refers to it. */
function undoRecord(
  store: Writer,
  database: Connection,
  actId: string,
  { record, entity: name }: z.infer<typeof Touched>,
  result: UndoResult,
): boolean {
  const entity = entities.get(name)
  if (entity === undefined) return true
  const changes = changesOfRecord(database, record)
  const isCreation = changes[0]?.act === actId
  return isCreation
    ? undoCreation(store, entity, record, changes, actId, result)
    : undoFields(store, entity, record, changes, actId, result)
}

function undoCreation(
  store: Writer,
  entity: AnyEntity,
  record: string,
  changes: readonly LoggedChange[],
  actId: string,
  result: UndoResult,
): boolean {
  if (store.get(entity, record) === undefined) return true
  const changedSince = new Set(
    changes
      .filter(({ act }) => act !== actId)
      .flatMap(({ fields }) => Object.keys(fields))
      .filter((field) => field !== DELETED),
  )
  if (changedSince.size > 0) {
    for (const field of changedSince) result.left.push({ entity: entity.name, id: record, field })
    return true
  }
  try {
    store.remove(entity, record)
  } catch (error) {
    if (error instanceof WorkbenchError && error.definition.code === 'core/still-referred') return false
    throw error
  }
  result.records += 1
  return true
}

function undoFields(
  store: Writer,
  entity: AnyEntity,
  record: string,
  changes: readonly LoggedChange[],
  actId: string,
  result: UndoResult,
): boolean {
  const before: Record<string, Json> = {}
  const values: Record<string, Json> = {}
  for (const [index, { act, fields }] of changes.entries()) {
    for (const [field, value] of Object.entries(fields)) {
      if (act !== actId) {
        before[field] = value
        continue
      }
      const isHeldElsewhere = changes.slice(index + 1).some((later) => later.act !== actId && field in later.fields)
      if (isHeldElsewhere) result.left.push({ entity: entity.name, id: record, field })
      else values[field] ??= before[field] ?? null
    }
  }
  if (DELETED in values) {
    delete values[DELETED]
    const isGone = store.get(entity, record) === undefined
    if (isGone) store.restore(entity, record)
    else store.remove(entity, record)
    result.records += 1
  }
  const present = store.get(entity, record) as Record<string, Json> | undefined
  if (present === undefined) return true
  const back = Object.fromEntries(
    Object.entries(values).filter(
      ([field, value]) => field in entity.fields && canonicalJson(present[field] ?? null) !== canonicalJson(value),
    ),
  )
  store.put(entity, record, back)
  result.fields += Object.keys(back).length
  return true
}
