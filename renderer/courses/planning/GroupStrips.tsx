import { labelOf } from '../../../shared/core/lists'
import { formatNumber } from '../../../shared/i18n/format'
import { t } from '../../../shared/i18n/text'
import { RecordTable } from '../../ui'
import type { GroupPicture } from './figures'
import { Pace } from './PaceMark'
import type { PlannedProblem } from './store'
import { StripPlot, StripScale } from './StripPlot'
import styles from './planning.module.css'

interface Props {
  base: PlannedProblem
  pictures: readonly GroupPicture[]
  current: string | null
  chosenPerson: string | null
  onCurrent: (groupId: string) => void
}

/** The open groups, one row each: time and place, seats, who sits where on the scale of points, spread, way, pace. */
export function GroupStrips({ base: { names, problem }, pictures, current, chosenPerson, onCurrent }: Props) {
  const nameOf = (id: string) => names[id] ?? id
  return (
    <RecordTable
      label={t('Gruppen mit Niveauverteilung')}
      rows={pictures}
      rowId={({ group }) => group.id}
      rowHeight={38}
      current={current}
      onCurrent={onCurrent}
      empty={t('In diesem Plan ist keine Gruppe offen.')}
      columns={[
        {
          key: 'group',
          label: t('Gruppe'),
          width: 7,
          cell: ({ group }) => <TwoLines first={nameOf(group.id)} second={labelOf('courseType', group.type)} />,
        },
        {
          key: 'slot',
          label: t('Zeit, Ort'),
          width: 8.25,
          cell: ({ group }) => <TwoLines first={labelOf('slot', group.slot)} second={nameOf(group.site)} />,
        },
        {
          key: 'seats',
          label: t('Plätze'),
          width: 4.5,
          align: 'end',
          cell: ({ group, members }) => <Seats taken={members.length} of={group.maxSize} />,
        },
        {
          key: 'strip',
          label: t('Punkte der Einstufung'),
          head: (
            <div className={styles.strip}>
              <StripScale />
            </div>
          ),
          cell: (picture) => (
            <div className={styles.strip}>
              <StripPlot name={nameOf(picture.group.id)} picture={picture} near={problem.weights.near} chosen={chosenPerson} />
            </div>
          ),
        },
        { key: 'range', label: t('Spannw.'), width: 4.25, align: 'end', cell: ({ range }) => formatNumber(range) },
        { key: 'way', label: t('Weg Min.'), width: 4.5, align: 'end', cell: ({ meanMinutes }) => formatNumber(meanMinutes, 0) },
        { key: 'pace', label: t('Tempo'), width: 5.5, cell: ({ pace }) => <Pace pace={pace} /> },
      ]}
    />
  )
}

/** The figures, and a bar that repeats them. */
function Seats({ taken, of }: { taken: number; of: number }) {
  return (
    <>
      {t('{seated} / {seats}', { seated: taken, seats: of })}
      <span className={styles.seats} aria-hidden>
        <span style={{ inlineSize: `${Math.min(100, (taken / of) * 100)}%` }} />
      </span>
    </>
  )
}

function TwoLines({ first, second }: { first: string; second: string }) {
  return (
    <>
      {first}
      <div className={styles.second}>{second}</div>
    </>
  )
}
