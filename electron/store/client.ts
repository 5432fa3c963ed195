// The main process's side of the two store threads: the window never waits for SQLite.
import type { Worker } from 'node:worker_threads'
import { callNamed } from '../../shared/rooms'
import { type AccessEntry, type Answered, buffersIn, errorOf, type FromThread, type StoreAddress, type ToThread } from './messages'
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
  /** Writes to the access log. */
  logAccess(entries: readonly AccessEntry[]): Promise<void>
  /** Copies the workspace into backups/ and gives the file's path. */
  backUp(): Promise<string>
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
    logAccess: async (entries) => {
      await writer?.ask((id) => ({ type: 'access', id, entries }))
    },
    backUp: async () => {
      if (writer === null) throw new TypeError('A backup is read only')
      return String((await writer.ask((id) => ({ type: 'backUp', id }))).value)
    },
    close: async () => {
      if (reader !== writer) await reader.close()
      await writer?.close()
    },
  }
}

interface Thread {
  revision: number
  run(name: string, input: unknown, options: RunOptions): Promise<Answered>
  ask(message: (id: number) => ToThread): Promise<Answered>
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
  const ask = (message: (id: number) => ToThread, options: RunOptions = {}, transfer: ArrayBuffer[] = []) =>
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
      if (message.type === 'open') resolve(Object.assign(thread, { revision: message.revision }))
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
