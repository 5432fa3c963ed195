import type * as z from 'zod'
import { formatMoment } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import type { RecentWorkspace } from '../../shared/workspace/shell'
import { shell } from '../app/client'
import { IconButton } from '../ui'
import styles from './StartScreen.module.css'

type Recent = z.infer<typeof RecentWorkspace>

/** Workspaces that were open on this PC. One that is not there now says so and can be taken off the list. */
export function RecentList({
  recent,
  openFolder,
  onOpen,
}: {
  recent: readonly Recent[]
  openFolder: string | null
  onOpen: (id: string) => void
}) {
  if (recent.length === 0) {
    return (
      <p className={styles.none}>
        {t(
          'Auf diesem Rechner war noch kein Arbeitsbereich offen. Legen Sie einen an, öffnen Sie einen vorhandenen Ordner oder sehen Sie sich den Musterkreis an.',
        )}
      </p>
    )
  }
  return (
    <ul className={styles.recent} aria-label={t('Arbeitsbereiche auf diesem Rechner')}>
      {recent.map((one) => (
        <li key={one.id} className={styles.recentLine}>
          <button
            type="button"
            className={styles.recentButton}
            aria-current={one.folder === openFolder ? 'true' : undefined}
            onClick={() => onOpen(one.id)}
          >
            <b>{one.countyName}</b>
            <span className={styles.muted}>{one.isDemo ? t('Beispieldaten') : one.officeName}</span>
            <span className={styles.muted} title={one.folder}>
              {one.folder}
            </span>
            <span className={styles.muted}>
              {one.isMissing ? t('Ordner ist gerade nicht erreichbar') : t('zuletzt {moment}', { moment: formatMoment(one.openedAt) })}
            </span>
          </button>
          {one.isMissing && (
            <IconButton
              label={t('{county} aus der Liste nehmen', { county: one.countyName })}
              icon="close"
              onPress={() => void shell('forgetRecent', { recent: one.id })}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
