// Calls about what was done: the list of acts, what one act touched, the next step to undo or to redo, what was deleted, old values.
import * as z from 'zod'
import { command, query } from '../core/call'
import { Id } from '../core/entity'
import { failure, invalidInput, notResponsible, recordGone } from '../core/errors'
import { listOf, ListWindow } from '../core/list'

export const valueGone = failure(
  'workspace/value-gone',
  'Dieser frühere Wert ist nicht mehr da: Er wurde inzwischen nach Art. 17 DSGVO gelöscht, oder der Schritt gehört zu einem anderen Eintrag. Es wurde nichts geändert.',
)
export const referredGone = failure<{ field: string }>(
  'workspace/referred-gone',
  'Der frühere Wert von „{field}“ verweist auf einen Eintrag, der nicht mehr vorhanden ist. Holen Sie zuerst diesen Eintrag unter „Gelöschte Einträge“ zurück.',
)

const EntityName = z.string().max(60)
const FieldName = z.string().max(60)

/** A record by name. `title` null: erased, or nobody knows it by a name. `refersTo`: the records that lend it their name, nearest first. */
export const NamedRecord = z.object({
  entity: EntityName,
  id: Id,
  title: z.string().nullable(),
  refersTo: z.array(z.object({ entity: EntityName, id: Id })),
})
export type NamedRecord = z.infer<typeof NamedRecord>

/** What an act was about, looked up when it is asked: nothing of this stands in the log. `null`: about many things. */
export const ActAbout = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('record'), record: NamedRecord }),
    z.object({ kind: z.literal('file'), file: z.string(), provider: z.string().nullable(), at: z.int() }),
  ])
  .nullable()

/**
 * An act as lists and buttons name it. `act`: the label of the act itself, of an undo or redo that of the act it is about in the end.
 * `kind`: `undone` took an act back, `redone` took such an undo back.
 */
export const NamedAct = z.object({
  id: Id,
  kind: z.enum(['done', 'undone', 'redone']),
  act: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  about: ActAbout,
})
export type NamedAct = z.infer<typeof NamedAct>

/** A line of the list of acts. `undoneBy`: id of the act that took it back. */
export const ActLine = NamedAct.extend({
  at: z.int(),
  user: z.string(),
  /** By whoever asks. */
  isOwn: z.boolean(),
  /** Of the act that it is about in the end. */
  room: z.string(),
  records: z.int(),
  undoneBy: Id.nullable(),
})
export type ActLine = z.infer<typeof ActLine>

/** A field of a record that an undo left, because it was changed since; `$deleted`: the record itself, because others refer to it. */
const LeftField = NamedRecord.extend({ field: z.string() })

/** The most records and fields that one act is shown with. */
export const MOST_SHOWN = 200

const idsOf = (about: z.infer<typeof ActAbout>): string[] => (about?.kind === 'record' ? idsOfRecord(about.record) : [])
const idsOfRecord = ({ id, refersTo }: NamedRecord): string[] => [id, ...refersTo.map((one) => one.id)]

/** History, undo and redo. */
export const historyCalls = {
  /** Newest first. An undo or redo belongs to the room of the act that it is about in the end, and has its name. */
  listActs: query({
    label: 'Letzte Schritte',
    right: 'read',
    input: ListWindow,
    output: listOf(ActLine),
    access: ({ rows }) => rows.flatMap(({ about }) => idsOf(about)),
  }),
  /** One act: the records that it touched, and what its undo left or would leave. */
  getAct: query({
    label: 'Ein Schritt',
    right: 'read',
    input: z.object({ id: Id }),
    output: z
      .object({
        line: ActLine,
        records: z.array(NamedRecord.extend({ fields: z.array(z.string()), isGone: z.boolean() })),
        left: z.array(LeftField),
        leftTotal: z.int(),
      })
      .nullable(),
    access: (found) => (found === null ? [] : [...found.records, ...found.left].flatMap(idsOfRecord)),
  }),
  /**
   * What Strg Z and Strg Y would take: the newest own act that is not taken back, and the newest own undo since the last new act. `passed`:
   * acts of which nothing was left to take back.
   */
  nextSteps: query({
    label: 'Nächster Schritt zum Zurücknehmen',
    right: 'edit',
    input: z.object({ passed: z.array(Id).max(200) }),
    output: z.object({ undo: NamedAct.nullable(), redo: NamedAct.nullable() }),
    access: ({ undo, redo }) => [undo, redo].flatMap((one) => (one === null ? [] : idsOf(one.about))),
  }),
  /** Deleted records, newest deletion first. */
  listDeleted: query({
    label: 'Gelöschte Einträge',
    right: 'read',
    input: z.object({ offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    output: z.object({
      rows: z.array(NamedRecord.extend({ at: z.int(), user: z.string(), actId: Id })),
      total: z.int(),
    }),
    access: ({ rows }) => rows.flatMap(idsOfRecord),
  }),
  /** Gives a field the value that it had before an act. @see valueGone */
  restoreValue: command({
    label: 'Wert wiederherstellen',
    right: 'edit',
    raises: [recordGone, valueGone, referredGone, notResponsible, invalidInput],
    input: z.object({ entity: EntityName, id: Id, field: FieldName, actId: Id }),
    output: z.null(),
  }),
}
