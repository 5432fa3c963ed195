import { formatDuration, formatNumber, formatPercent } from '../../../shared/i18n/format'
import { t } from '../../../shared/i18n/text'
import type { GroupingPlan, GroupingProblem } from '../../../shared/courses/grouping/model'
import { meanSpread } from '../../../shared/courses/grouping/spread'
import { Button, Figures } from '../../ui'
import type { GroupPicture } from './figures'
import styles from './planning.module.css'

interface Props {
  problem: GroupingProblem
  /** How many cannot be planned, because nobody has tested them. */
  withoutPlacement: number
  plan: GroupingPlan
  pictures: readonly GroupPicture[]
  /** While the planner runs: since when (UTC ms) and for how long it may. */
  running: { startedAt: number; seconds: number; now: number } | null
  onStop: () => void
}

/** How good the plan is: each number says of what. While the planner runs, best value and bound move, and it can be stopped. */
export function RunBar({ problem, withoutPlacement, plan, pictures, running, onStop }: Props) {
  const seated = Object.values(plan.assignments).filter((to) => to !== null).length
  const minutes = pictures.reduce((sum, one) => sum + one.meanMinutes * one.members.length, 0)
  const gap = plan.bound === null || plan.objective === 0 ? null : Math.max(0, (plan.objective - plan.bound) / plan.objective)
  return (
    <div className={styles.run} role="region" aria-label={t('Güte des Plans')}>
      <Figures
        items={[
          {
            label: t('Kosten'),
            value: formatNumber(plan.objective),
            of: plan.bound === null ? t('Schranke noch offen') : t('Schranke {bound}', { bound: formatNumber(plan.bound) }),
          },
          { label: t('Abstand zur Schranke'), value: gap === null ? '–' : formatPercent(gap) },
          { label: t('Eingeplant'), value: String(seated), of: t('von {total}', { total: problem.people.length + withoutPlacement }) },
          { label: t('Gruppen offen'), value: String(plan.groups.length), of: t('von {total}', { total: problem.groups.length }) },
          { label: t('Streuung Ø'), value: formatNumber(meanSpread(problem, plan) ?? 0), of: t('Punkte') },
          { label: t('Weg Ø'), value: formatNumber(seated === 0 ? 0 : minutes / seated, 0), of: t('Min.') },
        ]}
      />
      {running !== null && (
        <div className={styles.running}>
          <span className={styles.figures}>
            {formatDuration(Math.max(0, running.now - running.startedAt) / 1000)} / {formatDuration(running.seconds)}
          </span>
          <Button icon="stop" onPress={onStop}>
            {t('Anhalten')}
          </Button>
        </div>
      )}
    </div>
  )
}
