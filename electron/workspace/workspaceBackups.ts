// What can be done with the backups of an open workspace, and with copies of it: tried, prepared to be put back, made a second workspace, carried away.
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { dayOf } from '../../shared/core/clock'
import { WorkbenchError } from '../../shared/core/errors'
import { type BackupLine, type CheckedBackup, noChangeWithoutBackup } from '../../shared/workspace/backups'
import { fileNotReachable, readOnlyBackup } from '../../shared/workspace/shell'
import { flushFolder } from '../store/atomicFile'
import { backupNamed, listBackups, madeAt } from '../store/backup'
import type { StoreClient } from '../store/client'
import type { Keyring } from '../store/keyring'
import { diskFailure } from '../store/openFailure'
import type { Actor } from '../store/store'
import { filesOf, inWords, inWordsOf, makeWholeFolder, readKeyrings, writeKeyring } from '../store/workspaceFolder'
import { packCopy, unpackCopy } from './copyFile'
import type { OpenWorkspace } from './openWorkspace'

/** Where a new workspace folder shall lie. */
interface FolderPlace {
  parent: string
  folderName: string
}

interface BackupPorts {
  now: () => number
  /** Of the program. */
  version: string
  keyring: () => Keyring
  /** @throws workspaceLocked */
  open: () => OpenWorkspace
}

export class WorkspaceBackups {
  private readonly folder: string
  private readonly ports: BackupPorts

  constructor(folder: string, ports: BackupPorts) {
    this.folder = folder
    this.ports = ports
  }

  /** The backups in the folder, newest first. @throws fileNotReachable */
  get list(): BackupLine[] {
    return inWordsOf(this.folder, () => listBackups(this.folder))
  }

  /** Opens a backup to see whether it is whole and has what it should have. @throws backupGone, backupDamaged, newerVersion, workspaceLocked, fileNotReachable */
  async check(name: string): Promise<CheckedBackup> {
    return this.ports.open().whileOpen((store) => store.atBackup({ type: 'check', from: backupNamed(this.folder, name) }))
  }

  /**
   * Makes of a backup what takes the workspace's place next; the workspace itself stays as it is until `restore`.
   * @throws those of `check`, erasedUnreadable, readOnlyBackup
   */
  async prepareRestore(name: string): Promise<void> {
    await writing(this.ports.open()).whileOpen((store) => store.atBackup(this.preparing(name, 'restored', filesOf(this.folder).next)))
  }

  /** Makes a second workspace of a backup and gives its folder. @throws those of `prepareRestore`, folderTaken, badFolderName */
  async makeSecond(name: string, place: FolderPlace): Promise<string> {
    const make = (store: StoreClient) =>
      makeWholeFolder(place.parent, place.folderName, async (folder) => {
        await store.atBackup(this.preparing(name, 'copy', filesOf(folder).database))
        const { erased } = filesOf(this.folder)
        if (existsSync(erased)) cpSync(erased, filesOf(folder).erased)
        writeKeyring(folder, this.ports.keyring())
      })
    return writing(this.ports.open()).whileOpen(make)
  }

  /** Writes the workspace as it stands into one file in a folder and gives its path. @throws workspaceLocked, readOnlyBackup, noSpaceForBackup, fileNotReachable */
  async copyTo(place: string): Promise<string> {
    const now = this.ports.now()
    const copy = join(filesOf(this.folder).backups, 'copy.db.new')
    const pack = async (store: StoreClient) => {
      try {
        await store.copyTo(copy, { at: now, kind: 'copy', backupAt: now, source: basename(this.folder) })
        return await packCopy(this.folder, copy, place, dayOf(now))
      } catch (error) {
        throw inWords(place, error)
      } finally {
        rmSync(copy, { force: true })
      }
    }
    return writing(this.ports.open()).whileOpen(pack)
  }

  private preparing(name: string, kind: 'restored' | 'copy', to: string) {
    const from = backupNamed(this.folder, name)
    const origin = { at: this.ports.now(), kind, backupAt: madeAt(from), source: basename(this.folder) }
    return { type: 'prepare' as const, from, to, folder: this.folder, origin, version: this.ports.version }
  }
}

/** An open workspace that can be written to. @throws readOnlyBackup */
export function writing<Open extends { actor: Actor }>(opened: Open): Open {
  if (opened.actor.isReadOnly) throw new WorkbenchError(readOnlyBackup, {})
  return opened
}

/** A backup without which nothing is changed. @throws noChangeWithoutBackup where the folder takes none, and what else it throws */
export async function neededBackup(folder: string, backup: Promise<string>): Promise<void> {
  try {
    await backup
  } catch (error) {
    const said = diskFailure(folder, error)
    if (said instanceof WorkbenchError && said.definition.code === fileNotReachable.code)
      throw new WorkbenchError(noChangeWithoutBackup, { folder: `${basename(folder)}/backups` })
    throw said
  }
}

/**
 * The prepared file takes the database's place in one step. What the old one had in its WAL is in it since it was closed; a WAL that is
 * still there would be played back into the new one. @throws Error for that, errors of the file system
 */
export function putNext(folder: string): void {
  const { database, next } = filesOf(folder)
  if (existsSync(`${database}-wal`)) throw new Error('The workspace was not closed by all')
  renameSync(next, database)
  flushFolder(folder)
}

/** Unpacks a workspace that was copied into one file and gives its new folder. @throws noCopyFile, keyringLost, folderTaken, badFolderName, fileNotReachable */
export function unpackWorkspace(file: string, place: FolderPlace): Promise<string> {
  return makeWholeFolder(place.parent, place.folderName, async (folder) => {
    await unpackCopy(file, folder)
    readKeyrings(folder)
  })
}
