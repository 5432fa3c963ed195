import { reasonsLeftOver } from '../../../shared/courses/grouping/reasons'
import type { GroupingPlan } from '../../../shared/courses/grouping/model'
import { t } from '../../../shared/i18n/text'
import type { GroupPicture } from './figures'
import type { PlannedProblem } from './store'
import styles from './planning.module.css'

interface Props {
  base: PlannedProblem
  chosen: string | null
  onChoose: (personId: string) => void
}

/** The people of the chosen group, by points. */
export function Members({ base, picture, chosen, onChoose }: Props & { picture: GroupPicture }) {
  const label = t('{group}: {count, plural, one {# Person} other {# Personen}}', {
    group: base.names[picture.group.id] ?? picture.group.id,
    count: picture.members.length,
  })
  return (
    <section aria-label={label}>
      <div className={styles.section}>
        <h2>{label}</h2>
      </div>
      <ul className={styles.people}>
        {picture.members.map(({ id, score }) => (
          <li key={id}>
            <button type="button" className={styles.person} aria-pressed={id === chosen} onClick={() => onChoose(id)}>
              {base.names[id] ?? id} <span>{t('{score} P.', { score })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who is left over, each with the rule that blocks; and who cannot be planned because nobody has tested them. */
export function LeftOver({ base, plan, chosen, onChoose }: Props & { plan: GroupingPlan }) {
  const { problem, names, withoutPlacement } = base
  const reasons = reasonsLeftOver(problem, plan, names)
  const leftOver = problem.people.filter(({ id }) => plan.assignments[id] === null)
  return (
    <section aria-label={t('Nicht eingeplant')}>
      <div className={styles.section}>
        <h2>
          {t('Nicht eingeplant')} <small>{leftOver.length + withoutPlacement.length}</small>
        </h2>
      </div>
      <ul className={styles.people} aria-label={t('Nicht eingeplante Personen')}>
        {leftOver.map(({ id, score }) => (
          <li key={id}>
            <button type="button" className={styles.person} aria-pressed={id === chosen} onClick={() => onChoose(id)}>
              {names[id] ?? id} <span>{t('{score} P.', { score })}</span>
              <span className={styles.why}>{reasons[id]}</span>
            </button>
          </li>
        ))}
        {withoutPlacement.map(({ id, label }) => (
          <li key={id} className={styles.person}>
            {label}
            <span className={styles.why}>{t('Noch keine Einstufung mit Punkten eingetragen.')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
