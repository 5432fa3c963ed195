import { labelOf } from '../../shared/core/lists'
import type { OutputOf } from '../../shared/core/call'
import { courses } from '../../shared/courses/calls'
import { paceJudgement } from '../../shared/courses/paceJudgement'
import { placement } from '../../shared/courses/placement'
import { formatDate } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { useCommand } from '../app/command'
import { useToday } from '../app/office'
import { Button, FormBar, FormFields, Section, useRecordForm } from '../ui'
import styles from './DatedRecords.module.css'

/** Which dated record is being entered. */
export type Adding = 'placement' | 'pace' | null
type Detail = NonNullable<OutputOf<typeof courses.getParticipant>>
const day = (value: string | null) => (value === null ? t('ohne Datum') : formatDate(value))

/** What happened on the way, newest first: placements, judgements of the pace, courses. New ones are added, old ones stay. */
export function DatedRecords({
  detail,
  readOnly,
  adding,
  setAdding,
}: {
  detail: Detail
  readOnly: string | null
  adding: Adding
  setAdding: (adding: Adding) => void
}) {
  const participantId = detail.participant.id
  return (
    <>
      <Section title={t('Einstufung')}>
        <ul className={styles.list}>
          {detail.placements.map((one) => (
            <li key={one.id}>
              <b>{one.placementScore === null ? t('Punkte offen') : t('{score} Punkte', { score: one.placementScore })}</b>
              <span>
                {[
                  one.cefr && labelOf('cefr', one.cefr),
                  one.recommendedType && labelOf('courseType', one.recommendedType),
                  day(one.placementDate),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
          {detail.placements.length === 0 && <li>{t('Noch nicht eingestuft.')}</li>}
        </ul>
        {readOnly === null && adding !== 'placement' && (
          <Button icon="plus" onPress={() => setAdding('placement')}>
            {t('Einstufung eintragen')}
          </Button>
        )}
        {adding === 'placement' && <NewPlacement participantId={participantId} onClose={() => setAdding(null)} />}
      </Section>
      <Section title={t('Lerntempo (Einschätzung)')}>
        <ul className={styles.list}>
          {detail.paces.map((one) => (
            <li key={one.id}>
              <b>{labelOf('learningPace', one.learningPace)}</b>
              <span>{[day(one.judgedOn), one.judgedBy, one.paceReason].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
          {detail.paces.length === 0 && <li>{t('Noch nicht eingeschätzt.')}</li>}
        </ul>
        {readOnly === null && adding !== 'pace' && (
          <Button icon="plus" onPress={() => setAdding('pace')}>
            {t('Lerntempo einschätzen')}
          </Button>
        )}
        {adding === 'pace' && <NewPace participantId={participantId} onClose={() => setAdding(null)} />}
      </Section>
      <Section title={t('Kurse')}>
        <ul className={styles.list}>
          {detail.enrolments.map((one) => (
            <li key={one.id}>
              <b>{one.courseNumber ?? t('nicht vorhanden')}</b>
              <span>
                {one.endedOn === null
                  ? t('seit {day}', { day: day(one.enrolledOn) })
                  : t('{from} bis {to}', { from: day(one.enrolledOn), to: day(one.endedOn) })}
              </span>
            </li>
          ))}
          {detail.enrolments.length === 0 && <li>{t('Noch in keinem Kurs.')}</li>}
        </ul>
      </Section>
    </>
  )
}

interface NewProps {
  participantId: string
  onClose: () => void
}

function NewPlacement({ participantId, onClose }: NewProps) {
  const form = useRecordForm({
    entity: placement,
    record: null,
    draft: `courses/placement/${participantId}`,
    defaults: { participantId, placementDate: useToday() },
  })
  const record = useCommand(courses.recordPlacement, { done: () => t('Einstufung gespeichert.') })
  const save = async () => {
    if (form.complete === null || (await record.run(form.complete)) === undefined) return false
    onClose()
    return true
  }
  return (
    <>
      <FormFields
        form={form}
        focusFirst
        fields={['placementScore', 'placementDate', 'scoreOral', 'scoreWritten', 'cefr', 'recommendedType', 'recommendedModule']}
      />
      <FormBar forms={[form]} isNew onSave={save} failure={record.failure} saveLabel={t('Einstufung speichern')} onClose={onClose} />
    </>
  )
}

function NewPace({ participantId, onClose }: NewProps) {
  const form = useRecordForm({
    entity: paceJudgement,
    record: null,
    draft: `courses/pace/${participantId}`,
    defaults: { participantId, judgedOn: useToday(), learningPace: 'regular' },
  })
  const judge = useCommand(courses.judgePace, { done: () => t('Lerntempo gespeichert.') })
  const save = async () => {
    if (form.complete === null || (await judge.run(form.complete)) === undefined) return false
    onClose()
    return true
  }
  return (
    <>
      <FormFields form={form} focusFirst fields={['learningPace', 'judgedOn', 'judgedBy', 'paceReason']} />
      <FormBar forms={[form]} isNew onSave={save} failure={judge.failure} saveLabel={t('Lerntempo speichern')} onClose={onClose} />
    </>
  )
}
