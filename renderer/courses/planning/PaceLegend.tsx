import { t } from '../../../shared/i18n/text'
import { Pace } from './PaceMark'
import styles from './planning.module.css'
import strip from './StripPlot.module.css'

/** What the signs in the strips mean, and the keys of the view. */
export function PaceLegend({ near }: { near: number }) {
  return (
    <div className={styles.legend}>
      <Pace pace={2} />
      <Pace pace={3} />
      <Pace pace={4} />
      <span className={strip.pace}>
        <svg width={16} height={10} aria-hidden>
          <rect className={strip.band} width={16} height={10} />
        </svg>
        {t('Niveauband ± {near}', { near })}
      </span>
      <span className={strip.pace}>
        <svg width={8} height={12} aria-hidden>
          <path className={strip.median} d="M4 0v12" />
        </svg>
        {t('Mitte')}
      </span>
      <span className={styles.keys}>
        <kbd>↑↓</kbd> {t('Gruppe')} <kbd>V</kbd> {t('Person verschieben')} <kbd>{t('Strg')} Z</kbd> {t('zurück')}
      </span>
    </div>
  )
}
