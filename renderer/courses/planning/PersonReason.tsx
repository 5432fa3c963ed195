import { costOfMoves } from '../../../shared/courses/grouping/move'
import type { GroupingPlan } from '../../../shared/courses/grouping/model'
import { formatNumber } from '../../../shared/i18n/format'
import { t } from '../../../shared/i18n/text'
import { Button } from '../../ui'
import { paceWord } from './PaceMark'
import { type PlannedProblem, usePlanning } from './store'
import styles from './planning.module.css'

/** How many other groups the panel names; the dialog "Verschieben nach" has all. */
const NEAREST = 3

/** The chosen person: where they sit, what the next best groups would cost, and which rules they would break. */
export function PersonReason({ base: { problem, names }, plan, personId }: { base: PlannedProblem; plan: GroupingPlan; personId: string }) {
  const setMoving = usePlanning(({ setMoving: set }) => set)
  const who = problem.people.find(({ id }) => id === personId)
  if (who === undefined) return null
  const to = plan.assignments[personId] ?? null
  const others = costOfMoves(problem, plan, personId, names)
    .filter(({ groupId }) => groupId !== null)
    .slice(0, NEAREST)
  return (
    <section className={styles.section} aria-label={t('Gewählte Person')}>
      <h2>
        {names[personId] ?? personId}
        <small>
          {t('{where} · {score} Punkte · {pace}', {
            where: to === null ? t('nicht eingeplant') : (names[to] ?? to),
            score: who.score,
            pace: paceWord(who.pace),
          })}
        </small>
      </h2>
      <table className={styles.moves} aria-label={t('Nächstbeste Gruppen')}>
        <thead>
          <tr>
            <th scope="col">{t('Nächstbeste')}</th>
            <th scope="col" className={styles.cost}>
              {t('Kosten')}
            </th>
            <th scope="col">{t('bricht')}</th>
          </tr>
        </thead>
        <tbody>
          {others.map(({ groupId, delta, broken }) => (
            <tr key={groupId}>
              <th scope="row">{names[groupId ?? ''] ?? groupId}</th>
              <td className={styles.cost}>{signed(delta)}</td>
              <td>{broken.length === 0 ? t('nichts') : broken.join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.buttons}>
        <Button icon="persons" keyHint="V" onPress={() => setMoving(true)}>
          {t('Verschieben nach …')}
        </Button>
      </div>
    </section>
  )
}

/** A difference of costs with its sign: "+ 4", "− 12", "0". */
export function signed(value: number): string {
  if (value === 0) return '0'
  return `${value > 0 ? '+' : '−'} ${formatNumber(Math.abs(value))}`
}
