// One workspace folder in this program, locked or open. Its key lives in the store's threads alone, and only while it is open.
import { closeSync, openSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { WorkbenchError } from '../../shared/core/errors'
import { callNamed } from '../../shared/rooms'
import type { BackupReason } from '../../shared/workspace/backups'
import type { CheckReport } from '../../shared/workspace/check'
import { mustChangeFirst } from '../../shared/workspace/users'
import { nameOfAsk, noWorkspace, workspaceLocked } from '../../shared/workspace/shell'
import { isBackupDue, newestBackup } from '../store/backup'
import type { RunOptions, StoreClient } from '../store/client'
import { createKeyring, formerKeyOf, type Keyring, type Office, withPassphrase } from '../store/keyring'
import { type Hold, hold } from '../store/lockFile'
import type { NewKeyProgress } from '../store/newKeyInWorker'
import { openFailure } from '../store/openFailure'
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
import { JobNotes } from './jobNotes'
import { OpenWorkspace } from './openWorkspace'
import type { SessionPorts } from './sessionPorts'
import { assertStrong, unlockAs, unlockByPaper } from './unlocking'
import { neededBackup, putNext, WorkspaceBackups, writing } from './workspaceBackups'
import { actorOf, shownUser, userNamed, withOwnPassphrase } from './userChanges'
import { WorkspaceKeys } from './workspaceKeys'

export class WorkspaceSession {
  readonly folder: string
  /** Hears of every commit: the tables that it changed. */
  onChanged: (changed: { entities: string[]; revision: number }) => void = () => undefined
  /** Hears that a new backup lies in the folder. */
  onBackedUp: () => void = () => undefined
  /** Hears how many files have the new key, while they get it. */
  onNewKey: NewKeyProgress = () => undefined
  /** The backups of this workspace, and copies of it. */
  readonly backups: WorkspaceBackups
  /** Its keys: passphrases, who has access, a new key. */
  readonly keys: WorkspaceKeys
  /** Long work of this workspace, and what of it was cut off. */
  readonly jobNotes: JobNotes
  private keyring: Keyring
  private readonly ports: SessionPorts
  private opened: OpenWorkspace | null = null
  private held: Hold | null = null
  /** Unlocking, locking and changes of the keyring wait for each other. */
  private turn: Promise<unknown> = Promise.resolve()

  private constructor(folder: string, keyring: Keyring, ports: SessionPorts) {
    this.folder = folder
    this.keyring = keyring
    this.ports = ports
    this.backups = new WorkspaceBackups(folder, {
      now: ports.now,
      version: ports.version,
      keyring: () => this.keyring,
      open: () => this.open_,
    })
    this.keys = new WorkspaceKeys({
      ...ports,
      folder,
      keyring: () => this.keyring,
      keep: (changed) => this.keep(changed),
      inTurn: (work) => this.inTurn(work),
      keyFor: (userId, passphrase) => this.keyFor(userId, passphrase),
      open: () => this.open_,
      forget: () => this.forget(),
      onNewKey: (done, total) => this.onNewKey(done, total),
    })
    this.jobNotes = new JobNotes(() => this.open_)
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
    return { workspaceId, countyKey, countyName, officeName, isDemo, users: users.map(shownUser) }
  }
  get migratedFrom(): number | null {
    return this.opened?.migratedFrom ?? null
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

  /**
   * Where somebody else chose the passphrase, `next` is the user's own, set in the same step.
   * @throws wrongPassphrase, waitFirst, mustChangeFirst, weakPassphrase, samePassphrase, workspaceInUse, newerVersion, damagedFile, keyringLost
   */
  async unlock(userId: string, passphrase: string, next: string | null = null): Promise<void> {
    await this.inTurn(async () => {
      if (this.opened !== null) return
      const key = await this.keyFor(userId, passphrase)
      const user = userNamed(this.keyring, userId)
      const own = { before: passphrase, next }
      const changed = user.mustChange ? await withOwnPassphrase(this.keyring, key, userId, own, this.ports.derive) : null
      await this.open(key, userId, filesOf(this.folder).database, { keyring: changed })
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
      userNamed(this.keyring, userId)
      const changed = await withPassphrase(this.keyring, key, userId, passphrase, this.ports.derive)
      await this.open(key, userId, filesOf(this.folder).database, { keyring: changed })
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
      if (userNamed(this.keyring, userId).mustChange) {
        key.fill(0)
        throw new WorkbenchError(mustChangeFirst, {})
      }
      await this.open(key, userId, backup)
    })
  }

  /**
   * Runs a query or command in the store's threads; before one that changes much at once, the state before it is kept.
   * @throws workspaceLocked, noChangeWithoutBackup, damagedFile, fileNotReachable and the call's own
   */
  async run(...args: Parameters<StoreClient['run']>): ReturnType<StoreClient['run']> {
    const call = callNamed(args[0])?.call
    const reason = call?.kind === 'command' ? call.backUpFirst : undefined
    if (reason === undefined) return this.open_.run(...args)
    return writing(this.open_).whileOpen(async (store) => {
      await neededBackup(this.folder, store.backUp(reason))
      this.onBackedUp()
      return store.run(...args)
    })
  }

  /** Keeps who saw personal fields of which records. A backup takes no more entries. */
  noteAccess(call: string, records: readonly string[]): void {
    this.open_.noteAccess(call, records)
  }

  /** Copies the workspace as it stands into its backups and gives the file. @throws workspaceLocked, readOnlyBackup, noSpaceForBackup, damagedFile, fileNotReachable */
  async backUp(reason: BackupReason): Promise<string> {
    const file = await writing(this.open_).backUp(reason)
    this.onBackedUp()
    return file
  }

  /**
   * Puts what was prepared in the workspace's place, which is backed up first, and locks. What goes wrong before that last step leaves all
   * as it was, and open. @throws workspaceLocked, noSpaceForBackup, fileNotReachable
   */
  async restore(): Promise<void> {
    await this.inTurn(async () => {
      const opened = writing(this.open_)
      // First: what is changed from now on would be in neither of the two files.
      this.opened = null
      await opened.settle()
      try {
        await opened.backUp('restore')
      } catch (error) {
        this.opened = opened
        throw error
      }
      try {
        await opened.close()
        inWordsOf(this.folder, () => putNext(this.folder))
      } finally {
        this.forget()
      }
    })
  }

  /** Checks the folder with all that is in it. @throws cancelled and as `run` does */
  async check(options: RunOptions): Promise<CheckReport> {
    this.noteAccess(nameOfAsk('checkWorkspace'), [])
    return this.open_.check(options)
  }

  /** Ends what runs, closes the file and forgets the key; other programs can have the folder then. */
  async lock(): Promise<void> {
    await this.inTurn(async () => {
      try {
        await this.opened?.close()
      } finally {
        this.forget()
      }
    })
  }

  /** The first unlock of a day keeps a copy of the state before it, while the user begins to work; a lock waits for it. */
  private backUpDaily(): void {
    if (!isBackupDue(this.folder, this.ports.now())) return
    // That it failed, e.g. for want of space, is noted by the program's last net.
    void this.backUp('daily')
  }

  private get open_(): OpenWorkspace {
    if (this.opened === null) throw new WorkbenchError(workspaceLocked, {})
    return this.opened
  }

  /** Others may have the folder. */
  private forget(): void {
    this.opened = null
    this.held?.release()
    this.held = null
  }

  private async keyFor(userId: string, passphrase: string): Promise<Buffer> {
    const { key, keyring } = await unlockAs(userId, passphrase, this.folder, this.ports)
    this.keyring = keyring
    return key
  }

  /** Opens the file. `keyring`: kept afterwards, for whoever cannot open the file must not have changed its keyring. Zeroes the key. */
  private async open(
    key: Buffer,
    userId: string,
    file: string,
    { isNew = false, keyring = null }: { isNew?: boolean; keyring?: Keyring | null } = {},
  ): Promise<void> {
    const isReadOnly = file !== filesOf(this.folder).database
    const actor = actorOf(userNamed(this.keyring, userId), isReadOnly)
    const former = formerKeyOf(this.keyring, key)
    try {
      if (!isReadOnly) {
        this.held = hold(this.folder, this.ports.now)
        // Of a program that was killed while it put a backup in place.
        rmSync(filesOf(this.folder).next, { force: true })
        // Mends a lost or broken keyring, or its copy.
        writeKeyring(this.folder, this.keyring)
        if (former !== null) await this.keys.finishNewKey(former, key)
      }
      const opening = { folder: this.folder, file, actor, about: this.keyring, isNew, ports: this.ports }
      const keys = former === null ? [key] : [key, former]
      this.opened = await OpenWorkspace.open({ ...opening, onChanged: (changed) => this.onChanged(changed) }, keys)
      if (keyring !== null) this.keep(keyring)
      if (!isReadOnly) {
        await this.open_.keepUsers(this.about.users)
        this.noteAccess(nameOfAsk('unlock'), [userId])
      }
    } catch (error) {
      this.forget()
      throw openFailure(this.folder, error)
    } finally {
      key.fill(0)
      former?.fill(0)
    }
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
