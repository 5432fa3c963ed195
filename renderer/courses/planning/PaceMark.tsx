import styles from './StripPlot.module.css'
import { t } from '../../../shared/i18n/text'

// 1 and 2 are slow, 3 regular, 4 and 5 fast (domain.md 3, planner value of the pace).
const SLOWEST_REGULAR = 3

/** The sign of a learning pace around the origin of an SVG: square slow, circle regular, triangle fast. Never by colour alone. */
export function PaceMark({ pace }: { pace: number }) {
  if (pace < SLOWEST_REGULAR) return <rect className={styles.slow} x={-2.7} y={-2.7} width={5.4} height={5.4} />
  if (pace === SLOWEST_REGULAR) return <circle className={styles.regular} r={3} />
  return <path className={styles.fast} d="M0 -3.4 L3.3 2.8 L-3.3 2.8 z" />
}

/** The word for a pace of 1 to 5. */
export function paceWord(pace: number): string {
  if (pace < SLOWEST_REGULAR) return t('langsam')
  return pace === SLOWEST_REGULAR ? t('mittel') : t('schnell')
}

/** Sign and word of a pace in a line of text. */
export function Pace({ pace }: { pace: number }) {
  return (
    <span className={styles.pace}>
      <svg width={10} height={10} viewBox="-5 -5 10 10" aria-hidden>
        <PaceMark pace={pace} />
      </svg>
      {paceWord(pace)}
    </span>
  )
}
