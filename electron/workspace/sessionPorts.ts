import type { WriteWithNewKey } from '../store/newKeyInWorker'
import type { OpeningPorts } from './openWorkspace'
import type { UnlockingPorts } from './unlocking'

/** What a session needs of the program; tests pass their own. */
export interface SessionPorts extends Omit<OpeningPorts, 'memory'>, UnlockingPorts {
  writeWithNewKey: WriteWithNewKey
  memory: UnlockingPorts['memory'] & OpeningPorts['memory']
}
