import * as z from 'zod'
import type { AnyEntity } from '../../shared/core/entity'
import { entities } from '../../shared/rooms'
import type { workspace } from '../../shared/workspace/calls'
import type { Query, Reader } from '../store/store'

/** All records and the whole log as JSON lines, of one state. */
export const getEverything: Query<typeof workspace.getEverything> = (store) => {
  const records = [...entities.values()].map((entity) => jsonLines(entity.name, recordsOf(store, entity)))
  const meta = (name: string) =>
    store.row(z.object({ value: z.string() }), 'SELECT value FROM meta WHERE name = :name', { name })?.value ?? ''
  return {
    countyName: meta('countyName'),
    officeName: meta('officeName'),
    at: store.now(),
    records,
    log: [
      jsonLines('writer', store.rows(Row, 'SELECT id, office, since FROM writer ORDER BY number')),
      jsonLines('epoch', store.rows(Row, EPOCHS).map(withParts(['seen']))),
      jsonLines(
        'act',
        store
          .rows(Row, 'SELECT id, name, params, user, body, origin, at, undoes, hash FROM act ORDER BY number, at, id')
          .map(withParts(['params', 'origin'])),
      ),
      jsonLines('change', store.rows(Row, CHANGES).map(withParts(['fields']))),
    ],
    people: store.rows(z.object({ id: z.string() }), 'SELECT id FROM person ORDER BY id').map(({ id }) => id),
  }
}

const Row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
const EPOCHS = 'SELECT writer.id AS writer, epoch, seen FROM epoch JOIN writer ON writer.number = epoch.writer ORDER BY number, epoch'
const CHANGES = `SELECT writer.id AS writer, scope, seq, epoch, act, at, entity, record, row, fields, salt, commitment, hash
  FROM change JOIN writer ON writer.number = change.writer ORDER BY writer.number, scope, seq`

function recordsOf(store: Reader, entity: AnyEntity): Record<string, unknown>[] {
  return store.find(entity, {})
}

/** Columns that hold JSON as what they hold, not as text in text. */
function withParts(names: readonly string[]) {
  return (row: z.infer<typeof Row>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        names.includes(name) && typeof value === 'string' ? (JSON.parse(value) as unknown) : value,
      ]),
    )
}

function jsonLines(name: string, rows: readonly Record<string, unknown>[]) {
  const lines = new TextEncoder().encode(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return { name, count: rows.length, lines }
}
