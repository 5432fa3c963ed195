import { useState } from 'react'
import { formatDate } from '../../shared/i18n/format'
import { dayOf } from '../../shared/core/clock'
import { t } from '../../shared/i18n/text'
import { shell } from '../app/client'
import { useShell } from '../app/shellState'
import { BareTopBar } from '../app/TopBar'
import { Button, CheckField } from '../ui'
import { useNewKey } from './newKey'
import styles from './StartScreen.module.css'

/** The recovery key in groups, to print and to keep. Nothing goes on before somebody says that it is kept. */
export function RecoveryKeyPage({ recoveryKey }: { recoveryKey: string }) {
  const [isKept, setKept] = useState(false)
  const workspace = useShell(({ state }) => state?.workspace)
  const opened = workspace?.phase === 'none' ? undefined : workspace?.opened
  return (
    <div className={styles.start}>
      <BareTopBar>{null}</BareTopBar>
      <main className={styles.keyPage}>
        <h1 className={styles.title}>{t('Wiederherstellungsschlüssel')}</h1>
        <p>{[opened?.countyName, opened?.officeName, formatDate(dayOf(Date.now()))].filter(Boolean).join(' · ')}</p>
        <p className={styles.lead}>
          {t(
            'Mit diesem Schlüssel öffnen Sie den Arbeitsbereich, wenn niemand mehr eine Passphrase weiß. Er wird nur jetzt gezeigt und nirgends gespeichert. Wer ihn und den Ordner hat, kann alles lesen: Verwahren Sie ihn getrennt vom Rechner, zum Beispiel im Tresor.',
          )}
        </p>
        <ol className={styles.key} aria-label={t('Wiederherstellungsschlüssel in Gruppen')}>
          {recoveryKey.split(/[\s-]+/).map((group, index) => (
            <li key={index} className={styles.keyGroup}>
              <span className={styles.keyNumber} aria-hidden>
                {index + 1}
              </span>
              <code>{group}</code>
            </li>
          ))}
        </ol>
        <div className={styles.screenOnly}>
          <Button icon="print" onPress={() => void shell('print', {})}>
            {t('Drucken …')}
          </Button>
          <CheckField
            isAlone
            label={t('Der Schlüssel ist ausgedruckt oder abgeschrieben und sicher verwahrt.')}
            value={isKept}
            onChange={setKept}
          />
          <Button
            look="primary"
            whyNot={isKept ? null : t('Bestätigen Sie zuerst, dass der Schlüssel verwahrt ist.')}
            onPress={() => useNewKey.setState({ isCreating: false, key: null })}
          >
            {t('Weiter zum Arbeitsbereich')}
          </Button>
        </div>
      </main>
      <footer className={styles.footer} />
    </div>
  )
}
