// One workspace folder in this program, locked or open. Its key lives in the store's threads alone, and only while it is open.
import { closeSync, openSync } from 'node:fs'
import { basename } from 'node:path'
import { invalidInput, WorkbenchError } from '../../shared/core/errors'
import { callNamed } from '../../shared/rooms'
import type { BackupReason } from '../../shared/workspace/backups'
import { noWorkspace, readOnlyBackup, workspaceLocked } from '../../shared/workspace/shell'
import { isBackupDue, newestBackup } from '../store/backup'
import type { StoreClient } from '../store/client'
import { createKeyring, type Keyring, type Office, withNewRecoveryKey, withPassphrase } from '../store/keyring'
import { diskFailure } from '../store/openFailure'
import type { Actor } from '../store/store'
import {
  assertWorkspace,
  filesOf,
  inWords,
  inWordsOf,
  makeFolder,
  readKeyrings,
  removeFolder,
  writeKeyring,
} from '../store/workspaceFolder'
import { waitUntil } from './attempts'
import { type Open, openFile, type SessionPorts } from './openFile'
import { assertStrong, unlockAs, unlockByPaper } from './unlocking'
import { neededBackup, putNext, WorkspaceBackups, writing } from './workspaceBackups'

export class WorkspaceSession {
  readonly folder: string
  /** Hears of every commit: the tables that it changed. */
  onChanged: (changed: { entities: string[]; revision: number }) => void = () => undefined
  /** Hears that a new backup lies in the folder. */
  onBackedUp: () => void = () => undefined
  /** The backups of this workspace, and copies of it. */
  readonly backups: WorkspaceBackups
  private keyring: Keyring
  private readonly ports: SessionPorts
  private opened: Open | null = null
  /** Unlocking, locking and changes of the keyring wait for each other. */
  private turn: Promise<unknown> = Promise.resolve()
  private readonly running = new Set<Promise<unknown>>()

  private constructor(folder: string, keyring: Keyring, ports: SessionPorts) {
    this.folder = folder
    this.keyring = keyring
    this.ports = ports
    this.backups = new WorkspaceBackups(folder, {
      now: ports.now,
      version: ports.version,
      keyring: () => this.keyring,
      open: () => this.open_,
      following: (work) => this.followed(work),
    })
  }

  /** A folder that somebody chose, locked. @throws noWorkspace, keyringLost, fileNotReachable */
  static choose(folder: string, ports: SessionPorts): WorkspaceSession {
    assertWorkspace(folder)
    return new WorkspaceSession(folder, readKeyrings(folder)[0], ports)
  }

  /** Makes a workspace with its first user, who is coordinator, and opens it. Nothing is left of one that fails. @throws folderTaken, badFolderName, weakPassphrase */
  static async create(
    place: { parent: string; folderName: string },
    office: Office,
    user: { name: string; passphrase: string },
    ports: SessionPorts,
  ): Promise<{ session: WorkspaceSession; recoveryKey: string }> {
    assertStrong(user.passphrase)
    const folder = makeFolder(place.parent, place.folderName)
    try {
      const { keyring, key, recoveryKey, userId } = await createKeyring(office, user, ports.derive)
      writeKeyring(folder, keyring)
      closeSync(openSync(filesOf(folder).database, 'wx', 0o600))
      const session = new WorkspaceSession(folder, keyring, ports)
      await session.inTurn(() => session.open(key, userId, filesOf(folder).database, { isNew: true }))
      return { session, recoveryKey }
    } catch (error) {
      removeFolder(folder)
      throw inWords(place.parent, error)
    }
  }

  /** What the lock screen shows. */
  get about() {
    const { workspaceId, countyKey, countyName, officeName, isDemo, users } = this.keyring
    return { workspaceId, countyKey, countyName, officeName, isDemo, users: users.map(({ id, name, role }) => ({ id, name, role })) }
  }
  get isOpen(): boolean {
    return this.opened !== null
  }
  get isReadOnly(): boolean {
    return this.opened?.actor.isReadOnly ?? false
  }
  /** UTC ms of the next allowed try, `null` if it counts now. */
  get waitUntil(): number | null {
    return waitUntil(this.ports.memory.attempts(this.keyring.workspaceId), this.ports.now())
  }
  /** Who is here. @throws workspaceLocked */
  get actor(): Actor {
    return this.open_.actor
  }

  /** @throws wrongPassphrase, waitFirst, workspaceInUse, newerVersion, damagedFile, keyringLost */
  async unlock(userId: string, passphrase: string): Promise<void> {
    await this.inTurn(async () => {
      if (this.opened !== null) return
      const key = await this.keyFor(userId, passphrase)
      await this.open(key, userId, filesOf(this.folder).database)
      this.backUpDaily()
    })
  }

  /** Opens with the printed key and sets a new passphrase for the user in the same step. @throws wrongRecoveryKey, weakPassphrase and those of `unlock` */
  async recover(userId: string, recoveryKey: string, passphrase: string): Promise<void> {
    assertStrong(passphrase)
    await this.inTurn(async () => {
      if (this.opened !== null) return
      const { key, keyring } = await unlockByPaper(recoveryKey, this.folder)
      this.keyring = keyring
      this.userNamed(userId)
      const changed = await withPassphrase(this.keyring, key, userId, passphrase, this.ports.derive)
      // The file first: whoever cannot open it must not have changed its keyring.
      await this.open(key, userId, filesOf(this.folder).database)
      this.keep(changed)
      this.ports.memory.setAttempts(changed.workspaceId, { failures: 0, until: 0 })
    })
  }

  /** Opens the newest backup to read, also while another program has the workspace. @throws noWorkspace and those of `unlock` */
  async openBackup(userId: string, passphrase: string): Promise<void> {
    await this.inTurn(async () => {
      if (this.opened !== null) return
      const backup = newestBackup(this.folder, this.ports.now())
      if (backup === null) throw new WorkbenchError(noWorkspace, { folder: `${basename(this.folder)}/backups` })
      const key = await this.keyFor(userId, passphrase)
      await this.open(key, userId, backup)
    })
  }

  /** @throws wrongPassphrase, waitFirst, weakPassphrase, workspaceLocked, readOnlyBackup, fileNotReachable */
  async changePassphrase(current: string, next: string): Promise<void> {
    assertStrong(next)
    await this.withKey(current, async (key, userId) => {
      this.keep(await withPassphrase(this.keyring, key, userId, next, this.ports.derive))
    })
  }

  /** A new recovery key in its printed form; the old one opens nothing any more. @throws as `changePassphrase` does */
  renewRecoveryKey(passphrase: string): Promise<string> {
    return this.withKey(passphrase, async (key) => {
      const { keyring, recoveryKey } = withNewRecoveryKey(this.keyring, key)
      this.keep(keyring)
      return recoveryKey
    })
  }

  /**
   * Runs a query or command in the store's threads; before one that changes much at once, the state before it is kept.
   * @throws workspaceLocked, noChangeWithoutBackup, damagedFile, fileNotReachable and the call's own
   */
  async run(...args: Parameters<StoreClient['run']>): ReturnType<StoreClient['run']> {
    const { store } = this.open_
    const call = callNamed(args[0])?.call
    const first = call?.kind === 'command' ? call.backUpFirst : undefined
    const work = async () => {
      if (first !== undefined) await neededBackup(this.folder, this.backUp(first))
      return store.run(...args)
    }
    return this.followed(first === undefined ? store.run(...args) : work())
  }

  /** Keeps who saw personal fields of which records. A backup takes no more entries. */
  noteAccess(call: string, records: readonly string[]): void {
    const { actor, access } = this.open_
    if (!actor.isReadOnly) access.add({ at: this.ports.now(), user: actor.id, call, records })
  }

  /** Copies the workspace as it stands into its backups and gives the file. @throws workspaceLocked, readOnlyBackup, noSpaceForBackup, damagedFile, fileNotReachable */
  async backUp(reason: BackupReason): Promise<string> {
    const file = await this.followed(this.writable.store.backUp(reason))
    this.onBackedUp()
    return file
  }

  /**
   * Puts what was prepared in the workspace's place, which is backed up first, and locks. What goes wrong before that last step leaves all
   * as it was, and open. @throws workspaceLocked, noSpaceForBackup, fileNotReachable
   */
  async restore(): Promise<void> {
    await this.inTurn(async () => {
      const opened = this.writable
      // First: what is changed from now on would be in neither of the two files.
      this.opened = null
      await this.pause(opened)
      try {
        await opened.store.backUp('restore')
      } catch (error) {
        this.opened = opened
        throw diskFailure(this.folder, error)
      }
      await this.shut(opened, () => putNext(this.folder))
    })
  }

  /** Ends what runs, closes the file and forgets the key; other programs can have the folder then. */
  async lock(): Promise<void> {
    await this.inTurn(async () => {
      const { opened } = this
      if (opened === null) return
      await this.pause(opened)
      await this.shut(opened, () => undefined)
    })
  }

  /** From here on no call is taken; those that run come to their end. */
  private async pause(opened: Open): Promise<void> {
    await Promise.allSettled(this.running)
    opened.access.flush()
    this.opened = null
  }

  /** Closes the file. `last` happens while nobody else can have the folder yet. */
  private async shut({ store, hold: held }: Open, last: () => void): Promise<void> {
    try {
      await store.close()
      inWordsOf(this.folder, last)
    } finally {
      held?.release()
    }
  }

  private get writable(): Open {
    return writing(this.open_)
  }

  /** The first unlock of a day keeps a copy of the state before it, while the user begins to work; a lock waits for it. */
  private backUpDaily(): void {
    if (!isBackupDue(this.folder, this.ports.now())) return
    // That it failed, e.g. for want of space, is noted by the program's last net.
    void this.backUp('daily')
  }

  /** What a lock waits for. What the disk says comes in words. */
  private async followed<Value>(work: Promise<Value>): Promise<Value> {
    this.running.add(work)
    try {
      return await work
    } catch (error) {
      throw diskFailure(this.folder, error)
    } finally {
      this.running.delete(work)
    }
  }

  /** Does what needs the key once more, after the passphrase of who is here; one after another, so that nobody guesses in parallel. */
  private async withKey<Value>(passphrase: string, work: (key: Buffer, userId: string) => Promise<Value>): Promise<Value> {
    return this.inTurn(async () => {
      const { id, isReadOnly } = this.open_.actor
      // Somebody else may have the workspace itself, and its keyring.
      if (isReadOnly) throw new WorkbenchError(readOnlyBackup, {})
      const key = await this.keyFor(id, passphrase)
      try {
        return await work(key, id)
      } finally {
        key.fill(0)
      }
    })
  }

  private get open_(): Open {
    if (this.opened === null) throw new WorkbenchError(workspaceLocked, {})
    return this.opened
  }

  private async keyFor(userId: string, passphrase: string): Promise<Buffer> {
    const { key, keyring } = await unlockAs(userId, passphrase, this.folder, this.ports)
    this.keyring = keyring
    return key
  }

  /** @throws invalidInput for a user that the keyring does not have */
  private userNamed(userId: string): Keyring['users'][number] {
    const user = this.keyring.users.find(({ id }) => id === userId)
    if (user === undefined) throw new WorkbenchError(invalidInput, { where: 'userId' })
    return user
  }

  private async open(key: Buffer, userId: string, file: string, { isNew = false }: { isNew?: boolean } = {}): Promise<void> {
    const user = this.userNamed(userId)
    this.opened = await openFile({ folder: this.folder, file, keyring: this.keyring, key, user, isNew }, this.ports, (changed) =>
      this.onChanged(changed),
    )
  }

  private keep(keyring: Keyring): void {
    inWordsOf(this.folder, () => writeKeyring(this.folder, keyring))
    this.keyring = keyring
  }

  private async inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const mine = this.turn.then(work, work)
    this.turn = mine.catch(() => undefined)
    return mine
  }
}
