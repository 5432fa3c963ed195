// A workspace whose file is open: its calls and copies, and a pause for what needs the file closed.
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { WorkbenchError } from '../../shared/core/errors'
import type { BackupReason } from '../../shared/workspace/backups'
import { damagedFile, workspaceLocked } from '../../shared/workspace/shell'
import type { CheckReport } from '../../shared/workspace/check'
import type { WorkspaceUser } from '../../shared/workspace/users'
import type { openStore as OpenStore, RunOptions, StoreClient } from '../store/client'
import type { Keyring } from '../store/keyring'
import { diskFailure } from '../store/openFailure'
import { isOnShare } from '../store/share'
import type { Actor } from '../store/store'
import { AccessBatch } from './accessBatch'

export interface OpeningPorts {
  openStore: typeof OpenStore
  memory: {
    seenRevision(workspaceId: string): number | null
    noteRevision(workspaceId: string, revision: number): void
  }
  /** UTC ms. */
  now(): number
  /** Of the program, kept in the file for the sentence that an older program will say. */
  version: string
  /** `--share`: treat every folder as if it lay on a network drive. */
  isShareForced: boolean
}

interface Opening {
  folder: string
  file: string
  actor: Actor
  about: Pick<Keyring, 'workspaceId' | 'countyKey' | 'countyName' | 'officeName' | 'isDemo'>
  isNew: boolean
  ports: OpeningPorts
  /** Hears of every commit: the tables that it changed. */
  onChanged: (changed: { entities: string[]; revision: number }) => void
}

export class OpenWorkspace {
  readonly actor: Actor
  private readonly opening: Opening
  private store: StoreClient
  private readonly access: AccessBatch
  private readonly running = new Set<Promise<unknown>>()
  private isClosed = false
  /** While the file is closed for something, calls wait. */
  private pause: Promise<unknown> | null = null

  private constructor(opening: Opening, store: StoreClient) {
    this.opening = opening
    this.actor = opening.actor
    this.store = store
    // That it failed, e.g. for want of space, is noted by the program's last net.
    this.access = new AccessBatch((entries) => void this.store.logAccess(entries))
  }

  /** Opens the file with the first key that fits: a folder in which a new key was being given may have files of both. */
  static async open(opening: Opening, keys: readonly Buffer[]): Promise<OpenWorkspace> {
    return new OpenWorkspace(opening, await openFile(opening, keys))
  }

  /** The version that the tables had before they were brought to this one. */
  get migratedFrom(): number | null {
    return this.store.migratedFrom
  }

  /** Runs a query or command in the store's threads. @throws workspaceLocked, damagedFile, fileNotReachable and the call's own */
  run(...args: Parameters<StoreClient['run']>): ReturnType<StoreClient['run']> {
    return this.whileOpen((store) => store.run(...args))
  }

  /** Copies the workspace as it stands into its backups and gives the file. @throws noSpaceForBackup and as `run` does */
  backUp(reason: BackupReason): Promise<string> {
    return this.whileOpen((store) => store.backUp(reason))
  }

  /** Checks the folder with all that is in it. @throws cancelled and as `run` does */
  check(options: RunOptions): Promise<CheckReport> {
    return this.whileOpen((store) => store.check(options))
  }

  /** Keeps who saw personal fields of which records. A backup takes no more entries. */
  noteAccess(call: string, records: readonly string[]): void {
    if (!this.actor.isReadOnly) this.access.add({ at: this.opening.ports.now(), user: this.actor.id, call, records })
  }

  /** For the audit, which names also those who have no access any more. A full disk must not keep anybody from reading. */
  async keepUsers(users: readonly WorkspaceUser[]): Promise<void> {
    try {
      await this.store.keepUsers(users)
    } catch (error) {
      if (diskFailure(this.opening.folder, error) === error) throw error
    }
  }

  /** Waits for what runs, and keeps who saw what until now. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.running)
    this.access.flush()
  }

  /** Waits for what runs, and closes the file in both threads. */
  async close(): Promise<void> {
    await this.settle()
    this.isClosed = true
    await this.store.close()
  }

  /** Closes the file, does `work`, and opens it again with the first key that fits; what is asked meanwhile waits. */
  async whileClosed(work: () => Promise<void>, keys: readonly Buffer[]): Promise<void> {
    const isDone = this.reopened(work, keys)
    this.pause = isDone.catch(() => undefined)
    try {
      await isDone
    } finally {
      this.pause = null
    }
  }

  private async reopened(work: () => Promise<void>, keys: readonly Buffer[]): Promise<void> {
    await this.close()
    await work()
    this.store = await openFile(this.opening, keys)
    this.isClosed = false
  }

  /** Work in the store that a close waits for. What the disk says comes in words. */
  async whileOpen<Value>(ask: (store: StoreClient) => Promise<Value>): Promise<Value> {
    await this.pause
    if (this.isClosed) throw new WorkbenchError(workspaceLocked, {})
    const work = ask(this.store)
    this.running.add(work)
    try {
      return await work
    } catch (error) {
      throw diskFailure(this.opening.folder, error)
    } finally {
      this.running.delete(work)
    }
  }
}

async function openFile(opening: Opening, [key, ...others]: readonly Buffer[]): Promise<StoreClient> {
  const { folder, file, actor, about, isNew, ports, onChanged } = opening
  const { dev, ino, size } = statSync(file, { bigint: true })
  // To SQLite an empty file is a new one: people's data would be gone without a word.
  if (key === undefined || (size === 0n && !isNew)) throw new WorkbenchError(damagedFile, { folder: basename(folder) })
  const { workspaceId, countyKey, countyName, officeName, isDemo } = about
  const { isReadOnly } = actor
  const noteRevision = (revision: number) => {
    if (revision > (ports.memory.seenRevision(workspaceId) ?? -1)) ports.memory.noteRevision(workspaceId, revision)
  }
  try {
    const store = await ports.openStore(
      {
        folder,
        file,
        key,
        actor,
        version: ports.version,
        share: !isReadOnly && (ports.isShareForced || isOnShare(folder)),
        readOnly: isReadOnly,
        circumstances: { fileId: `${dev}:${ino}`, seenRevision: ports.memory.seenRevision(workspaceId), office: officeName },
        about: { countyKey, countyName, officeName, isDemo },
      },
      (changed) => {
        noteRevision(changed.revision)
        onChanged(changed)
      },
    )
    if (!isReadOnly) noteRevision(store.revision)
    return store
  } catch (error) {
    if (others.length === 0 || !isForAnotherKey(error)) throw error
    return openFile(opening, others)
  }
}

function isForAnotherKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB'
}
