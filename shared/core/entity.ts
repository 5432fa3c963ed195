// What a record is made of. One definition feeds SQL, log, form, workbook, search and reports (architecture.md, "A record is defined once").
import * as z from 'zod'

/** 128 random bits as 26 signs of Crockford's base32, made by the store. */
export const Id = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)
export type Id = z.infer<typeof Id>

/** A day as ISO text without zone. */
export const IsoDate = z.iso.date()
export type IsoDate = z.infer<typeof IsoDate>

/** `social` is a Sozialdatum (§ 67(2) SGB X), `article9` special categories of Art. 9 DSGVO. */
export type Privacy = 'none' | 'personal' | 'social' | 'article9'

/** Which sort key stands beside a text: DIN 5007-2 for persons, 5007-1 for everything else. Both get a folded search key. */
export type TextKeys = 'person' | 'thing'

export interface FieldOptions {
  privacy: Privacy
  /** The store writes `<name>_sort` and `<name>_search` beside the text. */
  keys?: TextKeys
  /**
   * The search finds the record by this field, too; those with `keys` are its title. `number`: telephone numbers, by their digits alone.
   * Never for what is more than personal.
   */
  search?: 'words' | 'number'
  /** A dated rule of resources/lists with `min` and `max`. */
  bounds?: string
  /** Head of a table column where the label is too long. */
  short?: string
  /** Shown after the value and beside the control: "Min.", "Punkte". */
  unit?: string
  /** What people should know before they fill it in, as a sentence under the control. */
  hint?: string
  /** A code of `bodyKind`, where another body leads the field than the record. */
  responsible?: string
}

export interface FieldDefinition<Schema extends z.ZodType = z.ZodType> extends FieldOptions {
  label: string
  schema: Schema
}

export interface Field<Schema extends z.ZodType = z.ZodType> extends FieldDefinition<Schema> {
  name: string
  entity: string
  kind: FieldKind
  isNullable: boolean
  responsible: string
}

/** How a value is stored and shown, read from its zod type. `list` names the code list, `entity` the referenced record. */
export type FieldKind =
  | { type: 'text' | 'day' | 'integer' | 'number' | 'flag' | 'json' }
  | { type: 'code' | 'codes'; list: string }
  | { type: 'reference'; entity: string }

export interface EntityAbout {
  label: string
  /** Snapshots of this scope carry the record; `local` never travels. */
  scope: Scope
  /** A code of `bodyKind`: who may change it, unless a field says otherwise. */
  responsible: string
  /** A dated rule of resources/lists; the years are law, not code. */
  retention: string
  /** The field whose record gives this one its name: the search finds a participant by the person. */
  namedBy?: string
}
export type Scope = 'persons' | 'directory' | 'courses' | 'lists' | 'local'

export interface Entity<
  Name extends string = string,
  Fields extends Record<string, FieldDefinition> = Record<string, FieldDefinition>,
> extends EntityAbout {
  name: Name
  fields: { [K in keyof Fields]: Field<Fields[K]['schema']> }
  schema: z.ZodObject<{ id: typeof Id } & { [K in keyof Fields]: Fields[K]['schema'] }>
}
/** A record of any entity, as the generic parts (store, table, form) see it. */
export type AnyEntity = Entity<string, Record<string, FieldDefinition>>
export type RecordOf<E extends AnyEntity> = z.infer<E['schema']>
export type NewRecordOf<E extends AnyEntity> = Omit<RecordOf<E>, 'id'>

/** One field: the German word for screen, workbook and report, the zod type, and what the county must know of it. */
export function field<Schema extends z.ZodType>(label: string, schema: Schema, options: FieldOptions): FieldDefinition<Schema> {
  return { label, schema, ...options }
}

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/

/** A value of the code list `list`. Unknown codes are taken and shown as they are: a newer partner may know them. */
export function code(list: string) {
  return z.string().regex(CODE).meta({ list })
}

/** Several codes of one list: a JSON array that changes as a whole. */
export function codes(list: string) {
  return z.array(z.string().regex(CODE)).max(40).meta({ list })
}

/** The id of a record of `entity`, in a field named `<role>Id`. What it refers to may be gone or never have been sent. */
export function reference(entity: string) {
  return Id.meta({ entity })
}

/** A JSON value with a schema of its own, stored as text and changed as a whole. */
export function json<Schema extends z.ZodType>(schema: Schema): Schema {
  return schema.meta({ json: true })
}

/** Defines a record. The order of the fields is the order of forms and workbooks. */
export function entity<const Name extends string, Fields extends Record<string, FieldDefinition>>(
  name: Name,
  about: EntityAbout,
  fields: Fields,
): Entity<Name, Fields> {
  const completed = Object.entries(fields).map(([fieldName, definition]): [string, Field] => [
    fieldName,
    {
      ...definition,
      name: fieldName,
      entity: name,
      kind: kindOf(definition.schema),
      isNullable: definition.schema.safeParse(null).success,
      responsible: definition.responsible ?? about.responsible,
    } satisfies Field,
  ])
  const shape = Object.fromEntries(Object.entries(fields).map(([fieldName, { schema }]) => [fieldName, schema]))
  // The compiler cannot follow Object.fromEntries; this is the one place where a definition becomes its typed form.
  return { name, ...about, fields: Object.fromEntries(completed), schema: z.object({ id: Id, ...shape }) } as unknown as Entity<
    Name,
    Fields
  >
}

function kindOf(schema: z.ZodType): FieldKind {
  const inner = withoutNull(schema)
  const { list, entity: target, json: isJson } = (inner.meta() ?? {}) as { list?: string; entity?: string; json?: boolean }
  if (list !== undefined) return { type: inner instanceof z.ZodArray ? 'codes' : 'code', list }
  if (target !== undefined) return { type: 'reference', entity: target }
  if (isJson || inner instanceof z.ZodArray || inner instanceof z.ZodObject) return { type: 'json' }
  if (inner instanceof z.ZodISODate) return { type: 'day' }
  if (inner instanceof z.ZodBoolean) return { type: 'flag' }
  if (inner instanceof z.ZodNumber) return { type: inner.format === 'safeint' || inner.format === 'int32' ? 'integer' : 'number' }
  if (inner instanceof z.ZodString) return { type: 'text' }
  throw new TypeError(`A field's type must be text, day, number, flag, code, reference or JSON, not ${inner.def.type}`)
}

function withoutNull(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodNullable ? withoutNull(schema.unwrap() as z.ZodType) : schema
}
