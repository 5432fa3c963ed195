// What crosses between the main process and the store's threads. Both ends are ours; values were parsed by ipc before.
import type { MessagePort } from 'node:worker_threads'
import type { FailureMessage } from '../../shared/core/bridge'
import { isWorkbenchError, WorkbenchError } from '../../shared/core/errors'
import type { BackupReason, CheckedBackup, FileOrigin } from '../../shared/workspace/backups'
import type { WorkspaceUser } from '../../shared/workspace/users'
import type { JobNote } from './runningJobs'
import type { Actor } from './store'
import type { WriterCircumstances } from './writers'

/** How a thread opens the file. `about`: what the keyring says of the county, kept in the file for its screens. */
export interface StoreAddress {
  role: 'writer' | 'reader'
  folder: string
  file: string
  key: Uint8Array
  share: boolean
  readOnly: boolean
  actor: Actor
  circumstances: Omit<WriterCircumstances, 'now'>
  version: string
  about: { countyKey: string; countyName: string; officeName: string; isDemo: boolean }
}

export type ToThread =
  | { type: 'run'; id: number; name: string; input: unknown; flag: SharedArrayBuffer | null }
  | { type: 'access'; id: number; entries: readonly AccessEntry[] }
  | { type: 'users'; id: number; users: readonly WorkspaceUser[] }
  | { type: 'backUp'; id: number; reason: BackupReason }
  /** A copy for another place, which says where it comes from. */
  | { type: 'copy'; id: number; file: string; origin: Omit<FileOrigin, 'goesOn'> }
  /** The answer's value is what was cut off. */
  | { type: 'job'; id: number; note: JobNote }
  /** The key goes to a worker that opens a backup, past the main process. */
  | { type: 'lend'; id: number; borrower: MessagePort }
  | { type: 'check'; id: number; flag: SharedArrayBuffer | null }
  | { type: 'close' }

/** Who saw personal fields of which records, by which call, at which moment (UTC ms). */
export interface AccessEntry {
  at: number
  user: string
  call: string
  records: readonly string[]
}

/** What a call gave. `entities`: tables that a query read or a command changed; `act`: of a command that logged something, else `null`. */
export interface Answered {
  value: unknown
  entities: string[]
  revision: number
  act: string | null
}
export type FromThread =
  /** `revision`: at which the file stands; `migratedFrom`: the version of its tables before they were brought to this one. */
  | { type: 'open'; revision: number; migratedFrom: number | null }
  | { type: 'done'; id: number; answer: Answered }
  | { type: 'failed'; id: number; failure: ThreadFailure }
  | { type: 'progress'; id: number; done: number; total: number }
  | { type: 'cannotOpen'; failure: ThreadFailure }
  | { type: 'closed' }

/** What the worker says that opens a backup. */
export type FromBackupWorker = { type: 'done'; checked: CheckedBackup } | { type: 'failed'; failure: ThreadFailure }

/** A failure with its sentence, or a bug: then only its kind and where it was thrown, never its text, which may hold values. */
export type ThreadFailure =
  | { kind: 'failure'; message: FailureMessage }
  | { kind: 'bug'; name: string; code: string | null; frames: string }

/** An error in the form that crosses. */
export function crossingFailure(error: unknown): ThreadFailure {
  if (isWorkbenchError(error)) {
    const { definition, params } = error
    return { kind: 'failure', message: { code: definition.code, sentence: definition.sentence, params } }
  }
  if (!(error instanceof Error)) return { kind: 'bug', name: typeof error, code: null, frames: '' }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
  return { kind: 'bug', name: error.name, code: 'code' in error && typeof error.code === 'string' ? error.code : null, frames }
}

/** The error on the other side: a `WorkbenchError`, or a bug without values. */
export function errorOf(failure: ThreadFailure): Error {
  if (failure.kind === 'failure')
    return new WorkbenchError({ code: failure.message.code, sentence: failure.message.sentence }, failure.message.params)
  const error = new Error(
    failure.code === null ? `A store thread failed: ${failure.name}` : `A store thread failed: ${failure.name} ${failure.code}`,
  )
  error.stack = `${error.message}\n${failure.frames}`
  return Object.assign(error, { code: failure.code ?? undefined })
}

/**
 * The bytes of a message's members, which are handed over and not copied: an import's rows are many megabytes. Whoever sends has them no
 * more. A view of a part of a buffer is copied, for others may look at the rest.
 */
export function buffersIn(message: unknown): ArrayBuffer[] {
  if (typeof message !== 'object' || message === null) return []
  const whole = Object.values(message).flatMap((value: unknown) =>
    value instanceof Uint8Array && value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength
      ? [value.buffer]
      : [],
  )
  return [...new Set(whole)]
}
