// A call is a query, a command or a job. Each room's calls.ts names its own with zod input and output, least right and errors.
import * as z from 'zod'
import { Id } from './entity'
import type { Failure } from './errors'
import type { FileFormat } from './fileFormat'

/** Rights of a room, each including those before it. `figures`: numbers without names. */
export const RIGHTS = ['figures', 'read', 'edit', 'coordinate'] as const
export type Right = (typeof RIGHTS)[number]

/** True if somebody with `held` may do what asks for `asked`. */
export function allows(held: Right, asked: Right): boolean {
  return RIGHTS.indexOf(held) >= RIGHTS.indexOf(asked)
}

/**
 * What a call asks for: a right in its room, or `audit`, to see who saw and did what. That belongs to data protection and to coordinators;
 * who edits has it not.
 */
export type Asked = Right | 'audit'

interface CallBase<Input extends z.ZodType, Output extends z.ZodType> {
  /** The least right in the call's room that may call; the main process enforces it. */
  right: Asked
  input: Input
  output: Output
}
export interface QueryCall<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> extends CallBase<Input, Output> {
  kind: 'query'
  /** German name of what was seen, for the audit: "Liste der Personen". Of every query with `access`. */
  label?: string
  /** Where an answer to this input asks for more than `right`: people among records of bodies and places. */
  rightFor?: (input: z.output<Input>) => Right
  /** Ids of the records whose personal fields an answer shows; ipc logs the access. Absent: shows none, which a test holds against the output. */
  access?: (output: z.infer<Output>, input: z.infer<Input>) => readonly string[]
}
export interface CommandCall<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> extends CallBase<Input, Output> {
  kind: 'command'
  /** German name of the act in history and undo: "Einlesen", "Person ändern". */
  label: string
  /** It changes so much at once that the state before it is kept first: no backup, no change. The word stands in the list of backups. */
  backUpFirst?: 'import'
  raises: readonly Failure[]
}
export interface JobCall<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Progress extends z.ZodType = z.ZodType,
  Fed extends z.ZodType = z.ZodType,
> extends CallBase<Input, Output> {
  kind: 'job'
  /** German name in the job tray: "Gruppen planen". */
  label: string
  progress: Progress
  /** Formats of the files that it writes for people or other programs; the IT office's policy may forbid some. */
  writes?: (input: z.infer<Input>) => readonly FileFormat[]
  raises: readonly Failure[]
  /** Query of the same room whose answer to `{}` the job gets as plain data: it has no store of its own. */
  fedBy?: QueryCall<z.ZodType, Fed>
  /** It writes into the folders of its input; what a crash leaves there is taken away at the next start. */
  writesFolders?: true
  /** What `fedBy` is asked for an input; absent: `{}`. */
  feedInput?: (input: z.output<Input>) => unknown
  /** It writes what it was fed to a file that leaves the workspace: the audit shows it as an export, of whomever. */
  isExport?: boolean
  /** Command of the same room that takes the job's result; the caller then gets the command's output. */
  keptBy?: CommandCall<Output>
}
export type Call = QueryCall | CommandCall | JobCall

export type InputOf<C extends Call> = z.input<C['input']>
export type OutputOf<C extends Call> = z.infer<C['output']>
export type ProgressOf<C extends JobCall> = z.infer<C['progress']>
export type FedOf<C extends JobCall> = C extends { fedBy?: QueryCall<z.ZodType, infer Fed> } ? z.infer<Fed> : undefined

/** A call that reads. It gets a `Reader`; a live query runs again when a table that it read has changed. */
export function query<Input extends z.ZodType, Output extends z.ZodType>(
  about: Omit<QueryCall<Input, Output>, 'kind'>,
): QueryCall<Input, Output> {
  return { kind: 'query', ...about }
}

/** A call that writes: one act, one transaction, synchronous. */
export function command<Input extends z.ZodType, Output extends z.ZodType>(
  about: Omit<CommandCall<Input, Output>, 'kind' | 'raises'> & { raises?: readonly Failure[] },
): CommandCall<Input, Output> {
  return { kind: 'command', raises: [], ...about }
}

/** A call that computes in a worker, with progress and cancel; it never writes. */
export function job<Input extends z.ZodType, Output extends z.ZodType, Progress extends z.ZodType, Fed extends z.ZodType>(
  about: Omit<JobCall<Input, Output, Progress, Fed>, 'kind' | 'raises'> & { raises?: readonly Failure[] },
): JobCall<Input, Output, Progress, Fed> {
  return { kind: 'job', raises: [], ...about }
}

/** The tables that a job's or a query's data came from and the revision of their newest change, so that a command can refuse a result that was overtaken. */
export const ReadAt = z.object({ revision: z.int().min(0), entities: z.array(z.string().max(60)).max(60) })
export type ReadAt = z.infer<typeof ReadAt>

/** A file or folder that the user chose in a dialog of the main process. The renderer never sees or sends a path. */
export const FileToken = z.string().regex(/^[0-9a-f]{32}$/)

/** A record that can be chosen in a reference field, by its title. */
export const Choice = z.object({ id: Id, label: z.string() })
