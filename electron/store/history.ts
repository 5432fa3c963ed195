import * as z from 'zod'
import type { Json } from '../../shared/core/change'
import type { AnyEntity } from '../../shared/core/entity'
import { actLabel } from '../../shared/rooms'
import type { HistoryEntry } from '../../shared/workspace/history'
import type { Connection } from './database'
import { logOfRecord } from './recordLog'

const LoggedAct = z.object({ name: z.string(), user: z.string(), body: z.string().nullable(), origin: z.string() })
const Origin = z.object({ kind: z.string(), file: z.string().optional(), columns: z.record(z.string(), z.string()).default({}) })

/** What happened to a record, newest first: one entry a field, without the empty fields of its creation. */
export function historyOf(database: Connection, entity: AnyEntity, id: string): HistoryEntry[] {
  const actOf = database.prepare('SELECT name, user, body, origin FROM act WHERE id = ?')
  const present: Record<string, Json> = {}
  const entries: HistoryEntry[] = []
  for (const { act, at, row, fields } of logOfRecord(database, entity, id).changes) {
    const { name, user, body, origin } = LoggedAct.parse(actOf.get(act))
    for (const [field, to] of Object.entries(fields ?? {})) {
      const isFirst = !(field in present)
      if (!isFirst || !isEmpty(to)) {
        entries.push({
          actId: act,
          act: actLabel(name),
          at,
          user,
          body,
          origin: originOf(origin, row, field),
          entity: entity.name,
          field,
          ...(!isFirst && { from: present[field] }),
          to,
        })
      }
      present[field] = to
    }
  }
  return entries.reverse()
}

function isEmpty(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/**
 * Which file, row and cell a value came from, `null` for what was typed. The act knows which column of which sheet was read as a field; where
 * several sheets were read, the row alone is certain.
 */
function originOf(origin: string, row: number | null, field: string): HistoryEntry['origin'] {
  const { kind, file, columns } = Origin.parse(JSON.parse(origin))
  if (kind !== 'workbook' || file === undefined) return null
  const sheets = new Set(Object.keys(columns).map((place) => place.slice(0, place.lastIndexOf('!'))))
  const places = Object.entries(columns).flatMap(([place, filled]) => (filled === field ? [place] : []))
  const [sheet, ...otherSheets] = sheets
  const [place] = places
  if (sheet === undefined || otherSheets.length > 0) return { file, sheet: null, row, cell: null }
  const cell = place === undefined || places.length > 1 || row === null ? null : `${place.slice(sheet.length + 1)}${row}`
  return { file, sheet, row, cell }
}
