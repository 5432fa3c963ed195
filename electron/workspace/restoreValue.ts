import type { Json } from '../../shared/core/change'
import { recordGone, WorkbenchError } from '../../shared/core/errors'
import { entities } from '../../shared/rooms'
import type { workspace } from '../../shared/workspace/calls'
import { referredGone, valueGone } from '../../shared/workspace/historyCalls'
import type { Command } from '../store/store'

/**
 * Gives a field the value that it had before an act, as a new act. The value comes from the log, never from the window, and goes the way of
 * every change: rules and responsibility hold. @throws recordGone, valueGone, referredGone, notResponsible, invalidInput
 */
export const restoreValue: Command<typeof workspace.restoreValue> = (store, { entity, id, field: name, actId }) => {
  const about = entities.get(entity)
  const field = about?.fields[name]
  if (about === undefined || store.get(about, id) === undefined) throw new WorkbenchError(recordGone, {})
  // An act may set a field twice; what stood before the first is what stood before the act.
  const entry = store
    .history(about, id)
    .filter((one) => one.actId === actId && one.field === name)
    .at(-1)
  if (field === undefined || entry?.from === undefined) throw new WorkbenchError(valueGone, {})
  const former: Json = entry.from
  if (field.kind.type === 'reference' && typeof former === 'string') {
    const referred = entities.get(field.kind.entity)
    if (referred === undefined || store.get(referred, former) === undefined) throw new WorkbenchError(referredGone, { field: field.label })
  }
  store.put(about, id, { [name]: former })
  return null
}
