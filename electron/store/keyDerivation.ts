// Argon2id: the way from a passphrase to the key that unwraps the workspace's key.
import { argon2id } from 'hash-wasm'
import * as z from 'zod'

/**
 * Cost of one derivation; lanes run one after another here. The floor is the (64 MiB, 3 passes; RFC 9106, second recommended option, has
 * 64 MiB and 3 passes too). The ceiling keeps a hostile keyring from eating the memory of who opens it.
 */
export const Argon2Cost = z.object({
  memoryKib: z
    .int()
    .min(64 * 1024)
    .max(1024 * 1024),
  passes: z.int().min(3).max(20),
  lanes: z.int().min(1).max(4),
})
export type Argon2Cost = z.infer<typeof Argon2Cost>

export const NEW_COST: Argon2Cost = { memoryKib: 64 * 1024, passes: 3, lanes: 1 }

/** What a derivation takes. Salt: 16 bytes. */
export interface Derivation {
  passphrase: string
  salt: Uint8Array
  cost: Argon2Cost
}
/** 32 bytes out of a passphrase; the program does it in a worker (about half a second), tests directly. */
export type DeriveKey = (derivation: Derivation) => Promise<Uint8Array>

/** Derives in this thread. The passphrase counts in NFC: another keyboard may compose its letters in another way. */
export const deriveKey: DeriveKey = ({ passphrase, salt, cost }) =>
  argon2id({
    password: new TextEncoder().encode(passphrase.normalize('NFC')),
    salt,
    memorySize: cost.memoryKib,
    iterations: cost.passes,
    parallelism: cost.lanes,
    hashLength: 32,
    outputType: 'binary',
  })
