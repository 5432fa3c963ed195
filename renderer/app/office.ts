import { allows, type Right } from '../../shared/core/call'
import type { RoomName } from '../../shared/rooms'
import { dayOf } from '../../shared/core/clock'
import { notAllowed } from '../../shared/core/errors'
import { t } from '../../shared/i18n/text'
import { workspace } from '../../shared/workspace/calls'
import { rightOf } from '../../shared/workspace/roles'
import { readOnlyBackup } from '../../shared/workspace/shell'
import { useLive } from './live'
import type { RoomView } from './room'

/** County, office, who works here and what they may; `undefined` until the first answer. */
export function useOffice() {
  return useLive(workspace.getOffice, {}).value
}

/** Today in Europe/Berlin as the workspace counts it. */
export function useToday(): string {
  return useOffice()?.today ?? dayOf(Date.now())
}

/** Tells which views the user may see; `undefined` until the first answer. The main process enforces it. */
export function useMaySee(): ((room: string, view: Pick<RoomView, 'right'>) => boolean) | undefined {
  const office = useOffice()
  return office && ((room, { right = 'figures' }) => allows(office.rights[room] ?? 'figures', right))
}

/** True if the user may do what asks for `right` in a room. The main process enforces it; this only keeps closed doors out of sight. */
export function useMay(room: RoomName, right: Right): boolean {
  const held = useOffice()?.rights[room]
  return held !== undefined && allows(held, right)
}

/** Why the user may not do what asks for `right` in a room, as the main process would say it; `null`: allowed, or not known yet. */
export function useWhyNot(room: string, right: Right): string | null {
  const office = useOffice()
  const held = office?.rights[room]
  if (office === undefined || held === undefined || allows(held, right)) return null
  const isOnlyTheBackup = allows(rightOf(office.role, { isReadOnly: false }), right)
  return isOnlyTheBackup ? t(readOnlyBackup.sentence) : t(notAllowed.sentence, { right })
}
