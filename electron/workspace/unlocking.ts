// From what somebody typed to the workspace's key: by the first keyring that is whole, and never faster than the wait after wrong ones allows.
import { basename } from 'node:path'
import { WorkbenchError } from '../../shared/core/errors'
import { keyringLost, SHORTEST_PASSPHRASE, waitFirst, weakPassphrase, wrongPassphrase } from '../../shared/workspace/shell'
import type { DeriveKey } from '../store/keyDerivation'
import { BrokenKeyring, type Keyring, unlockWithPassphrase, unlockWithRecoveryKey, WrongPassphrase } from '../store/keyring'
import { readKeyrings } from '../store/workspaceFolder'
import { afterFailure, type AttemptMemory, waitUntil } from './attempts'

export interface UnlockingPorts {
  now: () => number
  derive: DeriveKey
  memory: AttemptMemory
}
/** The workspace's key, the caller's to zero, and the keyring that it came from. */
export interface Unlocked {
  keyring: Keyring
  key: Buffer
}

/** @throws wrongPassphrase, waitFirst, keyringLost */
export async function unlockAs(userId: string, passphrase: string, folder: string, ports: UnlockingPorts): Promise<Unlocked> {
  const { memory, now, derive } = ports
  const { workspaceId, users } = readKeyrings(folder)[0]
  const until = waitUntil(memory.attempts(workspaceId), now())
  if (until !== null) throw new WorkbenchError(waitFirst, { seconds: Math.ceil((until - now()) / 1000) })
  try {
    const unlocked = await firstGood(folder, (keyring) => unlockWithPassphrase(keyring, userId, passphrase, derive))
    if (memory.attempts(workspaceId).failures > 0) memory.setAttempts(workspaceId, { failures: 0, until: 0 })
    return unlocked
  } catch (error) {
    if (!(error instanceof WrongPassphrase)) throw error
    const attempts = afterFailure(memory.attempts(workspaceId), now())
    memory.setAttempts(workspaceId, attempts)
    const user = users.find(({ id }) => id === userId)?.name ?? '?'
    throw new WorkbenchError(wrongPassphrase, { user, seconds: Math.ceil((attempts.until - now()) / 1000) })
  }
}

/** No wait here: 160 random bits cannot be guessed. @throws wrongRecoveryKey, keyringLost */
export function unlockByPaper(recoveryKey: string, folder: string): Promise<Unlocked> {
  return firstGood(folder, async (keyring) => unlockWithRecoveryKey(keyring, recoveryKey))
}

/** @throws weakPassphrase */
export function assertStrong(passphrase: string): void {
  if (Array.from(passphrase.normalize('NFC')).length < SHORTEST_PASSPHRASE)
    throw new WorkbenchError(weakPassphrase, { signs: SHORTEST_PASSPHRASE })
}

/** By the keyring beside the database or, if somebody without the key changed that one, by its copy. */
async function firstGood(folder: string, unlock: (keyring: Keyring) => Promise<Buffer>): Promise<Unlocked> {
  for (const keyring of readKeyrings(folder)) {
    try {
      return { keyring, key: await unlock(keyring) }
    } catch (error) {
      if (!(error instanceof BrokenKeyring)) throw error
    }
  }
  throw new WorkbenchError(keyringLost, { folder: basename(folder) })
}
