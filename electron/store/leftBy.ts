// What an undo leaves: fields of the act that were changed since. Told from the log, so that it can still be read after a restart.
import * as z from 'zod'
import { DELETED } from '../../shared/core/change'
import { withoutTakenBack } from '../../shared/core/merge/takenBack'
import { undone } from '../../shared/core/merge/undo'
import { entities } from '../../shared/rooms'
import type { UndoResult } from '../../shared/workspace/history'
import type { Connection } from './database'
import { logOfRecord } from './recordLog'

const Undoer = z.object({ id: z.string(), number: z.int() })
const Touched = z.object({ record: z.string(), entity: z.string() })

// Records that somebody else changed too, and of an act that was undone those that the undo did not touch: of all others nothing is left.
const SUSPECTS = `SELECT record, entity FROM change AS mine WHERE act = :act GROUP BY record HAVING
  EXISTS (SELECT 1 FROM change AS other WHERE other.record = mine.record AND other.act NOT IN (:act, :undoer))
  OR (:undoer <> '' AND NOT EXISTS (SELECT 1 FROM change AS back WHERE back.record = mine.record AND back.act = :undoer))
  ORDER BY min(seq)`

/** Fields that the undo of an act left; of one that was not undone, those that its undo would leave now. */
export function leftBy(database: Connection, act: string): UndoResult['left'] {
  const found = database.prepare('SELECT id, number FROM act WHERE undoes = ? ORDER BY number LIMIT 1').get(act)
  const undoer = found === undefined ? null : Undoer.parse(found)
  const suspects = z.array(Touched).parse(database.prepare(SUSPECTS).all({ act, undoer: undoer?.id ?? '' }))
  const numberOf = database.prepare('SELECT number FROM act WHERE id = ?').pluck()
  return suspects.flatMap(({ record, entity }) => {
    const about = entities.get(entity)
    if (about === undefined) return []
    const { changes, undoes, seenOf } = logOfRecord(database, about, record)
    const isBefore = (one: string) => undoer === null || Number(numberOf.get(one)) < undoer.number
    const before = changes.filter((change) => isBefore(change.act))
    const { fields, left } = undone(withoutTakenBack(before, act, undoes), act, seenOf)
    // It had to go, and nothing happened to it: something still referred to it.
    const isHeld = undoer !== null && fields[DELETED] === true && changes.every((change) => change.act !== undoer.id)
    return (isHeld ? [DELETED] : left).map((field) => ({ entity, id: record, field }))
  })
}
