import { useState } from 'react'
import { courses } from '../../../shared/courses/calls'
import type { GroupingPlan } from '../../../shared/courses/grouping/model'
import { formatDate } from '../../../shared/i18n/format'
import { t } from '../../../shared/i18n/text'
import { useCommand } from '../../app/command'
import { useToday } from '../../app/office'
import { Button, Dialog, Notice, TextField } from '../../ui'
import { type PlannedProblem, usePlanning } from './store'

/** Asks for a name and says what keeping the plan does: who moves, who waits. Then it is one act that can be undone. */
export function KeepPlanDialog({ base, plan, onClose }: { base: PlannedProblem; plan: GroupingPlan; onClose: () => void }) {
  const today = useToday()
  const [planName, setPlanName] = useState(t('Plan vom {day}', { day: formatDate(today) }))
  const end = usePlanning(({ end: reset }) => reset)
  const keep = useCommand(courses.keepPlan, { done: () => t('Plan „{planName}“ übernommen.', { planName }) })
  const people = base.problem.people
  const moving = people.filter(({ id, present }) => plan.assignments[id] !== null && plan.assignments[id] !== present).length
  const leaving = people.filter(({ id, present }) => plan.assignments[id] === null && present !== null).length
  const save = async () => {
    const kept = await keep.run({ planName, plan, readAt: base.readAt })
    if (kept === undefined) return
    end()
    onClose()
  }
  return (
    <Dialog
      title={t('Plan übernehmen?')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('Weiter planen')}</Button>
          <Button
            look="primary"
            whyNot={planName.trim() === '' ? t('Geben Sie dem Plan eine Bezeichnung.') : null}
            onPress={() => void save()}
          >
            {t('Übernehmen')}
          </Button>
        </>
      }
    >
      {keep.failure !== null && <Notice kind="error">{keep.failure.sentence}</Notice>}
      <p>
        {t(
          '{moving, plural, =0 {Niemand wechselt} one {# Person kommt in eine andere Gruppe} other {# Personen kommen in eine andere Gruppe}}, {leaving, plural, =0 {niemand} one {# Person} other {# Personen}} auf die Warteliste. Das lässt sich als Ganzes zurücknehmen.',
          { moving, leaving },
        )}
      </p>
      <TextField label={t('Bezeichnung')} value={planName} onChange={setPlanName} maxLength={200} isRequired />
    </Dialog>
  )
}
