import { titleOf } from '../../shared/core/title'
import { entities } from '../../shared/rooms'
import type { NamedRecord } from '../../shared/workspace/historyCalls'
import type { Reader } from '../store/store'

/** Placement, participant, person: no record of ours is further from a name. */
const FURTHEST = 4

/**
 * A record by the name people know it by, also where it is gone. What has no name of its own goes by that of the first record it refers
 * to: a placement by its participant, a participant by the person.
 */
export function namedRecord(store: Reader, entity: string, id: string, depth = 0): NamedRecord {
  const about = entities.get(entity)
  const record: Record<string, unknown> | undefined = about === undefined ? undefined : store.formerly(about, id)
  const nameless: NamedRecord = { entity, id, title: null, refersTo: [] }
  if (about === undefined || record === undefined) return nameless
  const title = titleOf(about, record)
  if (title !== null || depth === FURTHEST) return { ...nameless, title }
  for (const { name, kind } of Object.values(about.fields)) {
    const referred = record[name]
    if (kind.type !== 'reference' || typeof referred !== 'string') continue
    const lending = namedRecord(store, kind.entity, referred, depth + 1)
    return { ...nameless, title: lending.title, refersTo: [{ entity: lending.entity, id: lending.id }, ...lending.refersTo] }
  }
  return nameless
}
