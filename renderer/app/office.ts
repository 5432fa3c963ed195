import { allows, type Asked, type OutputOf, type Right } from '../../shared/core/call'
import type { RoomName } from '../../shared/rooms'
import { dayOf } from '../../shared/core/clock'
import { notAllowed } from '../../shared/core/errors'
import { t } from '../../shared/i18n/text'
import { workspace } from '../../shared/workspace/calls'
import { roleMay } from '../../shared/workspace/roles'
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
  return office && ((room, { right = 'figures' }) => may(office, room, right))
}

/** True if the user may do what asks for `right` in a room. The main process enforces it; this only keeps closed doors out of sight. */
export function useMay(room: RoomName, right: Right): boolean {
  const office = useOffice()
  return office !== undefined && may(office, room, right)
}

/** Why the user may not do what asks for `right` in a room, as the main process would say it; `null`: allowed, or not known yet. */
export function useWhyNot(room: string, right: Asked): string | null {
  const office = useOffice()
  if (office === undefined || may(office, room, right)) return null
  return roleMay(office.role, { isReadOnly: false }, right) ? t(readOnlyBackup.sentence) : t(notAllowed.sentence, { right })
}

function may({ rights, mayAudit }: OutputOf<typeof workspace.getOffice>, room: string, right: Asked): boolean {
  return right === 'audit' ? mayAudit : allows(rights[room] ?? 'figures', right)
}
