import { useState } from 'react'
import { labelOf } from '../../shared/core/lists'
import { t } from '../../shared/i18n/text'
import { type Role, ROLES } from '../../shared/workspace/roles'
import { ownPassphrase, ownRights, type WorkspaceUser } from '../../shared/workspace/users'
import { shell } from '../app/client'
import { useNotices } from '../app/noticeStore'
import { Button, FormBar, Panel, Section, SelectField, TextField } from '../ui'
import { PassphraseDialog } from './PassphraseDialog'
import { AddUserDialog, RemoveUserDialog, ResetPassphraseDialog } from './userDialogs'
import { useUserForm } from './userForm'
import styles from './UserPanel.module.css'

interface UserPanelProps {
  /** `null`: somebody new. */
  user: WorkspaceUser | null
  users: readonly WorkspaceUser[]
  /** Id of the user who is here. */
  me: string
  focusKey: number | null
  onClose: () => void
}

/** Somebody with access: name, function, role; a new passphrase; the end of the access. */
export function UserPanel({ user, users, me, focusKey, onClose }: UserPanelProps) {
  const form = useUserForm(user, users, me)
  // Saving waits for the dialog that asks the passphrase; it tells how that ended.
  const [saving, setSaving] = useState<{ end(isSaved: boolean): void } | null>(null)
  const { say } = useNotices()
  const end = (isSaved: boolean) => {
    saving?.end(isSaved)
    setSaving(null)
  }
  const isMe = user?.id === me
  return (
    <Panel
      title={user?.name ?? t('Neue Person mit Zugang')}
      identity={user === null ? undefined : labelOf('role', user.role)}
      onClose={onClose}
      focusKey={focusKey}
      bar={
        <FormBar
          forms={[form]}
          isNew={user === null}
          onClose={onClose}
          onSave={() => new Promise<boolean>((resolve) => setSaving({ end: resolve }))}
        />
      }
    >
      <Section title={t('Person')}>
        <div className={styles.fields}>
          <TextField
            label={t('Name')}
            isRequired
            maxLength={200}
            value={form.values.name}
            before={user !== null && form.values.name !== user.name ? user.name : undefined}
            error={form.nameError}
            hint={t('Steht auf dem Sperrbildschirm und im Protokoll dieses Arbeitsbereichs.')}
            onChange={(name) => form.set({ name })}
          />
          <TextField
            label={t('Funktion')}
            maxLength={200}
            value={form.values.functionName}
            before={user !== null && form.about.functionName !== user.functionName ? (user.functionName ?? '–') : undefined}
            hint={t('Steht im Verlauf anstelle des Namens, zum Beispiel „Kurskoordination“. Der Verlauf geht auch an andere Stellen.')}
            onChange={(functionName) => form.set({ functionName })}
          />
          <SelectField
            label={t('Rolle')}
            hasNone={false}
            value={form.values.role}
            before={user !== null && form.values.role !== user.role ? labelOf('role', user.role) : undefined}
            locked={isMe ? t(ownRights.sentence) : null}
            hint={isMe ? undefined : roleText(form.values.role)}
            onChange={form.setRole}
            options={ROLES.map((code) => ({ code, label: labelOf('role', code) }))}
          />
        </div>
      </Section>
      {user !== null && <Access user={user} isMe={isMe} onRemoved={onClose} />}
      {saving !== null && user === null && (
        <AddUserDialog
          about={form.about}
          onClose={() => end(false)}
          onDone={() => {
            end(true)
            onClose()
            say('success', t('Der Zugang für {name} ist angelegt.', { name: form.about.name }))
          }}
        />
      )}
      {saving !== null && user !== null && (
        <PassphraseDialog
          title={t('Angaben zu {name} ändern?', { name: user.name })}
          verb={t('Ändern')}
          ask={(passphrase) => shell('changeUser', { passphrase, userId: user.id, about: form.about })}
          onClose={() => end(false)}
          onDone={() => {
            end(true)
            say('success', t('Gespeichert. Für {name} gilt es ab dem nächsten Entsperren.', { name: form.about.name }))
          }}
        />
      )}
    </Panel>
  )
}

/** A new passphrase for somebody who forgot theirs, and the end of the access. */
function Access({ user, isMe, onRemoved }: { user: WorkspaceUser; isMe: boolean; onRemoved: () => void }) {
  const [asking, setAsking] = useState<'reset' | 'remove' | null>(null)
  const { say } = useNotices()
  const close = () => setAsking(null)
  return (
    <Section title={t('Zugang')}>
      <div className={styles.acts}>
        <Button whyNot={isMe ? t(ownPassphrase.sentence) : null} onPress={() => setAsking('reset')}>
          {t('Passphrase zurücksetzen …')}
        </Button>
        <Button look="danger" whyNot={isMe ? t(ownRights.sentence) : null} onPress={() => setAsking('remove')}>
          {t('Zugang entfernen …')}
        </Button>
      </div>
      {isMe && <p className={styles.text}>{t(ownPassphrase.sentence)}</p>}
      {asking === 'reset' && (
        <ResetPassphraseDialog
          user={user}
          onClose={close}
          onDone={() => {
            close()
            say('success', t('{name} hat eine neue Passphrase. Die alte öffnet nichts mehr.', { name: user.name }))
          }}
        />
      )}
      {asking === 'remove' && (
        <RemoveUserDialog
          user={user}
          onClose={close}
          onDone={() => {
            onRemoved()
            say('success', t('{name} hat keinen Zugang mehr.', { name: user.name }))
          }}
        />
      )}
    </Section>
  )
}

function roleText(role: Role): string {
  if (role === 'reader') return t('Sieht Kurse, Orte und Zahlen, aber keine Namen von Personen.')
  if (role === 'dpo') return t('Liest alles, auch das Zugriffsprotokoll, und ändert nichts.')
  if (role === 'editor') return t('Liest und bearbeitet alle Bereiche.')
  return t('Bearbeitet alle Bereiche und verwaltet Zugänge und Schlüssel.')
}
