import { useEffect, useState } from 'react'
import { labelOf } from '../../shared/core/lists'
import { formatMoment } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { DEMO_PASSPHRASE, type ShellState } from '../../shared/workspace/shell'
import { mustChangeFirst } from '../../shared/workspace/users'
import { shell } from '../app/client'
import { Button, Notice, SelectField } from '../ui'
import { useAttempt } from './attempt'
import { faultsOf, NewPassphraseFields, noPassphrase, PassphraseField, ShowSigns } from './PassphraseFields'
import styles from './StartScreen.module.css'

export type LockedWorkspace = Extract<ShellState['workspace'], { phase: 'locked' }>

/** Who and which passphrase. After a wrong one the wait is counted down on the button. */
export function UnlockForm({ locked, onRecover }: { locked: LockedWorkspace; onRecover: () => void }) {
  const { users } = locked.opened
  const [userId, setUserId] = useState(users[0]?.id ?? null)
  const [passphrase, setPassphrase] = useState('')
  const [isShown, setShown] = useState(false)
  const attempt = useAttempt()
  const seconds = useSecondsUntil(locked.waitUntil)
  const { holder } = locked
  const [next, setNext] = useState(noPassphrase)
  const [showsFaults, setShowsFaults] = useState(false)
  // Somebody else chose this passphrase: it opens once, and only together with an own one.
  const mustChange = users.find(({ id }) => id === userId)?.mustChange ?? false
  const whyNot =
    seconds > 0
      ? t('Nächster Versuch in {seconds, plural, one {# Sekunde} other {# Sekunden}}.', { seconds })
      : attempt.isRunning
        ? t('Die Passphrase wird geprüft.')
        : passphrase === ''
          ? t('Geben Sie die Passphrase ein.')
          : null
  const unlock = async (how: 'unlock' | 'openBackup') => {
    if (whyNot !== null || userId === null) return
    const faults = faultsOf(next)
    const sets = mustChange && how === 'unlock'
    setShowsFaults(sets)
    if (sets && (faults.first !== null || faults.second !== null)) return
    const asked = { userId, passphrase }
    const isOpen = await attempt.run(() => (sets ? shell('unlock', { ...asked, next: next.first }) : shell(how, asked)))
    if (isOpen) setPassphrase('')
  }
  const failure =
    attempt.failure &&
    t(
      attempt.failure.failure.sentence,
      'seconds' in attempt.failure.failure.params ? { ...attempt.failure.failure.params, seconds } : attempt.failure.failure.params,
    )
  return (
    <form
      className={styles.form}
      aria-label={t('Entsperren')}
      onSubmit={(event) => {
        event.preventDefault()
        void unlock('unlock')
      }}
    >
      <SelectField
        label={t('Person')}
        hasNone={false}
        value={userId}
        onChange={setUserId}
        options={users.map(({ id, name, role }) => ({ code: id, label: `${name} – ${labelOf('role', role)}` }))}
      />
      <PassphraseField
        label={t('Passphrase')}
        hint={locked.opened.isDemo ? t('Der Musterkreis öffnet mit „{passphrase}“.', { passphrase: DEMO_PASSPHRASE }) : undefined}
        autoFocus
        value={passphrase}
        isShown={isShown}
        error={failure}
        onChange={setPassphrase}
      />
      {mustChange ? (
        <>
          <Notice kind="info">{t(mustChangeFirst.sentence)}</Notice>
          <NewPassphraseFields
            value={{ ...next, isShown }}
            onChange={(changed) => {
              setNext(changed)
              setShown(changed.isShown)
            }}
            showsFaults={showsFaults}
          />
        </>
      ) : (
        <ShowSigns isShown={isShown} onChange={setShown} />
      )}
      <div className={styles.indented}>
        <div className={styles.buttons}>
          <Button type="submit" look="primary" whyNot={whyNot}>
            {seconds > 0 ? t('Entsperren – in {seconds} s', { seconds }) : attempt.isRunning ? t('Wird geprüft …') : t('Entsperren')}
          </Button>
          <Button look="quiet" onPress={onRecover}>
            {t('Mit Wiederherstellungsschlüssel …')}
          </Button>
        </div>
      </div>
      {holder && (
        <Notice
          kind="warning"
          action={
            holder.hasBackup ? (
              <Button whyNot={whyNot} onPress={() => void unlock('openBackup')}>
                {t('Letzte Sicherung zum Lesen öffnen')}
              </Button>
            ) : undefined
          }
        >
          <b>{t('Der Arbeitsbereich ist zurzeit an einem anderen Platz offen.')}</b>{' '}
          {t(
            'Seit {since} an {host} von {user}. Warten Sie, bis er dort geschlossen wird; mit Ihrer Passphrase können Sie die letzte Sicherung lesen.',
            { since: formatMoment(holder.since), host: holder.host, user: holder.user },
          )}
        </Notice>
      )}
    </form>
  )
}

/** Whole seconds until a moment (UTC ms), counted down; 0 if it has passed or there is none. */
function useSecondsUntil(moment: number | null): number {
  const [now, setNow] = useState(() => Date.now())
  const isAhead = moment !== null && moment > now
  useEffect(() => {
    setNow(Date.now())
    if (moment === null || moment <= Date.now()) return
    const timer = setInterval(() => setNow(Date.now()), 200)
    return () => clearInterval(timer)
  }, [moment, isAhead])
  return moment === null ? 0 : Math.max(0, Math.ceil((moment - now) / 1000))
}
