// The main process's side of the two store threads: the window never waits for SQLite.
import { MessageChannel, type MessagePort, type Worker } from 'node:worker_threads'
import { callNamed } from '../../shared/rooms'
import type { BackupReason, CheckedBackup, FileOrigin } from '../../shared/workspace/backups'
import { CheckReport } from '../../shared/workspace/check'
import type { WorkspaceUser } from '../../shared/workspace/users'
import type { BackupTask } from './backupTask'
import makeBackupWorker from './backupWorker?nodeWorker'
import {
  type AccessEntry,
  type Answered,
  buffersIn,
  errorOf,
  type FromBackupWorker,
  type FromThread,
  type StoreAddress,
  type ToThread,
} from './messages'
import type { CutOff, JobNote } from './runningJobs'
import makeThread from './thread?nodeWorker'

export interface RunOptions {
  /** A flag in shared memory: 1 asks a long command to stop; then all of it is rolled back. */
  flag?: SharedArrayBuffer
  onProgress?: (progress: { done: number; total: number }) => void
}

export interface StoreClient {
  /** Runs a query or command by its name with parsed input. @throws WorkbenchError as the call names; Error for a bug */
  run(name: string, input: unknown, options?: RunOptions): Promise<Answered>
  /** At which revision the file stood when it was opened. */
  revision: number
  /** The version that the tables had before they were brought to this one, `null` if they were. */
  migratedFrom: number | null
  /** Writes to the access log. */
  logAccess(entries: readonly AccessEntry[]): Promise<void>
  /** Keeps who has access, for the audit. */
  keepUsers(users: readonly WorkspaceUser[]): Promise<void>
  /** Copies the workspace into backups/ and gives the file's path. @throws noSpaceForBackup */
  backUp(reason: BackupReason): Promise<string>
  /** Copies the workspace into a file for another place, which says where it comes from. @throws noSpaceForBackup */
  copyTo(file: string, origin: Omit<FileOrigin, 'goesOn'>): Promise<void>
  /** Notes a job that begins or has ended, and gives what was cut off. */
  noteJob(note: JobNote): Promise<CutOff[]>
  /** Opens a backup in a worker of its own, which gets the key from a thread of the store. @throws backupDamaged, newerVersion, erasedUnreadable */
  atBackup(task: BackupTask): Promise<CheckedBackup>
  /** Checks the folder with all that is in it. @throws cancelled */
  check(options?: RunOptions): Promise<CheckReport>
  /** Closes the file in both threads and forgets the key there. */
  close(): Promise<void>
}

/** Opens a workspace in its threads. `onChanged` hears of every commit. @throws newerVersion; Error with `code` of SQLite */
export async function openStore(
  address: Omit<StoreAddress, 'role'>,
  onChanged: (change: { entities: string[]; revision: number }) => void,
): Promise<StoreClient> {
  const writer = address.readOnly ? null : await openThread({ ...address, role: 'writer' })
  // On a share the file is the writer's alone: WAL has no shared memory there.
  const reader =
    address.share && writer !== null
      ? writer
      : await openThread({ ...address, role: 'reader' }).catch(async (error: unknown) => {
          await writer?.close()
          throw error
        })
  return {
    run: async (name, input, options = {}) => {
      const isCommand = callNamed(name)?.call.kind === 'command'
      if (!isCommand) return reader.run(name, input, options)
      if (writer === null) throw new TypeError('A backup is read only')
      const answer = await writer.run(name, input, options)
      if (answer.entities.length > 0) onChanged(answer)
      return answer
    },
    revision: reader.revision,
    migratedFrom: writer?.migratedFrom ?? null,
    logAccess: async (entries) => {
      await writer?.ask((id) => ({ type: 'access', id, entries }))
    },
    keepUsers: async (users) => {
      await writer?.ask((id) => ({ type: 'users', id, users }))
    },
    backUp: async (reason) => {
      if (writer === null) throw new TypeError('A backup is read only')
      return String((await writer.ask((id) => ({ type: 'backUp', id, reason }))).value)
    },
    copyTo: async (file, origin) => {
      if (writer === null) throw new TypeError('A backup is read only')
      await writer.ask((id) => ({ type: 'copy', id, file, origin }))
    },
    noteJob: async (note) => (writer === null ? [] : ((await writer.ask((id) => ({ type: 'job', id, note }))).value as CutOff[])),
    atBackup: (task) =>
      inBackupWorker(task, async (borrower) => {
        await reader.ask((id) => ({ type: 'lend', id, borrower }), {}, [borrower])
      }),
    check: async (options = {}) =>
      CheckReport.parse((await reader.ask((id) => ({ type: 'check', id, flag: options.flag ?? null }), options)).value),
    close: async () => {
      if (reader !== writer) await reader.close()
      await writer?.close()
    },
  }
}

/** `lend` hands the other end of the channel to a thread that has the key. */
async function inBackupWorker(task: BackupTask, lend: (borrower: MessagePort) => Promise<void>): Promise<CheckedBackup> {
  const { port1: borrower, port2: lender } = new MessageChannel()
  const worker: Worker = makeBackupWorker({ workerData: { task, lender }, transferList: [lender] })
  const ended = new Promise<CheckedBackup>((resolve, reject) => {
    worker.on('message', (message: FromBackupWorker) => {
      if (message.type === 'done') resolve(message.checked)
      else reject(errorOf(message.failure))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('The worker for backups ended without an answer')))
  })
  try {
    const [checked] = await Promise.all([ended, lend(borrower)])
    return checked
  } finally {
    void worker.terminate()
  }
}

interface Thread {
  revision: number
  migratedFrom: number | null
  run(name: string, input: unknown, options: RunOptions): Promise<Answered>
  ask(message: (id: number) => ToThread, options?: RunOptions, transfer?: (ArrayBuffer | MessagePort)[]): Promise<Answered>
  close(): Promise<void>
}

interface Waiting {
  resolve(answer: Answered): void
  reject(error: Error): void
  onProgress: RunOptions['onProgress']
}

function openThread(address: StoreAddress): Promise<Thread> {
  const worker: Worker = makeThread({ workerData: address })
  const waiting = new Map<number, Waiting>()
  let last = 0
  let closed: (() => void) | null = null
  // A thread that has ended hears nothing any more: whoever asks must not wait for ever.
  let ended: Error | null = null
  const ask = (message: (id: number) => ToThread, options: RunOptions = {}, transfer: (ArrayBuffer | MessagePort)[] = []) =>
    new Promise<Answered>((resolve, reject) => {
      if (ended !== null) return reject(ended)
      const id = ++last
      waiting.set(id, { resolve, reject, onProgress: options.onProgress })
      worker.postMessage(message(id), transfer)
    })
  const end = (error: Error) => {
    ended ??= error
    for (const one of waiting.values()) one.reject(error)
    waiting.clear()
    closed?.()
  }
  const thread: Thread = {
    revision: 0,
    migratedFrom: null,
    run: (name, input, options) => ask((id) => ({ type: 'run', id, name, input, flag: options.flag ?? null }), options, buffersIn(input)),
    ask,
    close: () =>
      new Promise<void>((resolve) => {
        if (ended !== null) return resolve()
        closed = resolve
        worker.postMessage({ type: 'close' } satisfies ToThread)
      }),
  }
  return new Promise<Thread>((resolve, reject) => {
    worker.on('message', (message: FromThread) => {
      if (message.type === 'open') resolve(Object.assign(thread, { revision: message.revision, migratedFrom: message.migratedFrom }))
      if (message.type === 'cannotOpen') {
        reject(errorOf(message.failure))
        void worker.terminate()
      }
      if (message.type === 'done') settle(waiting, message.id)?.resolve(message.answer)
      if (message.type === 'failed') settle(waiting, message.id)?.reject(errorOf(message.failure))
      if (message.type === 'progress') waiting.get(message.id)?.onProgress?.(message)
      if (message.type === 'closed') end(new Error('The workspace was closed'))
    })
    worker.on('error', (error: Error) => {
      reject(error)
      end(error)
    })
    worker.on('exit', () => end(new Error('A store thread ended')))
  })
}

function settle(waiting: Map<number, Waiting>, id: number): Waiting | undefined {
  const one = waiting.get(id)
  waiting.delete(id)
  return one
}
