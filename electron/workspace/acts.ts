// What was done, in words that people know: names of records are looked up when somebody asks, for the log has none.
import * as z from 'zod'
import { actLabel, entities, rooms } from '../../shared/rooms'
import type { workspace } from '../../shared/workspace/calls'
import { MOST_SHOWN, type NamedAct } from '../../shared/workspace/historyCalls'
import { inOrderOf, type ListSource, numberColumn, readList, textColumn } from '../store/list'
import type { Query, Reader } from '../store/store'
import { namedRecord } from './namedRecord'

const Act = z.object({
  id: z.string(),
  at: z.int(),
  user: z.string(),
  undoneBy: z.string().nullable(),
  records: z.int(),
  room: z.string(),
  isOwn: z.coerce.boolean(),
})

// From an undo or redo down to the act that it is about in the end, with how many steps lie between.
const ROOT = `WITH RECURSIVE chain(id, undoes, depth) AS (
    SELECT first.id, first.undoes, 0 FROM act AS first WHERE first.id = act.id
    UNION ALL SELECT before.id, before.undoes, depth + 1 FROM act AS before JOIN chain ON before.id = chain.undoes)`

// Two people may have one function; acts from before ids were kept have the name alone.
const isBy = (act: string) => `(${act}.userId = :userId OR (${act}.userId IS NULL AND ${act}.user = :user))`

const NAME = `(${ROOT} SELECT root.name FROM chain JOIN act AS root ON root.id = chain.id WHERE chain.undoes IS NULL)`
const RECORDS = '(SELECT count(DISTINCT record) FROM change WHERE change.act = act.id)'
const UNDONE_BY = '(SELECT later.id FROM act AS later WHERE later.undoes = act.id LIMIT 1)'
const IS_OWN = isBy('act')
const ROOM = `substr(${NAME}, 1, instr(${NAME}, '.') - 1)`

const ACTS: ListSource = {
  table: 'act',
  columns: {
    act: { kind: 'code', value: NAME, order: [NAME], isFilled: true },
    room: { kind: 'code', value: ROOM, order: [inOrderOf(Object.keys(rooms), ROOM)], isFilled: true },
    at: { kind: 'integer', value: 'act.at', order: ['act.at', 'act.number'], isFilled: true },
    day: { kind: 'day', value: 'dayOf(act.at)', order: ['act.at', 'act.number'], isFilled: true },
    user: textColumn('act.user'),
    isOwn: { kind: 'flag', value: IS_OWN, order: [IS_OWN], isFilled: true },
    records: numberColumn(RECORDS),
    undoneBy: { kind: 'text', value: UNDONE_BY, order: [UNDONE_BY] },
  },
  search: 'searchForm(act.user)',
  order: [{ column: 'at', isDescending: true }],
}

/** Acts, newest first, with what they were about and what took them back. */
export const listActs: Query<typeof workspace.listActs> = (store, window) => {
  const { rows, ...found } = readList(store, { ...ACTS, values: { userId: store.actor.id, user: store.actor.name } }, Act, window)
  return { ...found, rows: rows.map((act) => ({ ...nameOf(store, act.id), ...act })) }
}

const Touched = z.object({ entity: z.string(), record: z.string() })
const Fields = z.record(z.string(), z.json())
const Change = z.object({
  record: z.string(),
  entity: z.string(),
  fields: z
    .string()
    .nullable()
    .transform((text) => Object.keys(text === null ? {} : Fields.parse(JSON.parse(text)))),
})

/** One act with the records that it touched, first come first, and what its undo left or would leave. */
export const getAct: Query<typeof workspace.getAct> = (store, { id }) => {
  const act = store.row(
    Act,
    `SELECT act.id, act.at, act.user, ${IS_OWN} AS isOwn, ${ROOM} AS room, ${UNDONE_BY} AS undoneBy, ${RECORDS} AS records
    FROM act WHERE act.id = :id`,
    { id, userId: store.actor.id, user: store.actor.name },
  )
  if (act === undefined) return null
  const root = rootOf(store, id)
  const changes = store.rows(Change, 'SELECT record, entity, fields FROM change WHERE act = :id ORDER BY seq LIMIT :most', {
    id,
    most: MOST_SHOWN * 4,
  })
  const records = new Map<string, { entity: string; fields: Set<string> }>()
  for (const { record, entity, fields } of changes) {
    const known = records.get(record) ?? { entity, fields: new Set() }
    for (const field of fields) known.fields.add(field)
    records.set(record, known)
  }
  // An undo is about the act before it: what it left of that one.
  const left = store.leftBy(root.depth % 2 === 1 ? (root.undoes ?? id) : id)
  return {
    line: { ...nameOf(store, id), ...act },
    records: [...records].slice(0, MOST_SHOWN).map(([record, { entity, fields }]) => ({
      ...namedRecord(store, entity, record),
      fields: [...fields],
      isGone: isGone(store, entity, record),
    })),
    left: left.slice(0, MOST_SHOWN).map(({ entity, id: record, field }) => ({ ...namedRecord(store, entity, record), field })),
    leftTotal: left.length,
  }
}

/** Acts that made the workspace itself: taken back by nobody's Strg Z. */
const GROUND = "('workspace.fillDemo')"
const isOpen = 'NOT EXISTS (SELECT 1 FROM act AS later WHERE later.undoes = act.id)'
// `json_each` is a virtual table, so its statements name what they read.
const isOwn = `${isBy('act')} AND act.id NOT IN (SELECT value FROM json_each(:passed))`
const depth = `(${ROOT} SELECT max(depth) FROM chain)`
const Found = z.object({ id: z.string() })

/** What Strg Z and Strg Y would take. The log alone says it: own acts in the order in which they came. */
export const nextSteps: Query<typeof workspace.nextSteps> = (store, { passed }) => {
  const values = { userId: store.actor.id, user: store.actor.name, passed: JSON.stringify(passed) }
  const undo = store.row(
    Found,
    `SELECT act.id FROM act WHERE ${isOwn} AND ${isOpen} AND act.name NOT IN ${GROUND} AND ${depth} % 2 = 0 ORDER BY act.number DESC LIMIT 1`,
    values,
    ['act'],
  )
  // A new act ends what could be done again, as everywhere.
  const redo = store.row(
    Found,
    `SELECT act.id FROM act WHERE ${isOwn} AND ${isOpen} AND ${depth} % 2 = 1
      AND act.number > (SELECT ifnull(max(own.number), 0) FROM act AS own WHERE ${isBy('own')} AND own.undoes IS NULL)
    ORDER BY act.number DESC LIMIT 1`,
    values,
    ['act'],
  )
  return { undo: undo === undefined ? null : nameOf(store, undo.id), redo: redo === undefined ? null : nameOf(store, redo.id) }
}

const Deleted = z.object({ entity: z.string(), record: z.string(), at: z.int(), user: z.string(), actId: z.string() })
const DELETIONS = `FROM head JOIN change ON change.writer = head.writer AND change.scope = head.scope AND change.seq = head.seq
  JOIN act ON act.id = change.act WHERE head.field = '$deleted' AND json_extract(change.fields, '$."$deleted"') = 1`

/** Records that are gone and can be brought back, newest deletion first. */
export const listDeleted: Query<typeof workspace.listDeleted> = (store, { offset, limit }) => {
  const found = store.rows(
    Deleted,
    `SELECT change.entity, change.record, change.at, act.user, act.id AS actId ${DELETIONS} ORDER BY act.number DESC, change.seq LIMIT :limit OFFSET :offset`,
    { offset, limit },
  )
  return {
    rows: found.map(({ entity, record, ...about }) => ({ ...namedRecord(store, entity, record), ...about })),
    total: store.count(`SELECT count(*) ${DELETIONS}`),
  }
}

const Root = z.object({
  name: z.string(),
  params: z.string(),
  origin: z.string(),
  rootId: z.string(),
  at: z.int(),
  depth: z.int(),
  undoes: z.string().nullable(),
})
const Params = z.record(z.string(), z.union([z.string(), z.number()]))
const Origin = z.object({ kind: z.string(), file: z.string().optional(), organisationId: z.string().nullable().default(null) })

function rootOf(store: Reader, id: string): z.infer<typeof Root> {
  const found = store.row(
    Root,
    `WITH RECURSIVE chain(id, undoes, depth) AS (SELECT id, undoes, 0 FROM act WHERE id = :id
      UNION ALL SELECT before.id, before.undoes, depth + 1 FROM act AS before JOIN chain ON before.id = chain.undoes)
    SELECT root.name, root.params, root.origin, root.id AS rootId, root.at, chain.depth, (SELECT undoes FROM act WHERE id = :id) AS undoes
    FROM chain JOIN act AS root ON root.id = chain.id ORDER BY chain.depth DESC LIMIT 1`,
    { id },
  )
  if (found === undefined) throw new TypeError('There is no such act')
  return found
}

function nameOf(store: Reader, id: string): NamedAct {
  const { name, params, origin, rootId, at, depth: steps } = rootOf(store, id)
  return {
    id,
    kind: steps === 0 ? 'done' : steps % 2 === 1 ? 'undone' : 'redone',
    act: actLabel(name),
    params: Params.parse(JSON.parse(params)),
    about: aboutOf(store, { id: rootId, at, ...Origin.parse(JSON.parse(origin)) }),
  }
}

/** So many records of an act are looked at for a common name. */
const FEW = 12

function aboutOf(
  store: Reader,
  { id: act, at, kind, file, organisationId }: { id: string; at: number } & z.infer<typeof Origin>,
): NamedAct['about'] {
  if (kind === 'workbook' && file !== undefined)
    return { kind: 'file', file, at, provider: organisationId === null ? null : namedRecord(store, 'organisation', organisationId).title }
  const touched = store.rows(Touched, 'SELECT entity, record FROM change WHERE act = :act GROUP BY record ORDER BY min(seq) LIMIT :many', {
    act,
    many: FEW + 1,
  })
  const named = touched.map(({ entity, record }) => namedRecord(store, entity, record))
  const [first] = named
  if (first === undefined) return null
  const isOne = named.length <= FEW && new Set(named.map(({ title }) => title)).size === 1 && first.title !== null
  if (isOne) return { kind: 'record', record: first }
  // A plan and the places it gave, a course and who came into it: the act is about the one that has a name of its own.
  const own = named.filter(({ title, refersTo }) => title !== null && refersTo.length === 0)
  return own.length === 1 && own[0] !== undefined ? { kind: 'record', record: own[0] } : null
}

function isGone(store: Reader, entity: string, id: string): boolean {
  const about = entities.get(entity)
  return about === undefined || store.get(about, id) === undefined
}
