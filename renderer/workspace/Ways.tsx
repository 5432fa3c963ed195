import { t } from '../../shared/i18n/text'
import { Icon, type IconName } from '../ui'
import styles from './StartScreen.module.css'

interface WaysProps {
  isTestRuntime: boolean
  isBusy: boolean
  onCreate: () => void
  onOpenFolder: () => void
  onUnpack: () => void
  onDemo: () => void
}

/** The other ways in, and what is good to know before. */
export function Ways({ isTestRuntime, isBusy, onCreate, onOpenFolder, onUnpack, onDemo }: WaysProps) {
  return (
    <section className={styles.right} aria-label={t('Andere Wege')}>
      <h2>{t('Neu beginnen')}</h2>
      <ul className={styles.ways}>
        <Way icon="plus" title={t('Arbeitsbereich anlegen')} onPress={onCreate}>
          {t('Für Ihren Landkreis: Name, Stelle, Passphrase. Am Ende drucken Sie den Wiederherstellungsschlüssel aus. Etwa 4 Minuten.')}
        </Way>
        <Way icon="folder" title={t('Vorhandenen Arbeitsbereich öffnen')} onPress={onOpenFolder}>
          {t('Ein Ordner mit der Endung .kwb von diesem Rechner, einem Netzlaufwerk, einem Stick oder aus einer Sicherung.')}
        </Way>
        <Way icon="folder" title={t('Kopie auspacken')} onPress={onUnpack}>
          {t('Eine Datei mit der Endung .kwbz, in die ein Arbeitsbereich kopiert wurde.')}
        </Way>
        <Way icon="start" title={t('Musterkreis ansehen')} onPress={onDemo} isBusy={isBusy}>
          {t(
            'Erfundener Landkreis mit Teilnehmenden, Kursträgern und Kursen. Bleibt auf diesem Rechner und mischt sich nie mit Ihren Daten.',
          )}
        </Way>
      </ul>
      <h2>{t('Gut zu wissen')}</h2>
      <ul className={styles.known}>
        <li>{t('Alles liegt in einer verschlüsselten Datei. Das Programm baut keine Verbindung ins Netz auf.')}</li>
        <li>{t('Ohne Passphrase und ohne Wiederherstellungsschlüssel kann niemand die Datei öffnen, auch wir nicht.')}</li>
        <li>{t('Sicherungen entstehen von selbst und sind ebenso verschlüsselt.')}</li>
        {isTestRuntime && <li>{t('Diese Testlaufzeit ist alt und nur zum Ausprobieren gedacht.')}</li>}
      </ul>
    </section>
  )
}

function Way({
  icon,
  title,
  children,
  onPress,
  isBusy = false,
}: {
  icon: IconName
  title: string
  children: string
  onPress: () => void
  isBusy?: boolean
}) {
  return (
    <li>
      <button type="button" className={styles.way} aria-disabled={isBusy || undefined} onClick={() => !isBusy && onPress()}>
        <Icon name={icon} />
        <span>
          <b className={styles.wayTitle}>{title}</b>
          <span className={styles.wayText}>{isBusy ? t('Wird vorbereitet …') : children}</span>
        </span>
        <Icon name="chevronRight" />
      </button>
    </li>
  )
}
