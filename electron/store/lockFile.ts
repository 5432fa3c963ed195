// One program at a time has a workspace. The truth is an SQLite lock, which dies with its process, also by kill -9 and over a share;
// lock.json beside it only says who holds it.
import { existsSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import Database from 'better-sqlite3'
import * as z from 'zod'
import { WorkbenchError } from '../../shared/core/errors'
import { formatMoment } from '../../shared/i18n/format'
import { workspaceInUse } from '../../shared/workspace/shell'
import { writeAtomically } from './atomicFile'
import { sqliteBinding } from './binding'
import { filesOf } from './workspaceFolder'

const HEARTBEAT_MS = 30_000
/** Somebody who only looks has the lock for a moment, too; wait that long for him before saying that it is taken. */
const LOOK_MS = 250

/** Who has the workspace. Moments in UTC ms; the heartbeat tells a colleague whether somebody is still there. */
const HolderFile = z.object({
  user: z.string().max(200),
  host: z.string().max(300),
  processId: z.int(),
  since: z.int(),
  heartbeatAt: z.int(),
})
export type HolderFile = z.infer<typeof HolderFile>

export interface Hold {
  /** Gives the workspace free. */
  release(): void
}

/**
 * Takes the workspace for this process. A lock.json without the lock (its process was killed, its PC lost power) is taken over.
 * @throws workspaceInUse with who, where and since when
 */
export function hold(folder: string, now: () => number = Date.now): Hold {
  const { holder } = filesOf(folder)
  const lock = takeLock(folder, LOOK_MS)
  if (lock === undefined) throw inUse(folder)
  const about = { user: userName(), host: hostname(), processId: process.pid, since: now() }
  const beat = () => writeAtomically(holder, JSON.stringify({ ...about, heartbeatAt: now() } satisfies HolderFile))
  try {
    beat()
  } catch (error) {
    lock.close()
    throw error
  }
  // A share that is gone for a moment must not end the program: the heartbeat is a hint.
  const timer = setInterval(() => {
    try {
      beat()
    } catch {
      return
    }
  }, HEARTBEAT_MS)
  timer.unref()
  return {
    release: () => {
      clearInterval(timer)
      try {
        rmSync(holder, { force: true })
      } catch {
        // Only a hint: what counts is the lock, which must go in any case.
      } finally {
        lock.close()
      }
    },
  }
}

/** Who has the workspace now, or `null` if it is free. */
export function holderOf(folder: string): HolderFile | null {
  if (!existsSync(filesOf(folder).lock)) return null
  const lock = takeLock(folder, 0)
  if (lock === undefined) return readHolder(folder) ?? { user: '?', host: '?', processId: 0, since: 0, heartbeatAt: 0 }
  lock.close()
  return null
}

/** The failure that names the holder as far as lock.json does. */
export function inUse(folder: string): WorkbenchError<{ user: string; host: string; since: string }> {
  const found = readHolder(folder)
  if (found === undefined) return new WorkbenchError(workspaceInUse, { user: '?', host: '?', since: '?' })
  return new WorkbenchError(workspaceInUse, { user: found.user, host: found.host, since: formatMoment(found.since) })
}

/** The lock, held until it is closed, or `undefined` if another process has it. The file stays empty. */
function takeLock(folder: string, timeout: number): Database.Database | undefined {
  try {
    return tryLock(folder, timeout)
  } catch (error) {
    if (!isForeign(error)) throw error
    // Something else wrote into it (a sync service, a curious hand). It never holds anything, and a lock does not hang on its content.
    truncateSync(filesOf(folder).lock)
    return tryLock(folder, timeout)
  }
}

function tryLock(folder: string, timeout: number): Database.Database | undefined {
  const nativeBinding = sqliteBinding()
  const database = new Database(filesOf(folder).lock, { timeout, ...(nativeBinding !== undefined && { nativeBinding }) })
  try {
    // No journal: nothing is ever written, and a killed process leaves no file behind that would have to be played back.
    database.pragma('journal_mode = OFF')
    database.pragma('locking_mode = EXCLUSIVE')
    database.exec('BEGIN EXCLUSIVE')
    return database
  } catch (error) {
    database.close()
    if (isBusy(error)) return undefined
    throw error
  }
}

/** True for SQLite's word that another process has the file. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^SQLITE_(BUSY|LOCKED)/.test(error.code)
}

function isForeign(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'SQLITE_NOTADB' || error.code === 'SQLITE_CORRUPT')
}

function readHolder(folder: string): HolderFile | undefined {
  try {
    return HolderFile.parse(JSON.parse(readFileSync(filesOf(folder).holder, 'utf8')))
  } catch {
    // Gone, half copied or foreign: a hint that says nothing.
    return undefined
  }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    // A user without an entry (containers).
    return '?'
  }
}
