// Tables, heads and search index against what the log says they must be.
import * as z from 'zod'
import { canonicalJson, type Json } from '../../../shared/core/change'
import { type AnyEntity } from '../../../shared/core/entity'
import { type Head, headRows, headsOf, shownFields, standing } from '../../../shared/core/merge/record'
import { entities } from '../../../shared/rooms'
import { foundTooMuch, headsDiffer, notFindable, recordDiffers, recordMissing, recordUnlogged } from '../../../shared/workspace/check'
import { decodeRow } from '../columns'
import type { Connection } from '../database'
import { logOfRecord } from '../recordLog'
import { isFindable, wordsInIndex } from '../searchIndex'
import { INDEX_STATE, isIndexing } from '../searchRebuild'
import type { PartInCheck } from './findings'

const Ids = z.array(z.string())
const StoredHead = z.object({ field: z.string(), writer: z.string(), seq: z.int() })
type Row = Record<string, unknown>

/** Every record that table or log knows: its row and its heads, made anew from its changes. */
export function checkRecords(database: Connection, heads: PartInCheck, tables: PartInCheck): void {
  const storedHeads = database.prepare(
    'SELECT field, writer.id AS writer, seq FROM head JOIN writer ON writer.number = head.writer WHERE record = ? ORDER BY field, writer.id, seq',
  )
  for (const entity of entities.values()) {
    const rowOf = database.prepare(`SELECT * FROM ${entity.name} WHERE id = ?`)
    const known = Ids.parse(
      database
        .prepare(`SELECT id FROM ${entity.name} UNION SELECT record FROM change WHERE entity = ? ORDER BY 1`)
        .pluck()
        .all(entity.name),
    )
    for (const record of known) {
      const { changes, seenOf } = logOfRecord(database, entity, record)
      const shown = headsOf(changes, seenOf)
      const isHere = changes.length > 0 && standing(changes, shown.get('$deleted') ?? [], seenOf) === 'present'
      tables.look()
      checkRow(tables, entity, record, {
        row: rowOf.get(record) as Row | undefined,
        isLogged: changes.length > 0,
        fields: isHere ? shownFields(shown) : null,
      })
      heads.look()
      const fields = differingHeads(headRows(changes, shown, seenOf), z.array(StoredHead).parse(storedHeads.all(record)))
      if (fields.length > 0) heads.note(headsDiffer, { entity: entity.label, record, fields: fields.join(', ') })
    }
  }
}

function checkRow(
  part: PartInCheck,
  entity: AnyEntity,
  record: string,
  { row, isLogged, fields }: { row: Row | undefined; isLogged: boolean; fields: Record<string, Json> | null },
): void {
  const about = { entity: entity.label, record }
  if (row === undefined) {
    if (fields !== null) part.note(recordMissing, about)
  } else if (!isLogged || fields === null) part.note(recordUnlogged, about)
  else {
    const stored = decodeRow(entity, row) as Record<string, Json>
    // What a later version added stands in the table with its empty value, which no change has set.
    const differing = Object.keys(entity.fields).filter(
      (name) => name in fields && canonicalJson(stored[name] ?? null) !== canonicalJson(fields[name] ?? null),
    )
    if (differing.length > 0) part.note(recordDiffers, { ...about, fields: differing.join(', ') })
  }
}

/** Fields whose heads in the table are not those that the log gives. */
function differingHeads(wanted: ReadonlyMap<string, readonly Head[]>, stored: readonly z.infer<typeof StoredHead>[]): string[] {
  const text = (all: readonly { writer: string; seq: number }[]) =>
    all
      .map(({ writer, seq }) => `${writer} ${seq}`)
      .sort()
      .join('|')
  const names = new Set([...wanted.keys(), ...stored.map(({ field }) => field)])
  return [...names].filter((name) => text(wanted.get(name) ?? []) !== text(stored.filter(({ field }) => field === name)))
}

const Found = z.object({ record: z.string(), shown: z.string(), title: z.string(), detail: z.string() })

/** Every record that can be found against its words in the index. An index that is being built is not looked at. */
export function checkSearch(database: Connection, part: PartInCheck): void {
  const state = database.prepare('SELECT value FROM meta WHERE name = ?').pluck().get(INDEX_STATE)
  if (isIndexing(typeof state === 'string' ? state : undefined)) return
  const indexed = database.prepare(
    'SELECT record, foundRow.title AS shown, found.title AS title, found.detail AS detail FROM foundRow JOIN found ON found.rowid = foundRow.number WHERE record = ?',
  )
  const there = new Set<string>()
  for (const entity of [...entities.values()].filter(isFindable)) {
    for (const row of database.prepare(`SELECT * FROM ${entity.name}`).all() as Row[]) {
      part.look()
      const record = String(row['id'])
      const wanted = wordsInIndex(entity, decodeRow(entity, row))
      const stored = Found.optional().parse(indexed.get(record))
      there.add(record)
      const isSame =
        wanted === null
          ? stored === undefined
          : wanted.shown === stored?.shown && wanted.title === stored.title && wanted.detail === stored.detail
      if (!isSame) part.note(notFindable, { entity: entity.label, record })
    }
  }
  for (const record of Ids.parse(database.prepare('SELECT record FROM foundRow').pluck().all()))
    if (!there.has(record)) part.note(foundTooMuch, { record })
}
