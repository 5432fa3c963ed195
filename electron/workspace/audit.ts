// The audit, out of the log of acts and the access log: nothing is written for it alone.
import * as z from 'zod'
import type { Call } from '../../shared/core/call'
import { startOfDay } from '../../shared/core/clock'
import { callNamed, rooms } from '../../shared/rooms'
import { AUDIT_KINDS, type AuditFilter, type AuditLine, MOST_AUDITED } from '../../shared/workspace/auditCalls'
import type { workspace } from '../../shared/workspace/calls'
import { ASK_SENTENCES } from '../../shared/workspace/shell'
import type { Query, Reader, SqlValues } from '../store/store'
import { namedRecord } from './namedRecord'

const EXPORTS = JSON.stringify(
  Object.entries(rooms).flatMap(([room, { calls }]) =>
    Object.entries<Call>(calls)
      .filter(([, call]) => call.kind === 'job' && call.isExport === true)
      .map(([name]) => `${room}.${name}`),
  ),
)

const Row = z.object({
  id: z.string(),
  at: z.int(),
  user: z.string(),
  kind: z.enum(AUDIT_KINDS),
  call: z.string(),
  about: z.string().nullable(),
})

// `json_each` is a virtual table, so statements name what they read.
const READS = ['act', 'change', 'access', 'knownUser']

// An act from before ids were kept has the name alone. Calls of the shell are about access to the workspace itself.
const ENTRIES = `SELECT * FROM (
    SELECT 'act:' || act.id AS id, act.at, coalesce(knownUser.name, act.user) AS user, coalesce(act.userId, sameName.id) AS userId,
      CASE WHEN json_extract(act.origin, '$.kind') = 'workbook' AND act.undoes IS NULL THEN 'imported' ELSE 'changed' END AS kind,
      act.name AS call, json_extract(act.origin, '$.file') AS about
    FROM act LEFT JOIN knownUser ON knownUser.id = act.userId
      LEFT JOIN knownUser AS sameName ON act.userId IS NULL AND sameName.name = act.user
    WHERE :record IS NULL OR EXISTS (SELECT 1 FROM change WHERE change.act = act.id AND change.record = :record)
    UNION ALL
    SELECT 'access:' || access.number, access.at, coalesce(knownUser.name, access.user), access.user,
      CASE WHEN access.call LIKE 'shell.%' THEN 'access' WHEN access.call IN (SELECT value FROM json_each(:exports)) THEN 'exported' ELSE 'saw' END,
      access.call, CASE WHEN access.call LIKE 'shell.%' THEN (SELECT whom.name FROM knownUser AS whom
        WHERE whom.id = json_extract(access.records, '$[0]') AND whom.id <> access.user) END
    FROM access LEFT JOIN knownUser ON knownUser.id = access.user
    WHERE :record IS NULL OR instr(access.records, '"' || :record || '"') > 0)
  WHERE (:user IS NULL OR userId = :user) AND (:kind IS NULL OR kind = :kind) AND at >= :from AND at < :until`

function valuesOf({ user, kind, from, until, record }: AuditFilter): SqlValues {
  return {
    user,
    kind,
    record,
    exports: EXPORTS,
    from: from === null ? 0 : startOfDay(from),
    until: until === null ? Number.MAX_SAFE_INTEGER : startOfDay(until, 1),
  }
}

/** Who saw and did what, newest first. */
export const listAudit: Query<typeof workspace.listAudit> = (store, { offset, limit, ...filter }) => {
  const values = valuesOf(filter)
  return {
    rows: store
      .rows(Row, `${ENTRIES} ORDER BY at DESC, id DESC LIMIT :limit OFFSET :offset`, { ...values, limit, offset }, READS)
      .map((row) => lineOf(store, row)),
    total: store.count(`SELECT count(*) FROM (${ENTRIES})`, values, READS),
  }
}

/** Everybody who has or had access. */
export const auditUsers: Query<typeof workspace.auditUsers> = (store) =>
  store
    .rows(
      z.object({ id: z.string(), name: z.string(), removedAt: z.int().nullable() }),
      'SELECT id, name, removedAt FROM knownUser ORDER BY removedAt IS NOT NULL, name, id',
    )
    .map(({ id, name, removedAt }) => ({ id, name, isRemoved: removedAt !== null }))

const Touched = z.object({ entity: z.string(), record: z.string() })

/** One entry with the records that it is about, by name. */
export const getAuditEntry: Query<typeof workspace.getAuditEntry> = (store, { id }) => {
  const everything = valuesOf({ user: null, kind: null, from: null, until: null, record: null })
  const row = store.row(Row, `SELECT * FROM (${ENTRIES}) WHERE id = :id`, { ...everything, id }, READS)
  if (row === undefined) return null
  const records = recordsOf(store, row).slice(0, MOST_AUDITED)
  return {
    line: lineOf(store, row),
    records: records.flatMap((record) => {
      const known = store.row(Touched, 'SELECT entity, record FROM change WHERE record = :record LIMIT 1', { record })
      return known === undefined ? [] : [namedRecord(store, known.entity, record)]
    }),
  }
}

/** All that fits a filter, for a file. */
export const getAudit: Query<typeof workspace.getAudit> = (store, filter) =>
  store
    .rows(Row, `${ENTRIES} ORDER BY at DESC, id DESC`, valuesOf(filter), READS)
    .map((row) => ({ ...lineOf(store, row), recordIds: recordsOf(store, row) }))

function lineOf(store: Reader, { call, ...row }: z.infer<typeof Row>): AuditLine {
  return { ...row, what: wordOf(call), records: recordsOf(store, { ...row, call }).length }
}

/** What was done or seen, in a German word. A call of another version goes by its own name. */
function wordOf(name: string): string {
  if (name.startsWith('shell.')) return ASK_SENTENCES[name.slice('shell.'.length)] ?? name
  return callNamed(name)?.call.label ?? name
}

const Records = z.object({ records: z.string() })

/** Ids of the records of an entry, each once. */
function recordsOf(store: Reader, { id, kind }: z.infer<typeof Row>): string[] {
  const [source, key = ''] = id.split(':')
  if (source === 'act')
    return store
      .rows(Touched, 'SELECT entity, record FROM change WHERE act = :key GROUP BY record ORDER BY min(seq)', { key })
      .map(({ record }) => record)
  // What an entry about access names is a user.
  if (kind === 'access') return []
  const found = store.row(Records, 'SELECT records FROM access WHERE number = :key', { key: Number(key) })
  return found === undefined ? [] : [...new Set(z.array(z.string()).parse(JSON.parse(found.records)))]
}
