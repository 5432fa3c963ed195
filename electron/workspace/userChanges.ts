// Those who have access: what a coordinator does to them, as a new keyring, and what others see of them.
import { invalidInput, WorkbenchError } from '../../shared/core/errors'
import { nameOfAsk } from '../../shared/workspace/shell'
import { mustChangeFirst, refusalOf, samePassphrase, type UserAbout, type WorkspaceUser } from '../../shared/workspace/users'
import type { DeriveKey } from '../store/keyDerivation'
import { type Keyring, type KeyringUser, withoutUser, withPassphrase, withUser, withUserAbout } from '../store/keyring'
import type { Actor } from '../store/store'
import { assertStrong } from './unlocking'

/** A passphrase that a coordinator sets for somebody. `mustChange`: the first unlock sets another one. */
export interface FirstPassphrase {
  passphrase: string
  mustChange: boolean
}
export type UserWish =
  | { kind: 'add'; about: UserAbout; first: FirstPassphrase }
  | { kind: 'change'; userId: string; about: UserAbout }
  | { kind: 'reset'; userId: string; first: FirstPassphrase }
  | { kind: 'remove'; userId: string }

/** The keyring after a wish of the user `by`, and whom it was about. @throws what refusalOf says, weakPassphrase */
export async function afterUserChange(
  keyring: Keyring,
  key: Uint8Array,
  by: string,
  wish: UserWish,
  derive: DeriveKey,
): Promise<{ keyring: Keyring; userId: string }> {
  const refusal = refusalOf(keyring.users, by, wish)
  if (refusal !== null) throw refusal
  if ('first' in wish) assertStrong(wish.first.passphrase)
  if (wish.kind === 'add')
    return withUser(keyring, key, { ...wish.about, mustChange: wish.first.mustChange }, wish.first.passphrase, derive)
  const { userId } = wish
  if (wish.kind === 'change') return { keyring: withUserAbout(keyring, key, userId, wish.about), userId }
  if (wish.kind === 'remove') return { keyring: withoutUser(keyring, key, userId), userId }
  return { keyring: await withPassphrase(keyring, key, userId, wish.first.passphrase, derive, wish.first), userId }
}

/** Under which names changes of access stand in the access log. */
export const USER_CALLS = {
  add: nameOfAsk('addUser'),
  change: nameOfAsk('changeUser'),
  reset: nameOfAsk('resetPassphrase'),
  remove: nameOfAsk('removeUser'),
} as const satisfies Record<UserWish['kind'], string>

/**
 * The keyring with the user's own passphrase in place of one that somebody else knows. Zeroes the key where that cannot be.
 * @throws mustChangeFirst, weakPassphrase, samePassphrase
 */
export async function withOwnPassphrase(
  keyring: Keyring,
  key: Buffer,
  userId: string,
  { before, next }: { before: string; next: string | null },
  derive: DeriveKey,
): Promise<Keyring> {
  try {
    if (next === null) throw new WorkbenchError(mustChangeFirst, {})
    assertStrong(next)
    if (next.normalize('NFC') === before.normalize('NFC')) throw new WorkbenchError(samePassphrase, {})
    return await withPassphrase(keyring, key, userId, next, derive)
  } catch (error) {
    key.fill(0)
    throw error
  }
}

/** @throws invalidInput for a user that the keyring does not have */
export function userNamed({ users }: Keyring, userId: string): KeyringUser {
  const user = users.find(({ id }) => id === userId)
  if (user === undefined) throw new WorkbenchError(invalidInput, { where: 'userId' })
  return user
}

/** People of the county's own office; later users may belong to other bodies. KOO: the coordination office, which keeps the registers for all. */
export function actorOf({ id, name, functionName, role }: KeyringUser, isReadOnly: boolean): Actor {
  return { id, name, functionName, role, body: 'KOO', mayWriteFor: 'all', isReadOnly }
}

/** What anybody may know of a user who sees the lock screen. */
export function shownUser({ id, name, functionName, role, mustChange }: KeyringUser): WorkspaceUser {
  return { id, name, functionName, role, mustChange }
}
