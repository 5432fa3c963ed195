import { t } from '../../shared/i18n/text'
import { Icon } from '../ui'
import type { OpenWorkspace } from './shellState'
import { CopyBand, useCopyOf } from './CopyBand'
import styles from './Band.module.css'

/** What everybody must know while this workspace is open: invented data, a copy, or only to read. */
export function Band({ opened: { opened, isReadOnly } }: { opened: OpenWorkspace }) {
  const copyOf = useCopyOf()
  if (!opened.isDemo && !isReadOnly && copyOf === null) return null
  return (
    <section className={styles.bands} aria-label={t('Über diesen Arbeitsbereich')}>
      {opened.isDemo && (
        <p className={styles.band}>
          <Icon name="info" size={14} />
          <span>
            <b>{t('Beispieldaten')}</b>{' '}
            <span className={styles.more}>
              {t('Dieser Landkreis und alle Personen sind erfunden. Eigene Daten gehören in einen eigenen Arbeitsbereich.')}
            </span>
          </span>
        </p>
      )}
      {copyOf !== null && !isReadOnly && <CopyBand origin={copyOf} />}
      {isReadOnly && (
        <p className={styles.band}>
          <Icon name="lock" size={14} />
          <span>
            <b>{t('Nur zum Lesen')}</b>{' '}
            {t('Dies ist die letzte Sicherung. Änderungen sind erst möglich, wenn der Arbeitsbereich selbst wieder frei ist.')}
          </span>
        </p>
      )}
    </section>
  )
}
