import { t } from '../../../shared/i18n/text'
import { type GroupPicture, stacked } from './figures'
import { PaceMark } from './PaceMark'
import styles from './StripPlot.module.css'

const HEIGHT = 30
const LINES = [0, 20, 40, 60, 80, 100]

interface Props {
  name: string
  picture: GroupPicture
  /** Points on each side of the middle that the band names (the weight `near`). */
  near: number
  chosen: string | null
}

/** One group on the scale of 0 to 100 points: its band, its median, one mark a person. The sentence says what the picture shows. */
export function StripPlot({ name, picture, near, chosen }: Props) {
  const { members, centre, median } = picture
  const places = stacked(
    members.map(({ score }) => score),
    HEIGHT - 6,
  )
  const label = t('{name}: {count} Personen, Punkte {least} bis {most}, Mitte {median}', {
    name,
    count: members.length,
    least: members[0]?.score ?? 0,
    most: members.at(-1)?.score ?? 0,
    median,
  })
  const start = Math.max(0, centre - near)
  return (
    <svg className={styles.strip} width="100%" height={HEIGHT} role="img" aria-label={label}>
      {LINES.map((at) => (
        <line key={at} className={styles.grid} x1={`${at}%`} x2={`${at}%`} y1={-2} y2={HEIGHT + 2} />
      ))}
      <rect className={styles.band} x={`${start}%`} y={2} width={`${Math.min(100, centre + near) - start}%`} height={HEIGHT - 4} />
      <line className={styles.median} x1={`${median}%`} x2={`${median}%`} y1={2} y2={HEIGHT - 2} />
      {members.map((one, index) => {
        const place = places[index]
        return (
          <svg key={one.id} x={`${place?.left ?? 0}%`} y={(place?.top ?? 0) + 3} className={styles.mark}>
            <PaceMark pace={one.pace} />
            {one.id === chosen && <circle className={styles.ring} r={7} />}
          </svg>
        )
      })}
    </svg>
  )
}

/** The scale above the strips. */
export function StripScale() {
  return (
    <svg className={styles.scale} width="100%" height={16} aria-hidden>
      {LINES.map((at) => (
        <text key={at} x={`${at}%`} y={12} textAnchor="middle">
          {at}
        </text>
      ))}
    </svg>
  )
}
