// keyring.json beside the database: the workspace's key, wrapped once for every user and once for the recovery key. Read as untrusted.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import { WorkbenchError } from '../../shared/core/errors'
import { ROLES } from '../../shared/workspace/roles'
import { wrongRecoveryKey } from '../../shared/workspace/shell'
import { Argon2Cost, type DeriveKey, NEW_COST } from './keyDerivation'
import { newRecoveryKey, readRecoveryKey } from './recoveryKey'

const bytes = (count: number) => z.string().regex(new RegExp(`^[0-9a-f]{${count * 2}}$`))
const KEY_BYTES = 32
/** AES-256-GCM: 12 bytes nonce, 32 bytes ciphertext, 16 bytes tag. */
const Wrapped = z.object({ nonce: bytes(12), sealed: bytes(KEY_BYTES), tag: bytes(16) })
const Name = z.string().min(1).max(200)

const User = z.object({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  name: Name,
  role: z.enum(ROLES),
  argon2: Argon2Cost,
  salt: bytes(16),
  key: Wrapped,
})
export type KeyringUser = z.infer<typeof User>
const Body = z.object({
  format: z.literal(1),
  workspaceId: z.string().regex(/^[0-9a-f]{32}$/),
  // For the lock screen, before anything can be read. The database has them too.
  countyKey: z.string().regex(/^\d{5}$/),
  countyName: Name,
  officeName: Name,
  isDemo: z.boolean(),
  users: z.array(User).min(1).max(500),
  recovery: z.object({ salt: bytes(16), key: Wrapped }),
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
  const first = { id: randomBytes(16).toString('hex'), name: user.name, role: 'coordinator' as const }
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
  const key = unwrap(user.key, wrapping, aboutUser(keyring.workspaceId, user))
  if (key === undefined) throw new WrongPassphrase('the passphrase does not unwrap the key')
  return proven(keyring, key)
}

/** The workspace's key out of the recovery key as somebody typed it. @throws wrongRecoveryKey; BrokenKeyring as above */
export function unlockWithRecoveryKey(keyring: Keyring, typed: string): Buffer {
  const secret = readRecoveryKey(typed)
  const wrapping = recoveryWrapping(secret, keyring.recovery.salt)
  secret.fill(0)
  const key = unwrap(keyring.recovery.key, wrapping, aboutRecovery(keyring.workspaceId))
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
): Promise<Keyring> {
  const user = keyring.users.find(({ id }) => id === userId)
  if (user === undefined) throw new TypeError('The keyring has no such user')
  const changed = await wrapForUser(keyring.workspaceId, user, passphrase, key, derive)
  return seal({ ...keyring, users: keyring.users.map((one) => (one.id === userId ? changed : one)) }, key)
}

/** The keyring with a new recovery key; the old one unwraps nothing in it. */
export function withNewRecoveryKey(keyring: Keyring, key: Uint8Array): { keyring: Keyring; recoveryKey: string } {
  const recovery = newRecoveryKey()
  const changed = seal({ ...keyring, recovery: wrapForRecovery(keyring.workspaceId, recovery.secret, key) }, key)
  recovery.secret.fill(0)
  return { keyring: changed, recoveryKey: recovery.printed }
}

async function wrapForUser(
  workspaceId: string,
  user: Pick<KeyringUser, 'id' | 'name' | 'role'>,
  passphrase: string,
  key: Uint8Array,
  derive: DeriveKey,
): Promise<KeyringUser> {
  const { id, name, role } = user
  const salt = randomBytes(16)
  const about = { id, name, role, argon2: NEW_COST, salt: salt.toString('hex') }
  return { ...about, key: wrap(key, await derive({ passphrase, salt, cost: NEW_COST }), aboutUser(workspaceId, about)) }
}

function wrapForRecovery(workspaceId: string, secret: Uint8Array, key: Uint8Array): Body['recovery'] {
  const salt = randomBytes(16).toString('hex')
  return { salt, key: wrap(key, recoveryWrapping(secret, salt), aboutRecovery(workspaceId)) }
}

function recoveryWrapping(secret: Uint8Array, salt: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, Buffer.from(salt, 'hex'), 'kreiswerkbank recovery key', KEY_BYTES))
}

// Additional data of the wrapping: an entry put into another workspace, under another user or with other costs unwraps nothing.
function aboutUser(workspaceId: string, { id, argon2, salt }: Pick<KeyringUser, 'id' | 'argon2' | 'salt'>): string {
  return JSON.stringify(['user', workspaceId, id, argon2.memoryKib, argon2.passes, argon2.lanes, salt])
}
function aboutRecovery(workspaceId: string): string {
  return JSON.stringify(['recovery', workspaceId])
}

/** Wraps the key and forgets the wrapping key. */
function wrap(key: Uint8Array, wrapping: Uint8Array, about: string): z.infer<typeof Wrapped> {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(key), cipher.final()])
  wrapping.fill(0)
  return { nonce: nonce.toString('hex'), sealed: sealed.toString('hex'), tag: cipher.getAuthTag().toString('hex') }
}

/** The key, or `undefined` if the wrapping key is another one. */
function unwrap({ nonce, sealed, tag }: z.infer<typeof Wrapped>, wrapping: Uint8Array, about: string): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(nonce, 'hex'))
    .setAAD(Buffer.from(about))
    .setAuthTag(Buffer.from(tag, 'hex'))
  const key = decipher.update(Buffer.from(sealed, 'hex'))
  wrapping.fill(0)
  try {
    decipher.final()
    return key
  } catch {
    // GCM's one answer to a wrong key and to changed data.
    key.fill(0)
    return undefined
  }
}

function proven(keyring: Keyring, key: Buffer): Buffer {
  if (timingSafeEqual(Buffer.from(keyring.seal, 'hex'), Buffer.from(sealOf(keyring, key), 'hex'))) return key
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
