// What a call's function gets: a Reader or a Writer. The implementation is beside this file; tests use it directly, the program through threads.
import type * as z from 'zod'
import type { Call, CommandCall, OutputOf, QueryCall, ReadAt } from '../../shared/core/call'
import type { AnyEntity, IsoDate, NewRecordOf, RecordOf } from '../../shared/core/entity'
import type { Role } from '../../shared/workspace/roles'
import type { HistoryEntry, UndoResult } from '../../shared/workspace/history'

/** Values bound to `:name` in a statement. Table and column names never come from values. */
export type SqlValues = Record<string, string | number | Uint8Array | null>

/** Who acts. `functionName`: what the log calls this user instead of the name; `body`: a code of `bodyKind`; `mayWriteFor`: bodies on whose behalf fields may be changed; `isReadOnly`: a backup is open. */
export interface Actor {
  id: string
  name: string
  functionName?: string | null
  role: Role
  body: string
  mayWriteFor: 'all' | readonly string[]
  isReadOnly: boolean
}

export interface Reader {
  /** Who asks. */
  readonly actor: Actor
  /** All rows, parsed by `schema`. A virtual table (FTS) that the statement reads must be named in `reads`. */
  rows<Schema extends z.ZodType>(schema: Schema, sql: string, values?: SqlValues, reads?: readonly string[]): z.infer<Schema>[]
  /** The first row, or `undefined`. */
  row<Schema extends z.ZodType>(schema: Schema, sql: string, values?: SqlValues, reads?: readonly string[]): z.infer<Schema> | undefined
  /** The single number of a `SELECT count(*)`. */
  count(sql: string, values?: SqlValues, reads?: readonly string[]): number
  /** The record, or `undefined` if it is gone, erased or was never here. */
  get<E extends AnyEntity>(entity: E, id: string): RecordOf<E> | undefined
  /**
   * Records whose fields have exactly these values (`null` included), in the order of their ids. `newestFirst`: by this day instead, those
   * without one last; of one day the greater id first.
   */
  find<E extends AnyEntity>(
    entity: E,
    where: Partial<NewRecordOf<E>>,
    options?: { newestFirst?: keyof E['fields'] & string },
  ): RecordOf<E>[]
  /** History of one record, newest first: who, when, which field, from, to, by which act. */
  history(entity: AnyEntity, id: string): HistoryEntry[]
  /** The record as it was last, also where it is gone; `undefined` if it was erased or was never here. */
  formerly<E extends AnyEntity>(entity: E, id: string): RecordOf<E> | undefined
  /** Fields that the undo of this act left, or would leave now, because they were changed since; `$deleted`: a record still referred to. */
  leftBy(actId: string): UndoResult['left']
  /** Where the tables that this reader has read so far stood; a job's input carries it to the command that writes the result. */
  readAt(): ReadAt
  /** UTC milliseconds of the office's clock. */
  now(): number
  /** Today in Europe/Berlin. */
  today(): IsoDate
}

export interface Writer extends Reader {
  /** Creates a record and returns its id. With `key` (a natural key such as the AGS) the id is computed from it. @throws invalidInput, notResponsible, referenceGone */
  create<E extends AnyEntity>(entity: E, values: NewRecordOf<E>, options?: { key?: string; row?: number }): string
  /** Changes the named fields; values that are already so are left out. @throws recordGone, invalidInput, notResponsible, referenceGone */
  put<E extends AnyEntity>(entity: E, id: string, values: Partial<NewRecordOf<E>>, options?: { row?: number }): void
  /** Deletes a record; it leaves its table and stays in the log. @throws recordGone, stillReferred */
  remove(entity: AnyEntity, id: string): void
  /** Brings a deleted record back as its log has it. @throws recordGone */
  restore(entity: AnyEntity, id: string): void
  /** Undoes an act as far as its fields are still its own; what was changed since is left and listed. */
  undo(actId: string): UndoResult
  /** True if one of the tables of `readAt` has changed since. */
  changedSince(readAt: ReadAt): boolean
  /** Parameters of this act's name (counts, never field values), and where it came from. */
  describe(about: { params?: Record<string, string | number>; origin?: ActOrigin; body?: string }): void
  /** A new id for a row of a working table; records get theirs from `create`. */
  newId(): string
  /** A statement on a working table (scope `local`, never logged, no entity). */
  work(sql: string, values?: SqlValues): void
  /** Says how far a long command is; throws `cancelled` where the user asked to stop, so that all is rolled back. */
  progress(done: number, total: number): void
}

/** Where an act's values came from. */
export type ActOrigin =
  | { kind: 'screen' }
  | { kind: 'job'; name: string }
  | { kind: 'workbook'; file: string; organisationId: string | null; columns: Record<string, string> }

export type Query<C extends Call> = C extends QueryCall ? (store: Reader, input: z.output<C['input']>) => OutputOf<C> : never
export type Command<C extends Call> = C extends CommandCall ? (store: Writer, input: z.output<C['input']>) => OutputOf<C> : never
