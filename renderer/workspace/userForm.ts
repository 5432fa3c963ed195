// What is being typed about somebody with access, kept like every other unsaved input.
import { useState } from 'react'
import * as z from 'zod'
import { t } from '../../shared/i18n/text'
import { type Role, ROLES } from '../../shared/workspace/roles'
import { refusalOf, type UserAbout, userNameTaken, type WorkspaceUser } from '../../shared/workspace/users'
import { useDraft } from '../app/drafts'

const Typed = z.object({ name: z.string(), functionName: z.string(), role: z.enum(ROLES) })
type Typed = z.infer<typeof Typed>

/** The form over one user, or over a new one (`null`), in the shape that `FormBar` takes. */
export function useUserForm(user: WorkspaceUser | null, users: readonly WorkspaceUser[], me: string) {
  const kept = useDraft<Typed>(`workspace/user/${user?.id ?? 'new'}`)
  const [showsFaults, setShowsFaults] = useState(false)
  const saved: Typed = { name: user?.name ?? '', functionName: user?.functionName ?? '', role: user?.role ?? 'editor' }
  // A draft of another version may have another shape.
  const values = z.safeParse(Typed, kept.values).data ?? saved
  const about: UserAbout = {
    name: values.name.trim(),
    functionName: values.functionName.trim() === '' ? null : values.functionName.trim(),
    role: values.role,
  }
  const changed = (Object.keys(saved) as (keyof Typed)[]).filter((name) => values[name] !== saved[name]).length
  const refusal = refusalOf(users, me, user === null ? { kind: 'add', about } : { kind: 'change', userId: user.id, about })
  const nameFault =
    about.name === ''
      ? t('Geben Sie an, wie diese Person auf dem Sperrbildschirm heißt.')
      : refusal?.definition === userNameTaken
        ? t(refusal.definition.sentence, refusal.params)
        : null
  return {
    values,
    about,
    set: (next: Partial<Typed>) => {
      const typed = { ...values, ...next }
      if ((Object.keys(saved) as (keyof Typed)[]).every((name) => typed[name] === saved[name])) kept.drop()
      else kept.set(typed)
    },
    setRole: (role: string | null) => {
      const known = ROLES.find((one): one is Role => one === role)
      if (known !== undefined) kept.set({ ...values, role: known })
    },
    nameError: showsFaults ? nameFault : null,
    changed,
    faults: nameFault === null ? 0 : 1,
    isDirty: changed > 0,
    restoredAt: kept.keptAt,
    showFaults: () => setShowsFaults(true),
    reset: () => {
      setShowsFaults(false)
      kept.drop()
    },
  }
}
