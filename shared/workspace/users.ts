// Who may change who has access, and what never happens. Screen and main process ask the same rule.
import * as z from 'zod'
import { type Failure, failure, type FailureParams, notAllowed, WorkbenchError } from '../core/errors'
import { ROLES } from './roles'

export const ownRights = failure(
  'workspace/own-rights',
  'Ihre eigene Rolle und Ihren eigenen Zugang kann nur eine andere Koordination ändern oder entfernen. So bleibt immer jemand mit allen Rechten.',
)
export const ownPassphrase = failure(
  'workspace/own-passphrase',
  'Ihre eigene Passphrase ändern Sie unter Arbeitsbereich, Einstellungen. Zurücksetzen ist für andere Personen.',
)
export const userGone = failure(
  'workspace/user-gone',
  'Diese Person hat keinen Zugang mehr. Jemand hat ihn inzwischen entfernt; es wurde nichts geändert.',
)
export const userNameTaken = failure<{ name: string }>(
  'workspace/user-name-taken',
  'Den Namen „{name}“ hat schon eine andere Person mit Zugang. Schreiben Sie dazu, was die beiden unterscheidet, zum Beispiel die Funktion.',
)
export const tooManyUsers = failure<{ most: number }>(
  'workspace/too-many-users',
  'Mehr als {most} Personen mit Zugang sind nicht möglich. Entfernen Sie zuerst Zugänge, die niemand mehr braucht.',
)
export const mustChangeFirst = failure(
  'workspace/must-change-first',
  'Diese Passphrase hat die Koordination vergeben. Setzen Sie beim ersten Entsperren eine eigene, die sonst niemand kennt.',
)
export const samePassphrase = failure(
  'workspace/same-passphrase',
  'Die neue Passphrase ist die bisherige. Nehmen Sie eine andere, die sonst niemand kennt.',
)

const Name = z.string().trim().min(1).max(200)
/** What people decide of a user. `functionName`: what the history calls this user, which travels; `null`: the name. */
export const UserAbout = z.object({ name: Name, functionName: Name.nullable(), role: z.enum(ROLES) })
export type UserAbout = z.infer<typeof UserAbout>
/** A user as screens show one. `mustChange`: the passphrase was chosen by somebody else and is good for one unlock. */
export const WorkspaceUser = UserAbout.extend({ id: z.string(), mustChange: z.boolean() })
export type WorkspaceUser = z.infer<typeof WorkspaceUser>

/** What a coordinator can do to those who have access; the passphrases are not this rule's matter. */
export type UserChange =
  | { kind: 'add'; about: UserAbout }
  | { kind: 'change'; userId: string; about: UserAbout }
  | { kind: 'reset'; userId: string }
  | { kind: 'remove'; userId: string }

/** What a keyring can hold. */
export const MOST_USERS = 500

/**
 * Why `by` may not make a change, or `null`. Only coordinators change users, and nobody takes a right from himself: so whoever makes a
 * change is a coordinator after it, too, and there is always one.
 */
export function refusalOf(users: readonly WorkspaceUser[], by: string, change: UserChange): WorkbenchError | null {
  const refused = <Params extends FailureParams>(definition: Failure<Params>, params: Params) => new WorkbenchError(definition, params)
  if (users.find(({ id }) => id === by)?.role !== 'coordinator') return refused(notAllowed, { right: 'coordinate' })
  if (change.kind === 'add' && users.length >= MOST_USERS) return refused(tooManyUsers, { most: MOST_USERS })
  const changed = change.kind === 'add' ? null : users.find(({ id }) => id === change.userId)
  if (changed === undefined) return refused(userGone, {})
  if (changed?.id === by) {
    if (change.kind === 'reset') return refused(ownPassphrase, {})
    if (change.kind === 'remove' || (change.kind === 'change' && change.about.role !== changed.role)) return refused(ownRights, {})
  }
  if (change.kind === 'add' || change.kind === 'change') {
    const { name } = change.about
    const isTaken = users.some((other) => other !== changed && plain(other.name) === plain(name))
    if (isTaken) return refused(userNameTaken, { name })
  }
  return null
}

/** Two names that look the same on the lock screen are the same. */
function plain(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}
