import { useState } from 'react'
import { courses } from '../../../shared/courses/calls'
import { checkPlan } from '../../../shared/courses/grouping/check'
import { t } from '../../../shared/i18n/text'
import { type Act, useActs } from '../../app/acts'
import { progressOf, resultOf, useJob } from '../../app/jobs'
import { useLive } from '../../app/live'
import { pathOf } from '../../app/routes'
import { View } from '../../app/View'
import { EmptyState, Loaded, Notice } from '../../ui'
import { groupPictures } from './figures'
import { GroupStrips } from './GroupStrips'
import { KeepPlanDialog } from './KeepPlanDialog'
import { MoveDialog } from './MoveDialog'
import { PaceLegend } from './PaceLegend'
import { LeftOver, Members } from './PeopleLists'
import { PersonReason } from './PersonReason'
import { RunBar } from './RunBar'
import styles from './planning.module.css'
import { usePlanning } from './store'
import { usePlanDocument } from './usePlanDocument'
import { useNow } from './useNow'

/** How long the planner may run before it says the best it has. */
const SECONDS = 60

/** Propose groups, look at them, move people by hand, keep the plan. */
export function PlanningView() {
  const { base, moved, personId, groupId, isMoving, begin, takeBack, choose, setMoving } = usePlanning()
  const [isKeeping, setKeeping] = useState(false)
  const found = useLive(courses.getGroupingProblem, {})
  const planner = useJob(courses.planGroups)
  const isRunning = planner.state?.state === 'running'
  const now = useNow(isRunning)
  const plan =
    base === null ? null : (moved.at(-1) ?? resultOf(courses.planGroups, planner.state) ?? progressOf(courses.planGroups, planner.state))
  const isStale = base !== null && found.value !== undefined && found.value.readAt.revision !== base.readAt.revision

  const { act: writeDocument, dialog } = usePlanDocument(
    base === null || plan === null ? null : { base, plan },
    whyNotKeep(plan === null, isRunning, isStale),
  )

  const start = () => {
    if (found.value === undefined) return
    begin(found.value)
    void planner.start({ problem: found.value.problem, seconds: SECONDS })
  }
  // Buttons of the head are few; the others have their keys and stand in the palette.
  const acts: (Act & { isButton?: boolean })[] = [
    {
      isButton: true,
      label: base === null ? t('Gruppen planen') : t('Neu planen'),
      icon: 'start',
      isPrimary: plan === null,
      whyNot: whyNotPlan(found.value?.problem.groups.length, found.value?.problem.people.length, isRunning),
      run: start,
    },
    // While there is no move by hand, Strg Z is what it is everywhere: the last step in the records.
    ...(moved.length === 0 ? [] : [{ label: t('Verschieben zurücknehmen'), icon: 'undo', key: 'Control+Z', run: takeBack } as const]),
    {
      label: t('Person verschieben'),
      key: 'V',
      whyNot: plan === null || personId === null ? t('Wählen Sie zuerst eine Person.') : null,
      run: () => setMoving(true),
    },
    {
      isButton: true,
      label: t('Plan übernehmen …'),
      icon: 'check',
      isPrimary: plan !== null,
      whyNot: whyNotKeep(plan === null, isRunning, isStale),
      run: () => setKeeping(true),
    },
    writeDocument,
  ]
  useActs(acts.filter(({ isButton }) => !isButton))

  const { problem } = base ?? {}
  const pictures = problem === undefined || plan === null ? [] : groupPictures(problem, plan)
  const picture = pictures.find(({ group }) => group.id === groupId)
  const broken = problem === undefined || plan === null || isRunning ? [] : checkPlan(problem, plan, base?.names).problems

  return (
    <View
      acts={acts.filter(({ isButton }) => isButton)}
      bars={
        problem !== undefined &&
        plan !== null && (
          <RunBar
            problem={problem}
            withoutPlacement={base?.withoutPlacement.length ?? 0}
            plan={plan}
            pictures={pictures}
            onStop={planner.cancel}
            running={isRunning && planner.state !== null ? { startedAt: planner.state.startedAt, seconds: SECONDS, now } : null}
          />
        )
      }
      panel={
        base !== null &&
        plan !== null && (
          <aside className={styles.panel} aria-label={t('Person, Gruppe und nicht Eingeplante')} data-region="panel" tabIndex={-1}>
            {personId !== null && <PersonReason base={base} plan={plan} personId={personId} />}
            {picture !== undefined && <Members base={base} picture={picture} chosen={personId} onChoose={(id) => choose(groupId, id)} />}
            <LeftOver base={base} plan={plan} chosen={personId} onChoose={(id) => choose(null, id)} />
          </aside>
        )
      }
    >
      {planner.failure !== null && <Notice kind="error">{planner.failure.sentence}</Notice>}
      {isStale && (
        <Notice kind="warning">
          {t('Seit Beginn der Planung haben sich Angaben geändert. Der Plan beruht auf dem früheren Stand; planen Sie neu.')}
        </Notice>
      )}
      {broken[0] !== undefined && <Notice kind="warning">{broken[0]}</Notice>}
      {base !== null && plan !== null ? (
        <>
          <GroupStrips base={base} pictures={pictures} current={groupId} chosenPerson={personId} onCurrent={(id) => choose(id, null)} />
          <PaceLegend near={base.problem.weights.near} />
        </>
      ) : (
        <Loaded result={found}>
          {({ problem: open, withoutPlacement }) => (
            <EmptyState
              title={isRunning ? t('Der erste Plan wird berechnet …') : t('Noch kein Plan')}
              actions={
                <>
                  {open.groups.length === 0 && <a href={`#${pathOf('courses', 'courses')}`}>{t('Kurse anlegen')}</a>}
                  {open.people.length === 0 && <a href={`#${pathOf('courses', 'import')}`}>{t('Liste einlesen')}</a>}
                </>
              }
            >
              {t(
                '{people} Personen mit Einstufung und {groups} Kurse stehen zur Planung bereit, {untested} Personen sind noch nicht eingestuft.',
                { people: open.people.length, groups: open.groups.length, untested: withoutPlacement.length },
              )}
            </EmptyState>
          )}
        </Loaded>
      )}
      {isMoving && base !== null && plan !== null && personId !== null && <MoveDialog base={base} plan={plan} personId={personId} />}
      {isKeeping && base !== null && plan !== null && <KeepPlanDialog base={base} plan={plan} onClose={() => setKeeping(false)} />}
      {dialog}
    </View>
  )
}

function whyNotPlan(groups: number | undefined, people: number | undefined, isRunning: boolean): string | null {
  if (isRunning) return t('Der Planer rechnet gerade.')
  if (groups === undefined || people === undefined) return t('Die Angaben werden noch geladen.')
  if (groups === 0) return t('Legen Sie zuerst Kurse mit Kursort und Kurszeit an.')
  return people === 0 ? t('Noch niemand ist eingestuft. Lesen Sie die Liste eines Kursträgers ein.') : null
}

function whyNotKeep(isMissing: boolean, isRunning: boolean, isStale: boolean): string | null {
  if (isMissing) return t('Es gibt noch keinen Plan.')
  if (isRunning) return t('Der Planer rechnet noch. Halten Sie ihn an oder warten Sie.')
  return isStale ? t('Der Plan ist veraltet. Bitte neu planen.') : null
}
