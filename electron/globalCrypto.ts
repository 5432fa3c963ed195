// Node 18 (the test runtime) has no global `crypto` in workers; some libraries ask for it while they load. First import of every entry.
import { webcrypto } from 'node:crypto'

if (globalThis.crypto === undefined) Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true })
