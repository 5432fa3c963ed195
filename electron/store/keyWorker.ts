// Derives one key and ends: half a second of computing that must not stop the window, and no passphrase stays in its memory.
import '../globalCrypto'
import { parentPort, workerData } from 'node:worker_threads'
import { type Derivation, deriveKey } from './keyDerivation'

// Both ends are ours; the costs were parsed when the keyring was read.
const derivation = workerData as Derivation
void deriveKey(derivation).then((key) => parentPort?.postMessage(key))
