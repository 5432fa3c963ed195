import { useState } from 'react'
import { t } from '../../shared/i18n/text'
import { shell } from '../app/client'
import { useNotices } from '../app/noticeStore'
import { useWhyNot } from '../app/office'
import { Button, Notice, Section } from '../ui'
import { useAttempt } from './attempt'
import { useNewKey } from './newKey'
import { faultsOf, NewPassphraseFields, noPassphrase, PassphraseField, ShowSigns } from './PassphraseFields'
import styles from './SettingsView.module.css'

/** A new passphrase for the person who is here. */
export function ChangePassphrase() {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState(noPassphrase)
  const [showsFaults, setShowsFaults] = useState(false)
  const attempt = useAttempt()
  const { say } = useNotices()
  const change = async () => {
    setShowsFaults(true)
    const faults = faultsOf(next)
    if (current === '' || faults.first !== null || faults.second !== null) return
    if (!(await attempt.run(() => shell('changePassphrase', { current, next: next.first })))) return
    setCurrent('')
    setNext(noPassphrase)
    setShowsFaults(false)
    say('success', t('Die Passphrase ist geändert. Ab jetzt gilt nur noch die neue.'))
  }
  return (
    <Section level={2} title={t('Passphrase ändern')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void change()
        }}
      >
        <PassphraseField
          label={t('Bisherige Passphrase')}
          value={current}
          isShown={next.isShown}
          onChange={setCurrent}
          error={showsFaults && current === '' ? t('Geben Sie die bisherige Passphrase ein.') : null}
        />
        <NewPassphraseFields value={next} onChange={setNext} showsFaults={showsFaults} />
        {attempt.failure && <Notice kind="error">{attempt.failure.sentence}</Notice>}
        <Button type="submit" whyNot={attempt.isRunning ? t('Die Passphrase wird geprüft.') : null}>
          {t('Passphrase ändern')}
        </Button>
      </form>
    </Section>
  )
}

/** A new recovery key, where the old one is lost or was seen by somebody. */
export function RenewRecoveryKey() {
  const [passphrase, setPassphrase] = useState('')
  const [isShown, setShown] = useState(false)
  const attempt = useAttempt()
  const notMine = useWhyNot('workspace', 'coordinate')
  const renew = () =>
    attempt.run(async () => {
      const { recoveryKey } = await shell('renewRecoveryKey', { passphrase })
      setPassphrase('')
      useNewKey.setState({ key: recoveryKey })
    })
  return (
    <Section level={2} title={t('Wiederherstellungsschlüssel erneuern')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (passphrase !== '' && notMine === null) void renew()
        }}
      >
        <p className={styles.text}>{t('Der alte Ausdruck öffnet danach nichts mehr. Vernichten Sie ihn.')}</p>
        {notMine && <Notice kind="info">{notMine}</Notice>}
        <PassphraseField label={t('Passphrase')} value={passphrase} isShown={isShown} onChange={setPassphrase} />
        <ShowSigns isShown={isShown} onChange={setShown} />
        {attempt.failure && <Notice kind="error">{attempt.failure.sentence}</Notice>}
        <Button
          type="submit"
          whyNot={
            notMine ??
            (attempt.isRunning ? t('Die Passphrase wird geprüft.') : passphrase === '' ? t('Geben Sie die Passphrase ein.') : null)
          }
        >
          {t('Neuen Schlüssel erzeugen …')}
        </Button>
      </form>
    </Section>
  )
}
