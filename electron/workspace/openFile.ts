// Opens a workspace's file, or a backup of it, for one user: lock taken, keyring mended, store and its threads begun.
import { rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { WorkbenchError } from '../../shared/core/errors'
import { damagedFile } from '../../shared/workspace/shell'
import type { openStore as OpenStore, StoreClient } from '../store/client'
import type { Keyring } from '../store/keyring'
import { type Hold, hold } from '../store/lockFile'
import { openFailure } from '../store/openFailure'
import { isOnShare } from '../store/share'
import type { Actor } from '../store/store'
import { filesOf, writeKeyring } from '../store/workspaceFolder'
import { AccessBatch } from './accessBatch'
import type { UnlockingPorts } from './unlocking'

export interface SessionPorts extends UnlockingPorts {
  openStore: typeof OpenStore
  memory: UnlockingPorts['memory'] & {
    seenRevision(workspaceId: string): number | null
    noteRevision(workspaceId: string, revision: number): void
  }
  /** Of the program, kept in the file for the sentence that an older program will say. */
  version: string
  /** `--share`: treat every folder as if it lay on a network drive. */
  isShareForced: boolean
}

/** A file that is open, and for whom. */
export interface Open {
  actor: Actor
  store: StoreClient
  access: AccessBatch
  hold: Hold | null
}

interface Opening {
  folder: string
  /** The workspace's own, or a backup, which is opened to read. */
  file: string
  keyring: Keyring
  /** Wiped here, whatever happens. */
  key: Buffer
  user: Keyring['users'][number]
  isNew: boolean
}

/** Opens a file; nothing is held if that fails. @throws workspaceInUse, newerVersion, damagedFile, fileNotReachable */
export async function openFile(
  { folder, file, keyring, key, user, isNew }: Opening,
  { memory, now, openStore, version, isShareForced }: SessionPorts,
  onChanged: (changed: { entities: string[]; revision: number }) => void,
): Promise<Open> {
  const isReadOnly = file !== filesOf(folder).database
  const actor = actorOf(user, isReadOnly)
  const { workspaceId, countyKey, countyName, officeName, isDemo } = keyring
  let held: Hold | null = null
  try {
    if (!isReadOnly) {
      held = hold(folder, now)
      // Of a program that was killed while it put a backup in place.
      rmSync(filesOf(folder).next, { force: true })
      // Mends a lost or broken keyring, or its copy.
      writeKeyring(folder, keyring)
    }
    const { dev, ino, size } = statSync(file, { bigint: true })
    // To SQLite an empty file is a new one: people's data would be gone without a word.
    if (size === 0n && !isNew) throw new WorkbenchError(damagedFile, { folder: basename(folder) })
    const noteRevision = (revision: number) => {
      if (revision > (memory.seenRevision(workspaceId) ?? -1)) memory.noteRevision(workspaceId, revision)
    }
    const store = await openStore(
      {
        folder,
        file,
        key,
        actor,
        version,
        share: !isReadOnly && (isShareForced || isOnShare(folder)),
        readOnly: isReadOnly,
        circumstances: { fileId: `${dev}:${ino}`, seenRevision: memory.seenRevision(workspaceId), office: officeName },
        about: { countyKey, countyName, officeName, isDemo },
      },
      (changed) => {
        noteRevision(changed.revision)
        onChanged(changed)
      },
    )
    if (!isReadOnly) noteRevision(store.revision)
    // That it failed, e.g. for want of space, is noted by the program's last net.
    const access = new AccessBatch((entries) => void store.logAccess(entries))
    return { actor, store, access, hold: held }
  } catch (error) {
    held?.release()
    throw openFailure(folder, error)
  } finally {
    key.fill(0)
  }
}

/** People of the county's own office; later users may belong to other bodies. KOO: the coordination office, which keeps the registers for all. */
function actorOf({ id, name, role }: Opening['user'], isReadOnly: boolean): Actor {
  return { id, name, role, body: 'KOO', mayWriteFor: 'all', isReadOnly }
}
