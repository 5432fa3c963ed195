// What is done with the keys of an open workspace: passphrases, who has access, the printed key, and a new key for all of it.
import { WorkbenchError } from '../../shared/core/errors'
import { nameOfAsk, readOnlyBackup } from '../../shared/workspace/shell'
import type { DeriveKey } from '../store/keyDerivation'
import { type Keyring, withNewKey, withNewRecoveryKey, withoutFormerKey, withPassphrase } from '../store/keyring'
import type { NewKeyProgress, WriteWithNewKey } from '../store/newKeyInWorker'
import { diskFailure, openFailure } from '../store/openFailure'
import type { OpenWorkspace } from './openWorkspace'
import { assertStrong } from './unlocking'
import { afterUserChange, shownUser, USER_CALLS, type UserWish } from './userChanges'

interface KeyPorts {
  folder: string
  derive: DeriveKey
  writeWithNewKey: WriteWithNewKey
  onNewKey: NewKeyProgress
  keyring: () => Keyring
  keep: (changed: Keyring) => void
  /** After what was asked before. */
  inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>
  /** @throws wrongPassphrase, waitFirst, fileNotReachable */
  keyFor: (userId: string, passphrase: string) => Promise<Buffer>
  /** @throws workspaceLocked */
  open: () => OpenWorkspace
  /** The file is closed and stays so. */
  forget: () => void
}

export class WorkspaceKeys {
  private readonly ports: KeyPorts

  constructor(ports: KeyPorts) {
    this.ports = ports
  }

  /** @throws wrongPassphrase, waitFirst, weakPassphrase, workspaceLocked, readOnlyBackup, fileNotReachable */
  async changePassphrase(current: string, next: string): Promise<void> {
    assertStrong(next)
    const { keep, keyring, derive, open } = this.ports
    await this.withKey(current, async (key, userId) => {
      keep(await withPassphrase(keyring(), key, userId, next, derive))
      open().noteAccess(nameOfAsk('changePassphrase'), [userId])
    })
  }

  /**
   * What the coordinator who is here does to those who have access. With `newKey`, database and backups are then written anew: older
   * copies of the keyring open nothing that is written from now on. @throws as `changePassphrase` does, and what refusalOf says
   */
  async changeUsers(passphrase: string, wish: UserWish, { newKey = false }: { newKey?: boolean } = {}): Promise<void> {
    const { keep, derive, open } = this.ports
    await this.withKey(passphrase, async (key, by) => {
      const { keyring, userId } = await afterUserChange(this.ports.keyring(), key, by, wish, derive)
      if (newKey) await this.giveNewKey(keyring, key)
      else keep(keyring)
      open().noteAccess(USER_CALLS[wish.kind], [userId])
      await open().keepUsers(this.ports.keyring().users.map(shownUser))
    })
  }

  /** A new recovery key in its printed form; the old one opens nothing any more. @throws as `changePassphrase` does */
  renewRecoveryKey(passphrase: string): Promise<string> {
    const { keep, open } = this.ports
    return this.withKey(passphrase, async (key, userId) => {
      const { keyring, recoveryKey } = withNewRecoveryKey(this.ports.keyring(), key)
      keep(keyring)
      open().noteAccess(nameOfAsk('renewRecoveryKey'), [userId])
      return recoveryKey
    })
  }

  /** Writes what still has the former key. What stops that, e.g. a full disk, stops nobody's work: the next unlock goes on with it. */
  async finishNewKey(former: Buffer, key: Buffer): Promise<void> {
    const { folder, keep, writeWithNewKey, onNewKey } = this.ports
    try {
      await writeWithNewKey({ folder, former, key }, onNewKey)
    } catch (error) {
      if (diskFailure(folder, error) === error) throw error
      return
    }
    keep(withoutFormerKey(this.ports.keyring(), key))
  }

  /** Does what needs the key once more, after the passphrase of who is here; one after another, so that nobody guesses in parallel. */
  private async withKey<Value>(passphrase: string, work: (key: Buffer, userId: string) => Promise<Value>): Promise<Value> {
    const { inTurn, keyFor, open } = this.ports
    return inTurn(async () => {
      const { id, isReadOnly } = open().actor
      // Somebody else may have the workspace itself, and its keyring.
      if (isReadOnly) throw new WorkbenchError(readOnlyBackup, {})
      const key = await keyFor(id, passphrase)
      try {
        return await work(key, id)
      } finally {
        key.fill(0)
      }
    })
  }

  /** Gives the open workspace a new key, sealed for everybody in the keyring; calls wait until the files are written. */
  private async giveNewKey(keyring: Keyring, former: Buffer): Promise<void> {
    const { folder, keep, open, forget } = this.ports
    const renewed = withNewKey(keyring, former)
    // From here on the new key counts; files that do not have it yet are opened by the former one, which the keyring keeps for them.
    keep(renewed.keyring)
    try {
      await open().whileClosed(() => this.finishNewKey(former, renewed.key), [renewed.key, former])
    } catch (error) {
      forget()
      throw openFailure(folder, error)
    } finally {
      renewed.key.fill(0)
    }
  }
}
