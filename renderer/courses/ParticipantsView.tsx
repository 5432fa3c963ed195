import type { z } from 'zod'
import { courses, type ParticipantLine } from '../../shared/courses/calls'
import { course } from '../../shared/courses/course'
import { paceValue } from '../../shared/courses/learningPace'
import { NEXT_STEPS, nextStep } from '../../shared/courses/nextStep'
import { paceJudgement } from '../../shared/courses/paceJudgement'
import { participant } from '../../shared/courses/participant'
import { placement } from '../../shared/courses/placement'
import { person } from '../../shared/directory/person'
import { formatDate } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { useToday } from '../app/office'
import { RecordsView } from '../app/RecordsView'
import { pathOf } from '../app/routes'
import { StateText } from '../ui'
import { asCellColumn, fieldHead } from '../ui/columns'
import { useExportAct } from './ExportAct'
import { ParticipantPanel } from './ParticipantPanel'
import { Pace } from './planning/PaceMark'

type Line = z.infer<typeof ParticipantLine>

const { fields } = participant

/** The participants: find them, see what must happen next, open one beside the list. */
export function ParticipantsView() {
  const today = useToday()
  const exportAct = useExportAct()
  return (
    <RecordsView
      room="courses"
      label={t('Teilnehmende')}
      query={courses.listParticipants}
      columns={[
        { key: 'name', label: t('Name'), width: 10.5, kind: { type: 'text' }, cell: nameOf },
        {
          key: 'nextStep',
          label: t('Nächster Schritt'),
          width: 11,
          kind: { type: 'code', options: stepOptions },
          cell: (row) => <NextStep row={row} today={today} />,
        },
        { ...asCellColumn<Line>(course.fields.courseNumber), width: 5.5 },
        placement.fields.placementScore,
        { ...asCellColumn<Line>(placement.fields.cefr), width: 6 },
        {
          ...fieldHead(paceJudgement.fields.learningPace),
          width: 5.5,
          cell: (row) => (row.learningPace === null ? '–' : <Pace pace={paceValue(row.learningPace, today)} />),
        },
        person.fields.birthDate,
        person.fields.city,
        { ...fieldHead(fields.organisationId), cell: (row) => row.providerName ?? '–' },
        { ...asCellColumn<Line>(fields.participantState), width: 6.5 },
      ]}
      moreColumns={[
        placement.fields.placementDate,
        placement.fields.recommendedType,
        person.fields.firstLanguage,
        fields.registrationDate,
        fields.entitlementBasis,
        fields.entitlementDate,
        fields.entitlementUntil,
        fields.literacy,
        fields.schoolYears,
        fields.availableSlots,
        fields.childcareNeed,
        { ...fieldHead(fields.wishSiteId), cell: (row) => row.wishSiteName ?? '–' },
        fields.wishSlot,
        fields.remarks,
      ]}
      quickFilters={['participantState', 'organisationId']}
      searchLabel={t('Teilnehmende suchen')}
      newLabel={t('Aufnehmen')}
      acts={[exportAct]}
      count={(shown, total) => t('{shown} von {total} Personen', { shown, total })}
      empty={{
        title: t('Noch niemand eingetragen.'),
        text: t('Lesen Sie die Liste eines Kursträgers ein, oder nehmen Sie jemanden auf.'),
        action: <a href={`#${pathOf('courses', 'import')}`}>{t('Liste einlesen')}</a>,
      }}
      panel={(place) => <ParticipantPanel key={place.id ?? 'new'} place={place} />}
    />
  )
}

/** Next steps as a filter offers them, the most urgent first. */
function stepOptions() {
  const words: Record<(typeof NEXT_STEPS)[number], string> = {
    entitlementOver: t('Berechtigung abgelaufen'),
    entitlementEnds: t('Berechtigung läuft ab'),
    test: t('Einstufungstest'),
    assign: t('Gruppe zuordnen'),
    none: t('nichts offen'),
  }
  return NEXT_STEPS.map((code) => ({ code, label: words[code] }))
}

function nameOf({ lastName, firstName }: Line): string {
  if (lastName === null) return t('nicht vorhanden')
  return [lastName, firstName].filter(Boolean).join(', ')
}

function NextStep({ row, today }: { row: Line; today: string }) {
  const step = nextStep(row, today)
  if (step.kind === 'entitlementEnds') {
    return (
      <StateText kind={step.isOver ? 'bad' : 'warning'}>
        {step.isOver
          ? t('Berechtigung abgelaufen {day}', { day: formatDate(step.day) })
          : t('Berechtigung läuft ab {day}', { day: formatDate(step.day) })}
      </StateText>
    )
  }
  return { test: t('Einstufungstest'), assign: t('Gruppe zuordnen'), none: '–' }[step.kind]
}
