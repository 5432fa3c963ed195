// One workspace folder in this program, locked or open. Its key lives in the store's threads alone, and only while it is open.
import { closeSync, openSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { invalidInput, WorkbenchError } from '../../shared/core/errors'
import type { Role } from '../../shared/workspace/roles'
import { damagedFile, noWorkspace, readOnlyBackup, workspaceLocked } from '../../shared/workspace/shell'
import { isBackupDue, newestBackup } from '../store/backup'
import type { openStore as OpenStore, StoreClient } from '../store/client'
import { createKeyring, type Keyring, type Office, withNewRecoveryKey, withPassphrase } from '../store/keyring'
import { type Hold, hold } from '../store/lockFile'
import { diskFailure, openFailure } from '../store/openFailure'
import { isOnShare } from '../store/share'
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
import { AccessBatch } from './accessBatch'
import { waitUntil } from './attempts'
import { assertStrong, unlockAs, unlockByPaper, type UnlockingPorts } from './unlocking'

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

interface Open {
  actor: Actor
  store: StoreClient
  access: AccessBatch
  hold: Hold | null
}

export class WorkspaceSession {
  readonly folder: string
  /** Hears of every commit: the tables that it changed. */
  onChanged: (changed: { entities: string[]; revision: number }) => void = () => undefined
  /** Hears that a new backup lies in the folder. */
  onBackedUp: () => void = () => undefined
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

  /** Runs a query or command in the store's threads. @throws workspaceLocked, damagedFile, fileNotReachable and the call's own */
  async run(...args: Parameters<StoreClient['run']>): ReturnType<StoreClient['run']> {
    return this.followed(this.open_.store.run(...args))
  }

  /** Keeps who saw personal fields of which records. A backup takes no more entries. */
  noteAccess(call: string, records: readonly string[]): void {
    const { actor, access } = this.open_
    if (!actor.isReadOnly) access.add({ at: this.ports.now(), user: actor.id, call, records })
  }

  /** Copies the workspace as it stands into its backups and gives the file. @throws workspaceLocked, damagedFile, fileNotReachable */
  async backUp(): Promise<string> {
    return this.followed(this.open_.store.backUp())
  }

  /** Ends what runs, closes the file and forgets the key; other programs can have the folder then. */
  async lock(): Promise<void> {
    await this.inTurn(async () => {
      const { opened } = this
      if (opened === null) return
      await Promise.allSettled(this.running)
      opened.access.flush()
      this.opened = null
      try {
        await opened.store.close()
      } finally {
        opened.hold?.release()
      }
    })
  }

  /** The first unlock of a day keeps a copy of the state before it, while the user begins to work; a lock waits for it. */
  private backUpDaily(): void {
    if (!isBackupDue(this.folder, this.ports.now())) return
    // That it failed, e.g. for want of space, is noted by the program's last net.
    void this.backUp().then(() => this.onBackedUp())
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
    const isReadOnly = file !== filesOf(this.folder).database
    const actor = actorOf(this.userNamed(userId), isReadOnly)
    const { workspaceId, countyKey, countyName, officeName, isDemo } = this.keyring
    let held: Hold | null = null
    try {
      if (!isReadOnly) {
        held = hold(this.folder, this.ports.now)
        // Mends a lost or broken keyring, or its copy.
        writeKeyring(this.folder, this.keyring)
      }
      const { dev, ino, size } = statSync(file, { bigint: true })
      // To SQLite an empty file is a new one: people's data would be gone without a word.
      if (size === 0n && !isNew) throw new WorkbenchError(damagedFile, { folder: basename(this.folder) })
      const { memory } = this.ports
      const noteRevision = (revision: number) => {
        if (revision > (memory.seenRevision(workspaceId) ?? -1)) memory.noteRevision(workspaceId, revision)
      }
      const store = await this.ports.openStore(
        {
          folder: this.folder,
          file,
          key,
          actor,
          version: this.ports.version,
          share: !isReadOnly && (this.ports.isShareForced || isOnShare(this.folder)),
          readOnly: isReadOnly,
          circumstances: { fileId: `${dev}:${ino}`, seenRevision: memory.seenRevision(workspaceId), office: officeName },
          about: { countyKey, countyName, officeName, isDemo },
        },
        (changed) => {
          noteRevision(changed.revision)
          this.onChanged(changed)
        },
      )
      if (!isReadOnly) noteRevision(store.revision)
      // That it failed, e.g. for want of space, is noted by the program's last net.
      const access = new AccessBatch((entries) => void store.logAccess(entries))
      this.opened = { actor, store, access, hold: held }
    } catch (error) {
      held?.release()
      throw openFailure(this.folder, error)
    } finally {
      key.fill(0)
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

/** People of the county's own office; later users may belong to other bodies. KOO: the coordination office, which keeps the registers for all. */
function actorOf({ id, name, role }: { id: string; name: string; role: Role }, isReadOnly: boolean): Actor {
  return { id, name, role, body: 'KOO', mayWriteFor: 'all', isReadOnly }
}
