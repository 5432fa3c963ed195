import { useState } from 'react'
import { t } from '../../shared/i18n/text'
import { shell } from '../app/client'
import { Button, Notice, SelectField, TextField } from '../ui'
import { useAttempt } from './attempt'
import { faultsOf, NewPassphraseFields, noPassphrase } from './PassphraseFields'
import styles from './StartScreen.module.css'
import type { LockedWorkspace } from './UnlockForm'

/** Opens with the printed recovery key and sets a new passphrase in the same step. */
export function RecoverForm({ locked, onCancel }: { locked: LockedWorkspace; onCancel: () => void }) {
  const { users } = locked.opened
  const [userId, setUserId] = useState(users[0]?.id ?? null)
  const [recoveryKey, setRecoveryKey] = useState('')
  const [next, setNext] = useState(noPassphrase)
  const [showsFaults, setShowsFaults] = useState(false)
  const attempt = useAttempt()
  const faults = faultsOf(next)
  const recover = async () => {
    setShowsFaults(true)
    if (userId === null || recoveryKey.trim() === '' || faults.first !== null || faults.second !== null) return
    await attempt.run(() => shell('unlockWithRecoveryKey', { userId, recoveryKey, passphrase: next.first }))
  }
  return (
    <form
      className={styles.form}
      aria-label={t('Mit Wiederherstellungsschlüssel öffnen')}
      onSubmit={(event) => {
        event.preventDefault()
        void recover()
      }}
    >
      <p className={styles.lead}>
        {t(
          'Schreiben Sie den Schlüssel vom Ausdruck ab. Groß und klein, Leerzeichen und Striche sind gleich. Danach gilt die neue Passphrase.',
        )}
      </p>
      <SelectField
        label={t('Person')}
        hasNone={false}
        value={userId}
        onChange={setUserId}
        options={users.map(({ id, name }) => ({ code: id, label: name }))}
      />
      <TextField
        label={t('Schlüssel vom Ausdruck')}
        lines={2}
        maxLength={200}
        value={recoveryKey}
        onChange={setRecoveryKey}
        autoFocus
        error={showsFaults && recoveryKey.trim() === '' ? t('Geben Sie den Schlüssel vom Ausdruck ein.') : null}
      />
      <NewPassphraseFields value={next} onChange={setNext} showsFaults={showsFaults} />
      {attempt.failure && <Notice kind="error">{attempt.failure.sentence}</Notice>}
      <div className={`${styles.buttons} ${styles.indented}`}>
        <Button type="submit" look="primary" whyNot={attempt.isRunning ? t('Der Schlüssel wird geprüft.') : null}>
          {t('Öffnen und Passphrase setzen')}
        </Button>
        <Button onPress={onCancel}>{t('Abbrechen')}</Button>
      </div>
    </form>
  )
}
