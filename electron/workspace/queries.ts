import * as z from 'zod'
import type { Json } from '../../shared/core/change'
import { entities, rooms } from '../../shared/rooms'
import type { workspace } from '../../shared/workspace/calls'
import type { HistoryEntry } from '../../shared/workspace/history'
import { rightOf, roleMay } from '../../shared/workspace/roles'
import type { Query } from '../store/store'
import { letterheadOf } from './letterhead'

export { getAct, listActs, listDeleted, nextSteps } from './acts'
export { auditUsers, getAudit, getAuditEntry, listAudit } from './audit'
export { getListSettings } from './listSettings'
export { search } from './search'
export * from './backupQueries'
export * from './everythingQueries'

const Meta = z.object({ name: z.string(), value: z.string() })

/** The office, who works here and what they may in each room. */
export const getOffice: Query<typeof workspace.getOffice> = (store) => {
  const meta = new Map(
    store
      .rows(Meta, `SELECT name, value FROM meta WHERE name IN ('countyKey', 'countyName', 'officeName', 'isDemo')`)
      .map(({ name, value }) => [name, value]),
  )
  const { actor } = store
  const right = rightOf(actor.role, actor)
  return {
    countyKey: meta.get('countyKey') ?? '',
    countyName: meta.get('countyName') ?? '',
    officeName: meta.get('officeName') ?? '',
    isDemo: meta.get('isDemo') === 'true',
    userId: actor.id,
    userName: actor.name,
    role: actor.role,
    rights: Object.fromEntries(Object.keys(rooms).map((room) => [room, right])),
    mayAudit: roleMay(actor.role, actor, 'audit'),
    body: actor.body,
    mayWriteFor: actor.mayWriteFor === 'all' ? 'all' : [...actor.mayWriteFor],
    today: store.today(),
  }
}

/** What happened to records that are shown as one, newest first; each keeps its own order, whatever the clocks say. */
export const recordHistory: Query<typeof workspace.recordHistory> = (store, { records }) =>
  woven(
    records.map(({ entity, id }) => {
      const about = entities.get(entity)
      return about === undefined ? [] : store.history(about, id)
    }),
  )

/** Always the newest of the entries that stand first. */
function woven(histories: HistoryEntry[][]): HistoryEntry[] {
  const entries: HistoryEntry[] = []
  const rest = histories.map((history) => [...history])
  for (;;) {
    const next = rest.reduce<HistoryEntry[]>((newest, one) => ((one[0]?.at ?? -1) > (newest[0]?.at ?? -1) ? one : newest), [])
    const entry = next.shift()
    if (entry === undefined) return entries
    entries.push(entry)
  }
}

/** What stands at the head of this office's documents. */
export const getLetterhead: Query<typeof workspace.getLetterhead> = (store) => letterheadOf(store)

const Draft = z.object({ vals: z.string(), at: z.int() })

/** Unsaved input of a form of this user, or `null`. */
export const getDraft: Query<typeof workspace.getDraft> = (store, { view }) => {
  const draft = store.row(Draft, 'SELECT vals, at FROM draft WHERE user = :user AND view = :view', { user: store.actor.id, view })
  return draft === undefined ? null : { values: JSON.parse(draft.vals) as Record<string, Json>, at: draft.at }
}
