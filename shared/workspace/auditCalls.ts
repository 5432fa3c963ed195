// Calls of the audit: who saw, changed, imported and exported what and when, and who changed who has access.
import * as z from 'zod'
import { FileToken, job, query } from '../core/call'
import { Id, IsoDate } from '../core/entity'
import { failure } from '../core/errors'
import { NamedRecord } from './historyCalls'

export const auditNotWritten = failure<{ reason: string }>(
  'workspace/audit-not-written',
  'Das Protokoll wurde nicht geschrieben ({reason}). Prüfen Sie, ob der Ordner erreichbar, beschreibbar und nicht voll ist; es ist keine halbe Datei geblieben.',
)

/** `saw`: personal fields were shown; `access`: unlocking, passphrases, keys, users. */
export const AUDIT_KINDS = ['saw', 'changed', 'imported', 'exported', 'access'] as const
const AuditKind = z.enum(AUDIT_KINDS)

/** Days are of Europe/Berlin, both included. `record`: only entries about it. */
const AuditFilter = z.object({
  user: z.string().max(60).nullable(),
  kind: AuditKind.nullable(),
  from: IsoDate.nullable(),
  until: IsoDate.nullable(),
  record: Id.nullable(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/**
 * `what`: the German word for it, translated where it is shown. `about`: the file of an import, or
 * whose access it was about. `id` names the entry to `getAuditEntry`.
 */
const AuditLine = z.object({
  id: z.string(),
  at: z.int(),
  user: z.string(),
  kind: AuditKind,
  what: z.string(),
  about: z.string().nullable(),
  records: z.int(),
})
export type AuditLine = z.infer<typeof AuditLine>

/** The most records that one entry is shown with. */
export const MOST_AUDITED = 200

/** All that fits, for the file; its records by id, for their names stay in the workspace. */
const getAudit = query({
  right: 'audit',
  input: AuditFilter,
  output: z.array(AuditLine.extend({ recordIds: z.array(z.string()) })),
})

export const auditCalls = {
  /** Newest first. */
  listAudit: query({
    right: 'audit',
    input: AuditFilter.extend({ offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    output: z.object({ rows: z.array(AuditLine), total: z.int() }),
  }),
  /** Everybody who has or had access since the audit keeps it. */
  auditUsers: query({
    right: 'audit',
    input: z.object({}),
    output: z.array(z.object({ id: z.string(), name: z.string(), isRemoved: z.boolean() })),
  }),
  getAuditEntry: query({
    label: 'Eintrag im Protokoll',
    right: 'audit',
    input: z.object({ id: z.string().max(80) }),
    output: z.object({ line: AuditLine, records: z.array(NamedRecord) }).nullable(),
    access: (found) => (found === null ? [] : found.records.map(({ id }) => id)),
  }),
  getAudit,
  exportAudit: job({
    label: 'Protokoll ausgeben',
    right: 'audit',
    fedBy: getAudit,
    feedInput: ({ filter }) => filter,
    isExport: true,
    writes: () => ['csv'],
    writesFolders: true,
    raises: [auditNotWritten],
    input: z.object({ folder: FileToken, filter: AuditFilter }),
    progress: z.object({ done: z.int(), total: z.int() }),
    output: z.object({ name: z.string(), entries: z.int() }),
  }),
}
