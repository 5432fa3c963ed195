import { useState } from 'react'
import { labelOf } from '../../shared/core/lists'
import { t } from '../../shared/i18n/text'
import type { WorkspaceUser } from '../../shared/workspace/users'
import { useOffice } from '../app/office'
import { usePlace } from '../app/routes'
import { useShell } from '../app/shellState'
import { View } from '../app/View'
import { type Column, EmptyState, RecordTable, StateText, Toolbar } from '../ui'
import { UserPanel } from './UserPanel'

const NEW = 'neu'

/** Who has access to this workspace, in which role, each with a passphrase of their own. */
export function UsersView() {
  const { place, open } = usePlace()
  const workspace = useShell(({ state }) => state?.workspace)
  const me = useOffice()?.userId
  const [focus, setFocus] = useState<number | null>(null)
  if (workspace?.phase !== 'open' || me === undefined) return null
  const { users } = workspace.opened
  const chosen = users.find(({ id }) => id === place.id) ?? null
  const columns: readonly Column<WorkspaceUser>[] = [
    { key: 'name', label: t('Name'), cell: ({ id, name }) => (id === me ? t('{name} (Sie)', { name }) : name) },
    { key: 'functionName', label: t('Im Verlauf'), cell: ({ name, functionName }) => functionName ?? name },
    { key: 'role', label: t('Rolle'), width: 10, cell: ({ role }) => labelOf('role', role) },
    {
      key: 'state',
      label: t('Passphrase'),
      width: 15,
      cell: ({ mustChange }) =>
        mustChange ? (
          <StateText kind="warning">{t('vergeben, noch nicht ersetzt')}</StateText>
        ) : (
          <StateText kind="good">{t('eigene')}</StateText>
        ),
    },
  ]
  const show = (id: string) => {
    setFocus((focus ?? 0) + 1)
    open(id)
  }
  return (
    <View
      acts={[{ label: t('Person hinzufügen'), icon: 'plus', key: 'Control+N', isPrimary: true, run: () => show(NEW) }]}
      bars={
        <Toolbar
          label={t('Personen mit Zugang')}
          count={t('{total, plural, one {# Person} other {# Personen}} mit Zugang', { total: users.length })}
        >
          {t('Jede Person öffnet den Arbeitsbereich mit einer eigenen Passphrase.')}
        </Toolbar>
      }
      panel={
        (chosen !== null || place.id === NEW) && (
          <UserPanel key={place.id} user={chosen} users={users} me={me} focusKey={focus} onClose={() => open(null)} />
        )
      }
    >
      <RecordTable
        label={t('Personen mit Zugang')}
        columns={columns}
        rows={users}
        current={place.id}
        onCurrent={(id) => {
          setFocus(null)
          open(id)
        }}
        onOpen={show}
        empty={<EmptyState title={t('Noch niemand eingetragen.')} />}
      />
    </View>
  )
}
