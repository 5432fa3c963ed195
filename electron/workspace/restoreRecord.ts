import * as z from 'zod'
import { recordGone, WorkbenchError } from '../../shared/core/errors'
import { entities } from '../../shared/rooms'
import type { workspace } from '../../shared/workspace/calls'
import type { Command, Writer } from '../store/store'

const Gone = z.object({ entity: z.string(), record: z.string() })

/**
 * Brings a deleted record back as it was, and with it what its deletion took along: placements and enrolments of a participant mean nothing
 * without it, and it little without them. @throws recordGone
 */
export const restoreRecord: Command<typeof workspace.restoreRecord> = (store, { entity, id }) => {
  const about = entities.get(entity)
  if (about === undefined) throw new WorkbenchError(recordGone, {})
  const others = goneTogether(store, id)
  store.restore(about, id)
  for (const { entity: name, record } of others) {
    const other = entities.get(name)
    if (other !== undefined && store.get(other, record) === undefined && refersTo(store, name, record, id)) store.restore(other, record)
  }
  return null
}

/** What the act that deleted the record deleted too. */
function goneTogether(store: Writer, id: string): z.infer<typeof Gone>[] {
  return store.rows(
    Gone,
    `SELECT DISTINCT other.entity, other.record FROM head
      JOIN change ON change.writer = head.writer AND change.scope = head.scope AND change.seq = head.seq
      JOIN change AS other ON other.act = change.act AND other.record <> change.record
      WHERE head.record = :id AND head.field = '$deleted' AND json_extract(other.fields, '$."$deleted"') = 1`,
    { id },
  )
}

function refersTo(store: Writer, entity: string, record: string, id: string): boolean {
  const about = entities.get(entity)
  const former: Record<string, unknown> | undefined = about === undefined ? undefined : store.formerly(about, record)
  return (
    about !== undefined &&
    former !== undefined &&
    Object.values(about.fields).some(({ name, kind }) => kind.type === 'reference' && former[name] === id)
  )
}
