// How a record lies in its table: one column a field, and the keys of its texts beside them.
import type { AnyEntity, Field } from '../../shared/core/entity'
import type { Json } from '../../shared/core/change'
import { searchForm, sortKey } from '../../shared/core/textKeys'

type SqlValue = string | number | null

/** SQL column types of an entity by column name, as its migration must have them (`NOT NULL` where the definition takes no null). */
export function columnsOf(entity: AnyEntity): Record<string, { type: 'TEXT' | 'INTEGER' | 'REAL'; isNullable: boolean }> {
  const columns: ReturnType<typeof columnsOf> = { id: { type: 'TEXT', isNullable: false } }
  for (const field of Object.values(entity.fields)) {
    columns[field.name] = { type: storageOf(field), isNullable: field.isNullable }
    if (field.keys === undefined) continue
    for (const key of ['sort', 'search']) columns[`${field.name}_${key}`] = { type: 'TEXT', isNullable: field.isNullable }
  }
  return columns
}

/** A field of an entity; names of columns come from here alone. @throws TypeError for a field that it does not have */
export function fieldOf(entity: AnyEntity, name: string): Field {
  const field = entity.fields[name]
  if (field === undefined) throw new TypeError(`${entity.name} has no field ${name}`)
  return field
}

/** The columns that a field fills with a value, by name. */
export function encodeField(field: Field, value: Json): Record<string, SqlValue> {
  const values: SqlValue[] = []
  fill(values, field, value)
  return Object.fromEntries(namesOf(field).map((name, index) => [name, values[index] ?? null]))
}

/** All columns of an entity, in the order of `encodeRow`. */
export function columnNames(entity: AnyEntity): string[] {
  return ['id', ...Object.values(entity.fields).flatMap(namesOf)]
}

/** A whole row: the id, then every field's columns. A field that is not given is empty. */
export function encodeRow(entity: AnyEntity, id: string, fields: Record<string, Json>): SqlValue[] {
  const values: SqlValue[] = [id]
  for (const field of Object.values(entity.fields)) fill(values, field, fields[field.name] ?? null)
  return values
}

/** A record's fields out of its row; keys of texts are left out. */
export function decodeRow(entity: AnyEntity, row: Record<string, unknown>): Record<string, unknown> {
  const record: Record<string, unknown> = { id: row.id }
  for (const field of Object.values(entity.fields)) record[field.name] = decode(field, row[field.name])
  return record
}

function namesOf({ name, keys }: Field): string[] {
  return keys === undefined ? [name] : [name, `${name}_sort`, `${name}_search`]
}

function fill(values: SqlValue[], field: Field, value: Json): void {
  values.push(encode(field, value))
  if (field.keys === undefined) return
  if (typeof value === 'string') values.push(sortKey(value, field.keys), searchForm(value))
  else values.push(null, null)
}

function storageOf({ kind }: Field): 'TEXT' | 'INTEGER' | 'REAL' {
  if (kind.type === 'integer' || kind.type === 'flag') return 'INTEGER'
  return kind.type === 'number' ? 'REAL' : 'TEXT'
}

/** The stored form of one value: flags as 0 and 1, lists and objects as JSON text. */
export function encode({ kind }: Field, value: Json): SqlValue {
  if (value === null || value === undefined) return null
  if (kind.type === 'json' || kind.type === 'codes') return JSON.stringify(value)
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value)
}

function decode({ kind }: Field, stored: unknown): unknown {
  if (stored === null || stored === undefined) return null
  if (kind.type === 'json' || kind.type === 'codes') return typeof stored === 'string' ? JSON.parse(stored) : stored
  return kind.type === 'flag' ? stored === 1 : stored
}
