// How 32 bytes are wrapped: under a secret that somebody knows, or for a user who is not here, with the public half of the user's key pair.
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import * as z from 'zod'

/** So many bytes in hexadecimal. */
export const bytes = (count: number) => z.string().regex(new RegExp(`^[0-9a-f]{${count * 2}}$`))

const KEY_BYTES = 32
/** AES-256-GCM: 12 bytes nonce, 32 bytes ciphertext, 16 bytes tag. */
export const Wrapped = z.object({ nonce: bytes(12), sealed: bytes(KEY_BYTES), tag: bytes(16) })
export type Wrapped = z.infer<typeof Wrapped>
/** Wrapped under what an X25519 key pair, made for this once, and the public key of the recipient agree on. */
export const SealedFor = Wrapped.extend({ once: bytes(KEY_BYTES) })
export type SealedFor = z.infer<typeof SealedFor>

/** A key pair (X25519) for somebody, raw. The secret half is the caller's to zero. */
export function newPair(): { publicKey: string; secretKey: Buffer } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  const secretKey = Buffer.from(privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-KEY_BYTES))
  return { publicKey: rawPublic(publicKey), secretKey }
}

/** The public half to a secret one: any 32 bytes are a secret key. */
export function publicOf(secretKey: Uint8Array): string {
  return rawPublic(createPublicKey(secretObject(secretKey)))
}

/** Wraps a key and forgets the wrapping key. `about`: what the wrapping stands for; under another it unwraps nothing. */
export function wrap(key: Uint8Array, wrapping: Uint8Array, about: string): Wrapped {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(key), cipher.final()])
  wrapping.fill(0)
  return { nonce: nonce.toString('hex'), sealed: sealed.toString('hex'), tag: cipher.getAuthTag().toString('hex') }
}

/** The key, or `undefined` if the wrapping key is another one. Forgets the wrapping key. */
export function unwrap({ nonce, sealed, tag }: Wrapped, wrapping: Uint8Array, about: string): Buffer | undefined {
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

/** Wraps a key so that only the holder of the secret half unwraps it; nobody needs to be here for that. */
export function sealFor(publicKey: string, key: Uint8Array, about: string): SealedFor {
  const once = newPair()
  const wrapping = agreed(once.secretKey, publicKey, once.publicKey, publicKey)
  once.secretKey.fill(0)
  return { ...wrap(key, wrapping, about), once: once.publicKey }
}

/** The key, or `undefined` if it was sealed for somebody else or changed. Forgets the secret half. */
export function openSealed(sealed: SealedFor, secretKey: Uint8Array, about: string): Buffer | undefined {
  const publicKey = publicOf(secretKey)
  try {
    return unwrap(sealed, agreed(secretKey, sealed.once, sealed.once, publicKey), about)
  } catch {
    // A point of small order in a forged keyring agrees on nothing.
    return undefined
  } finally {
    secretKey.fill(0)
  }
}

/** RFC 7748 and 5869: both public halves go into the wrapping key, so that it belongs to this pair alone. */
function agreed(secretKey: Uint8Array, other: string, once: string, recipient: string): Uint8Array {
  const shared = diffieHellman({ privateKey: secretObject(secretKey), publicKey: publicObject(other) })
  const wrapping = new Uint8Array(
    hkdfSync('sha256', shared, Buffer.from(once + recipient, 'hex'), 'kreiswerkbank key for one user', KEY_BYTES),
  )
  shared.fill(0)
  return wrapping
}

// RFC 8410: what stands before the 32 bytes of an X25519 key in DER.
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex')
const SPKI = Buffer.from('302a300506032b656e032100', 'hex')

function secretObject(secretKey: Uint8Array) {
  const der = Buffer.concat([PKCS8, secretKey])
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  } finally {
    der.fill(0)
  }
}

function publicObject(publicKey: string) {
  return createPublicKey({ key: Buffer.concat([SPKI, Buffer.from(publicKey, 'hex')]), format: 'der', type: 'spki' })
}

function rawPublic(key: ReturnType<typeof createPublicKey>): string {
  return key.export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES).toString('hex')
}
