import { allows, type Right } from '../../shared/core/call'
import type { RoomName } from '../../shared/rooms'
import { dayOf } from '../../shared/core/clock'
import { workspace } from '../../shared/workspace/calls'
import { useLive } from './live'

/** County, office, who works here and what they may; `undefined` until the first answer. */
export function useOffice() {
  return useLive(workspace.getOffice, {}).value
}

/** Today in Europe/Berlin as the workspace counts it. */
export function useToday(): string {
  return useOffice()?.today ?? dayOf(Date.now())
}

/** True if the user may do what asks for `right` in a room. The main process enforces it; this only keeps closed doors out of sight. */
export function useMay(room: RoomName, right: Right): boolean {
  const held = useOffice()?.rights[room]
  return held !== undefined && allows(held, right)
}
