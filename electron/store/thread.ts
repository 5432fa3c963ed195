// The one entry of both store threads. The writer runs commands (on a share queries too), the reader queries.
import '../globalCrypto'
import { parentPort, workerData } from 'node:worker_threads'
import type { Call } from '../../shared/core/call'
import { callNamed } from '../../shared/rooms'
import { rooms } from '../rooms'
import { backUp, writeCopy } from './backup'
import { markOrigin } from './backupTask'
import { checkFolder } from './check/checkFolder'
import { checkInWorker } from './check/checkInWorker'
import type { Connection } from './database'
import { type Answered, crossingFailure, type FromThread, type StoreAddress, type ToThread } from './messages'
import { openReadingStore, openWritingStore } from './openStore'
import type { StoreReader } from './reader'
import { cutOffRunning, noteJob } from './runningJobs'
import { type Observer, StoreWriter } from './writer'

type Run = (store: StoreReader, input: unknown) => unknown

const address = workerData as StoreAddress
const port = parentPort
if (port === null) throw new Error('The store runs in a worker thread')
const say = (message: FromThread) => port.postMessage(message)

/** The answer to what is no call. */
const nothing: Answered = { value: null, entities: [], revision: 0, act: null }

/** A report every so many milliseconds is enough for eyes, and costs nothing. */
const REPORT_MS = 100

try {
  const { database, store, migratedFrom } =
    address.role === 'writer' && !address.readOnly ? openWritingStore(address) : openReadingStore(address)
  port.on('message', (message: ToThread) => {
    if (message.type === 'run') answer(message.id, () => run(store, message))
    if (message.type === 'access' || message.type === 'users') {
      answer(message.id, () => {
        if (!(store instanceof StoreWriter)) throw new TypeError('Only the writing store keeps who is here and who saw what')
        if (message.type === 'access') store.keepAccess(message.entries)
        else store.keepUsers(message.users)
        return nothing
      })
    }
    if (message.type === 'backUp')
      answer(message.id, () => ({ ...nothing, value: backUp(database, address.key, address.folder, store.now(), message.reason) }))
    if (message.type === 'copy') {
      answer(message.id, () => {
        writeCopy(database, address.key, message.file, (copy) => markOrigin(copy, message.origin))
        return nothing
      })
    }
    if (message.type === 'job') answer(message.id, () => ({ ...nothing, value: noteJob(database, message.note) }))
    if (message.type === 'lend') {
      answer(message.id, () => {
        message.borrower.postMessage(Uint8Array.from(address.key))
        return nothing
      })
    }
    if (message.type === 'check') void answerLater(message.id, () => check(message, database, store.now()))
    if (message.type === 'close') {
      if (store instanceof StoreWriter) noteLock(database)
      database.close()
      address.key.fill(0)
      say({ type: 'closed' })
      port.close()
    }
  })
  say({ type: 'open', revision: store.revision(), migratedFrom })
  if (store instanceof StoreWriter) indexInSteps(database, store)
} catch (error) {
  say({ type: 'cannotOpen', failure: crossingFailure(error) })
}

/** Between two messages at a time: a command never waits for more than one step of the search index. */
function indexInSteps(database: Connection, store: StoreWriter): void {
  setImmediate(() => {
    try {
      if (database.open && store.indexMore()) indexInSteps(database, store)
    } catch {
      // A full disk: the search says that it is not whole, and the next start goes on from here.
    }
  })
}

/** A lock must not fail because the disk is full: then what was cut off is said to have been a crash. */
function noteLock(database: Connection): void {
  try {
    cutOffRunning(database, 'lock')
  } catch {
    // Said at the next start all the same.
  }
}

/** Whatever is thrown is an answer: a thread that ended would take the workspace with it. */
function answer(id: number, work: () => Answered): void {
  try {
    say({ type: 'done', id, answer: work() })
  } catch (error) {
    say({ type: 'failed', id, failure: crossingFailure(error) })
  }
}

async function answerLater(id: number, work: () => Promise<unknown>): Promise<void> {
  try {
    const value = await work()
    say({ type: 'done', id, answer: { ...nothing, value } })
  } catch (error) {
    say({ type: 'failed', id, failure: crossingFailure(error) })
  }
}

/** In a worker of its own, so that queries go on; on a share the file is this thread's alone. */
async function check({ id, flag }: Extract<ToThread, { type: 'check' }>, database: Connection, now: number): Promise<unknown> {
  const { folder, key, version, share } = address
  const observer = observerOf(id, flag)
  const order = { folder, key: Uint8Array.from(key), version }
  return share ? checkFolder(order, observer, now, database) : checkInWorker({ ...order, flag, now }, observer.report)
}

function run(store: StoreReader, { id, name, input, flag }: Extract<ToThread, { type: 'run' }>): Answered {
  const known = callNamed(name)
  if (known === undefined) throw new TypeError('There is no such call')
  const key = name.slice(known.room.length + 1)
  if (known.call.kind === 'query') {
    const query = functionsOf(known.call, rooms[known.room].queries)[key]
    if (query === undefined) throw new TypeError('There is no such query')
    return { ...store.noting(() => query(store, input)), act: null }
  }
  const command = functionsOf(known.call, rooms[known.room].commands)[key]
  if (!(store instanceof StoreWriter) || command === undefined) throw new TypeError('Only the writing store runs commands')
  return store.run(name, (writer) => command(writer as StoreWriter, input), observerOf(id, flag))
}

// The registry is typed call by call; here one is chosen by its name, and ipc parsed its input by that call's own schema.
function functionsOf(_call: Call, functions: object): Record<string, Run | undefined> {
  return functions as Record<string, Run | undefined>
}

function observerOf(id: number, flag: SharedArrayBuffer | null): Observer {
  const asked = flag === null ? null : new Int32Array(flag)
  let reportedAt = 0
  return {
    signal: {
      get aborted() {
        return asked !== null && Atomics.load(asked, 0) !== 0
      },
    },
    report: ({ done, total }) => {
      const now = Date.now()
      if (now - reportedAt < REPORT_MS && done < total) return
      reportedAt = now
      say({ type: 'progress', id, done, total })
    },
  }
}
