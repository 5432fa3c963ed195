// keyring.json beside the database: the workspace's key, wrapped once for every user and once for the recovery key. Read as untrusted.
import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import { WorkbenchError } from '../../shared/core/errors'
import { ROLES } from '../../shared/workspace/roles'
import { wrongRecoveryKey } from '../../shared/workspace/shell'
import { Argon2Cost, type DeriveKey, NEW_COST } from './keyDerivation'
import { newRecoveryKey, readRecoveryKey } from './recoveryKey'
import { bytes, newPair, openSealed, publicOf, SealedFor, sealFor, unwrap, wrap, Wrapped } from './wrapping'

const KEY_BYTES = 32
const Name = z.string().min(1).max(200)

/**
 * The passphrase unwraps the secret half of the user's key pair, and that unwraps the workspace's key: so the key can be changed for
 * everybody while only one of them is here.
 */
const User = z.object({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** For this workspace's own screens. */
  name: Name,
  /** What the log, which travels, calls this user; `null`: the name. */
  functionName: Name.nullable(),
  role: z.enum(ROLES),
  /** Somebody else chose the passphrase: the next unlock sets a new one. */
  mustChange: z.boolean(),
  argon2: Argon2Cost,
  salt: bytes(16),
  publicKey: bytes(KEY_BYTES),
  secretKey: Wrapped,
  key: SealedFor,
})
export type KeyringUser = z.infer<typeof User>
/** What people decide of a user; the rest is cryptography. */
export type UserAbout = Pick<KeyringUser, 'name' | 'functionName' | 'role'>
const Body = z.object({
  format: z.literal(1),
  workspaceId: z.string().regex(/^[0-9a-f]{32}$/),
  // For the lock screen, before anything can be read. The database has them too.
  countyKey: z.string().regex(/^\d{5}$/),
  countyName: Name,
  officeName: Name,
  isDemo: z.boolean(),
  users: z.array(User).min(1).max(500),
  recovery: z.object({ salt: bytes(16), publicKey: bytes(KEY_BYTES), key: SealedFor }),
  /** While files are being written anew with a new key: the one before, wrapped under it. */
  formerKey: Wrapped.optional(),
})
type Body = z.infer<typeof Body>
/** `seal` is an HMAC under the workspace's key: who lacks it cannot give himself another role. `checksum` finds damage before any key is there. */
export const Keyring = Body.extend({ seal: bytes(32), checksum: bytes(32) })
export type Keyring = z.infer<typeof Keyring>

/** Somebody changed the keyring without having the key; another copy may still be good. */
export class BrokenKeyring extends Error {
  override name = 'BrokenKeyring'
}
/** The passphrase does not unwrap this user's key. */
export class WrongPassphrase extends Error {
  override name = 'WrongPassphrase'
}

export type Office = Pick<Body, 'countyKey' | 'countyName' | 'officeName' | 'isDemo'>

/** A keyring for a new workspace with its first user, who is coordinator; the key (32 bytes) is the caller's to zero. */
export async function createKeyring(office: Office, user: { name: string; passphrase: string }, derive: DeriveKey) {
  const key = randomBytes(KEY_BYTES)
  const recovery = newRecoveryKey()
  const workspaceId = randomBytes(16).toString('hex')
  const first = { id: newUserId(), name: user.name, functionName: null, role: 'coordinator' as const, mustChange: false }
  const body: Body = {
    format: 1,
    workspaceId,
    ...office,
    users: [await wrapForUser(workspaceId, first, user.passphrase, key, derive)],
    recovery: wrapForRecovery(workspaceId, recovery.secret, key),
  }
  recovery.secret.fill(0)
  return { keyring: seal(body, key), key, recoveryKey: recovery.printed, userId: first.id }
}

/** The file's text as a keyring. Anything that is not exactly one, or was damaged, is refused. @throws BrokenKeyring */
export function parseKeyring(text: string): Keyring {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    throw new BrokenKeyring('keyring.json is no JSON')
  }
  const { success, data: keyring } = z.safeParse(Keyring, data)
  if (!success) throw new BrokenKeyring('keyring.json has not the form of a keyring')
  const ids = keyring.users.map(({ id }) => id)
  if (new Set(ids).size !== ids.length) throw new BrokenKeyring('keyring.json names a user twice')
  if (keyring.checksum !== checksum(keyring)) throw new BrokenKeyring('keyring.json does not match its checksum')
  return keyring
}

/** The workspace's key out of a user's passphrase. @throws WrongPassphrase; BrokenKeyring if the key is right but the keyring was changed */
export async function unlockWithPassphrase(keyring: Keyring, userId: string, passphrase: string, derive: DeriveKey): Promise<Buffer> {
  const user = keyring.users.find(({ id }) => id === userId)
  if (user === undefined) throw new WrongPassphrase('no such user')
  const wrapping = await derive({ passphrase, salt: Buffer.from(user.salt, 'hex'), cost: user.argon2 })
  const about = aboutUser(keyring.workspaceId, user)
  const secretKey = unwrap(user.secretKey, wrapping, about)
  const key = secretKey === undefined ? undefined : openSealed(user.key, secretKey, about)
  if (key === undefined) throw new WrongPassphrase('the passphrase does not unwrap the key')
  return proven(keyring, key)
}

/** The workspace's key out of the recovery key as somebody typed it. @throws wrongRecoveryKey; BrokenKeyring as above */
export function unlockWithRecoveryKey(keyring: Keyring, typed: string): Buffer {
  const secret = readRecoveryKey(typed)
  const secretKey = recoverySecret(secret, keyring.recovery.salt)
  secret.fill(0)
  const key = openSealed(keyring.recovery.key, secretKey, aboutRecovery(keyring.workspaceId))
  if (key === undefined) throw new WorkbenchError(wrongRecoveryKey, { group: 0 })
  return proven(keyring, key)
}

/** The keyring with another passphrase for one user; nothing else of it changes. @throws TypeError for a user it does not have */
export async function withPassphrase(
  keyring: Keyring,
  key: Uint8Array,
  userId: string,
  passphrase: string,
  derive: DeriveKey,
  { mustChange = false }: { mustChange?: boolean } = {},
): Promise<Keyring> {
  const changed = await wrapForUser(keyring.workspaceId, { ...userIn(keyring, userId), mustChange }, passphrase, key, derive)
  return withUsers(
    keyring,
    key,
    keyring.users.map((one) => (one.id === userId ? changed : one)),
  )
}

/** The keyring with one user more. */
export async function withUser(
  keyring: Keyring,
  key: Uint8Array,
  about: UserAbout & { mustChange: boolean },
  passphrase: string,
  derive: DeriveKey,
): Promise<{ keyring: Keyring; userId: string }> {
  const user = await wrapForUser(keyring.workspaceId, { ...about, id: newUserId() }, passphrase, key, derive)
  return { keyring: withUsers(keyring, key, [...keyring.users, user]), userId: user.id }
}

/** The keyring with another name, function or role for one user, whose passphrase stays. @throws TypeError as above */
export function withUserAbout(keyring: Keyring, key: Uint8Array, userId: string, { name, functionName, role }: UserAbout): Keyring {
  const changed = { ...userIn(keyring, userId), name, functionName, role }
  return withUsers(
    keyring,
    key,
    keyring.users.map((one) => (one.id === userId ? changed : one)),
  )
}

/** The keyring without a user. Whoever kept an older one can still open what its key opens. @throws TypeError as above */
export function withoutUser(keyring: Keyring, key: Uint8Array, userId: string): Keyring {
  const { id } = userIn(keyring, userId)
  return withUsers(
    keyring,
    key,
    keyring.users.filter((one) => one.id !== id),
  )
}

/**
 * The keyring for a new key of the workspace, sealed for everybody in it by their public keys: passphrases and recovery key stay as they
 * are. The former key is kept in it until every file is written with the new one. The key is the caller's to zero.
 */
export function withNewKey(keyring: Keyring, former: Uint8Array): { keyring: Keyring; key: Buffer } {
  const { workspaceId, users, recovery } = keyring
  const key = randomBytes(KEY_BYTES)
  const body = {
    ...keyring,
    users: users.map((user) => ({ ...user, key: sealFor(user.publicKey, key, aboutUser(workspaceId, user)) })),
    recovery: { ...recovery, key: sealFor(recovery.publicKey, key, aboutRecovery(workspaceId)) },
    formerKey: wrap(former, Buffer.from(key), aboutFormer(workspaceId)),
  }
  return { keyring: seal(body, key), key }
}

/** The key before this one, while files may still need it; `null` if all have the present one. */
export function formerKeyOf({ formerKey, workspaceId }: Keyring, key: Uint8Array): Buffer | null {
  return formerKey === undefined ? null : (unwrap(formerKey, Buffer.from(key), aboutFormer(workspaceId)) ?? null)
}

/** The keyring once every file has the present key. */
export function withoutFormerKey({ formerKey: _, ...keyring }: Keyring, key: Uint8Array): Keyring {
  return seal(keyring, key)
}

/** The keyring with a new recovery key; the old one unwraps nothing in it. */
export function withNewRecoveryKey(keyring: Keyring, key: Uint8Array): { keyring: Keyring; recoveryKey: string } {
  const recovery = newRecoveryKey()
  const changed = seal({ ...keyring, recovery: wrapForRecovery(keyring.workspaceId, recovery.secret, key) }, key)
  recovery.secret.fill(0)
  return { keyring: changed, recoveryKey: recovery.printed }
}

/** True if nobody without the key has changed the keyring. */
export function isSealedBy(keyring: Keyring, key: Uint8Array): boolean {
  return timingSafeEqual(Buffer.from(keyring.seal, 'hex'), Buffer.from(sealOf(keyring, key), 'hex'))
}

function userIn({ users }: Keyring, userId: string): KeyringUser {
  const user = users.find(({ id }) => id === userId)
  if (user === undefined) throw new TypeError('The keyring has no such user')
  return user
}

function withUsers(keyring: Keyring, key: Uint8Array, users: KeyringUser[]): Keyring {
  return seal({ ...keyring, users }, key)
}

function newUserId(): string {
  return randomBytes(16).toString('hex')
}

async function wrapForUser(
  workspaceId: string,
  user: UserAbout & Pick<KeyringUser, 'id' | 'mustChange'>,
  passphrase: string,
  key: Uint8Array,
  derive: DeriveKey,
): Promise<KeyringUser> {
  const { id, name, functionName, role, mustChange } = user
  const salt = randomBytes(16)
  const { publicKey, secretKey } = newPair()
  const made = { id, name, functionName, role, mustChange, argon2: NEW_COST, salt: salt.toString('hex'), publicKey }
  const about = aboutUser(workspaceId, made)
  const wrapped = wrap(secretKey, await derive({ passphrase, salt, cost: NEW_COST }), about)
  secretKey.fill(0)
  return { ...made, secretKey: wrapped, key: sealFor(publicKey, key, about) }
}

function wrapForRecovery(workspaceId: string, secret: Uint8Array, key: Uint8Array): Body['recovery'] {
  const salt = randomBytes(16).toString('hex')
  const secretKey = recoverySecret(secret, salt)
  const publicKey = publicOf(secretKey)
  secretKey.fill(0)
  return { salt, publicKey, key: sealFor(publicKey, key, aboutRecovery(workspaceId)) }
}

/** The secret half of the key pair behind the recovery key. */
function recoverySecret(secret: Uint8Array, salt: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, Buffer.from(salt, 'hex'), 'kreiswerkbank recovery key', KEY_BYTES))
}

// Additional data of the wrapping: an entry put into another workspace, under another user or with other costs unwraps nothing.
function aboutUser(
  workspaceId: string,
  { id, argon2, salt, publicKey }: Pick<KeyringUser, 'id' | 'argon2' | 'salt' | 'publicKey'>,
): string {
  return JSON.stringify(['user', workspaceId, id, argon2.memoryKib, argon2.passes, argon2.lanes, salt, publicKey])
}
function aboutRecovery(workspaceId: string): string {
  return JSON.stringify(['recovery', workspaceId])
}

function aboutFormer(workspaceId: string): string {
  return JSON.stringify(['former', workspaceId])
}

function proven(keyring: Keyring, key: Buffer): Buffer {
  if (isSealedBy(keyring, key)) return key
  key.fill(0)
  throw new BrokenKeyring('keyring.json was changed by somebody without the key')
}

function seal(body: Body, key: Uint8Array): Keyring {
  const sealed = { ...body, seal: sealOf(body, key) }
  return { ...sealed, checksum: checksum(sealed) }
}

function sealOf(body: Body, key: Uint8Array): string {
  const sealing = new Uint8Array(hkdfSync('sha256', key, '', 'kreiswerkbank keyring seal', KEY_BYTES))
  return createHmac('sha256', sealing).update(canonical(body)).digest('hex')
}

function checksum(keyring: Body & { seal: string }): string {
  return createHash('sha256')
    .update(`${canonical(keyring)} ${keyring.seal}`)
    .digest('hex')
}

/** The keyring's content in one fixed order: parsing puts the fields into the schema's order and drops others. */
function canonical(keyring: Body): string {
  return JSON.stringify(Body.parse(keyring))
}
