import * as z from 'zod'
import { command, query, RIGHTS } from '../core/call'
import { Id, IsoDate } from '../core/entity'
import { failure } from '../core/errors'
import { auditCalls } from './auditCalls'
import { backupCalls } from './backupCalls'
import { everythingCalls } from './everythingCalls'
import { HistoryEntry, UndoResult } from './history'
import { historyCalls } from './historyCalls'
import { letterheadCalls } from './letterheadCalls'
import { listSettingCalls } from './listSettingCalls'
import { ROLES } from './roles'
import { searchCalls } from './searchCalls'

export const actGone = failure(
  'workspace/act-gone',
  'Dieser Schritt lässt sich nicht mehr zurücknehmen: Er wurde schon zurückgenommen oder ist nicht mehr vorhanden.',
)

export const noEmptyDemo = failure(
  'workspace/no-empty-demo',
  'Beispieldaten gibt es nur in einem leeren Musterkreis, nie neben echten Angaben. Öffnen Sie den Musterkreis von der Startseite.',
)

const EntityName = z.string().max(60)

/** What belongs to the whole workspace: the office, search, history, undo. */
export const workspace = {
  ...searchCalls,
  ...backupCalls,
  ...everythingCalls,
  ...letterheadCalls,
  getOffice: query({
    right: 'figures',
    input: z.object({}),
    output: z.object({
      countyKey: z.string(),
      countyName: z.string(),
      officeName: z.string(),
      isDemo: z.boolean(),
      userId: z.string(),
      userName: z.string(),
      role: z.enum(ROLES),
      rights: z.record(z.string(), z.enum(RIGHTS)),
      mayAudit: z.boolean(),
      /** For whom the user acts: shared/core/responsibility.ts. */
      body: z.string(),
      mayWriteFor: z.union([z.literal('all'), z.array(z.string())]),
      today: IsoDate,
    }),
  }),
  ...historyCalls,
  ...auditCalls,
  /** Of several records that are shown as one: a participant and the person behind it. */
  recordHistory: query({
    label: 'Verlauf eines Eintrags',
    right: 'read',
    input: z.object({
      records: z
        .array(z.object({ entity: EntityName, id: Id }))
        .min(1)
        .max(5),
    }),
    output: z.array(HistoryEntry),
    access: (entries, { records }) => (entries.length === 0 ? [] : records.map(({ id }) => id)),
  }),
  /** Unsaved input of a form, kept in the encrypted file until it is saved or dropped; `view` names form and record. */
  getDraft: query({
    right: 'edit',
    input: z.object({ view: z.string().max(120) }),
    output: z.object({ values: z.record(z.string(), z.json()), at: z.int() }).nullable(),
  }),
  keepDraft: command({
    label: 'Entwurf',
    right: 'edit',
    input: z.object({ view: z.string().max(120), values: z.record(z.string(), z.json()) }),
    output: z.null(),
  }),
  dropDraft: command({ label: 'Entwurf verwerfen', right: 'edit', input: z.object({ view: z.string().max(120) }), output: z.null() }),
  undoAct: command({
    label: 'Rückgängig',
    right: 'edit',
    input: z.object({ actId: z.string().max(60) }),
    output: UndoResult,
    raises: [actGone],
  }),
  restoreRecord: command({ label: 'Wiederherstellen', right: 'edit', input: z.object({ entity: EntityName, id: Id }), output: z.null() }),
  ...listSettingCalls,
  /** Makes the fictional county; `none` leaves its people to the providers' lists. */
  fillDemo: command({
    label: 'Beispieldaten anlegen',
    right: 'coordinate',
    raises: [noEmptyDemo],
    input: z.object({ people: z.enum(['all', 'none']) }),
    output: z.null(),
  }),
}
