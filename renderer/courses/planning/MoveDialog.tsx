import { useState } from 'react'
import { costOfMoves, movePerson } from '../../../shared/courses/grouping/move'
import type { GroupingPlan } from '../../../shared/courses/grouping/model'
import { t } from '../../../shared/i18n/text'
import { Button, Dialog } from '../../ui'
import { signed } from './PersonReason'
import { type PlannedProblem, usePlanning } from './store'
import styles from './planning.module.css'

/** Asks where a person shall go. Every group says what the move costs and which rules it breaks; only allowed moves can be made. */
export function MoveDialog({ base: { problem, names }, plan, personId }: { base: PlannedProblem; plan: GroupingPlan; personId: string }) {
  const { take, setMoving } = usePlanning()
  const moves = costOfMoves(problem, plan, personId, names)
  const [chosen, choose] = useState<string | null | undefined>(moves.find(({ broken }) => broken.length === 0)?.groupId)
  const target = moves.find(({ groupId }) => groupId === chosen)
  const whyNot = target === undefined ? t('Wählen Sie eine Gruppe.') : (target.broken[0] ?? null)
  const move = () => {
    if (target === undefined || target.broken.length > 0) return
    take(movePerson(problem, plan, personId, target.groupId, names).plan)
  }
  return (
    <Dialog
      isWide
      title={t('{name} verschieben nach', { name: names[personId] ?? personId })}
      onClose={() => setMoving(false)}
      actions={
        <>
          <Button onPress={() => setMoving(false)}>{t('Hier lassen')}</Button>
          <Button look="primary" whyNot={whyNot} onPress={move}>
            {t('Verschieben')}
          </Button>
        </>
      }
    >
      <table className={styles.moves} aria-label={t('Mögliche Gruppen')}>
        <thead>
          <tr>
            <th scope="col">{t('Gruppe')}</th>
            <th scope="col" className={styles.cost}>
              {t('Kosten')}
            </th>
            <th scope="col">{t('bricht')}</th>
          </tr>
        </thead>
        <tbody>
          {moves.map(({ groupId, delta, broken }) => (
            <tr key={groupId ?? 'left-over'}>
              <th scope="row">
                <label className={styles.target}>
                  <input type="radio" name="target" checked={groupId === chosen} onChange={() => choose(groupId)} />
                  {groupId === null ? t('nicht einplanen') : (names[groupId] ?? groupId)}
                </label>
              </th>
              <td className={styles.cost}>{signed(delta)}</td>
              <td>{broken.length === 0 ? t('nichts') : broken.join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
