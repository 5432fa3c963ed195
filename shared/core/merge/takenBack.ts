// Undo after undo: what was taken back, and what took it back, is for the next undo as if it had never been. Else the second Strg Z would find
// the field "changed since", by the first one.
import type { Change } from '../change'
import type { RecordChange } from './record'

type OfAct = RecordChange & Pick<Change, 'act'>

/**
 * The changes of a record without the fields that an act set and its undo put back, each pair at once; of a redo, the undo and the redo.
 * What concerns `act` itself stays. `undoes`: of each act among the changes, the act that it takes back, if it does.
 */
export function withoutTakenBack<C extends OfAct>(changes: readonly C[], act: string, undoes: ReadonlyMap<string, string>): C[] {
  const fieldsOf = new Map<string, Set<string>>()
  for (const { act: one, fields } of changes) {
    const known = fieldsOf.get(one) ?? new Set()
    for (const field of Object.keys(fields ?? {})) known.add(field)
    fieldsOf.set(one, known)
  }
  const sets = (one: string, field: string) => fieldsOf.get(one)?.has(field) === true
  const undoers = (one: string) => [...fieldsOf.keys()].filter((other) => other !== act && undoes.get(other) === one)
  const isTakenBack = (one: string, field: string): boolean =>
    undoers(one).some((undoer) => sets(undoer, field) && !isTakenBack(undoer, field))
  const stays = (one: string, field: string) => {
    const before = undoes.get(one)
    return one === act || !(isTakenBack(one, field) || (before !== undefined && sets(before, field)))
  }
  return changes.flatMap((change) => {
    if (change.fields === null) return [change]
    const fields = Object.fromEntries(Object.entries(change.fields).filter(([field]) => stays(change.act, field)))
    return Object.keys(fields).length === 0 ? [] : [{ ...change, fields }]
  })
}
