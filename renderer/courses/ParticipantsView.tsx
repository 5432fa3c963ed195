import { useState } from 'react'
import type { z } from 'zod'
import { labelOf } from '../../shared/core/lists'
import { courses, type ParticipantLine } from '../../shared/courses/calls'
import { paceValue } from '../../shared/courses/learningPace'
import { nextStep } from '../../shared/courses/nextStep'
import { placement } from '../../shared/courses/placement'
import { directory } from '../../shared/directory/calls'
import { person } from '../../shared/directory/person'
import { formatDate } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { useLive } from '../app/live'
import { useToday } from '../app/office'
import { RecordsView } from '../app/RecordsView'
import { pathOf } from '../app/routes'
import { FilterField, StateText } from '../ui'
import { useExportAct } from './ExportAct'
import { ParticipantPanel } from './ParticipantPanel'
import { Pace } from './planning/PaceMark'

type Line = z.infer<typeof ParticipantLine>

/** The participants: find them, see what must happen next, open one beside the list. */
export function ParticipantsView() {
  const today = useToday()
  const [organisationId, setOrganisationId] = useState<string | null>(null)
  const providers = useLive(directory.listOrganisations, { search: '', bodyKind: 'KT', offset: 0, limit: 100 })
  const exportAct = useExportAct()
  const { fields } = person
  return (
    <RecordsView
      room="courses"
      label={t('Teilnehmende')}
      query={courses.listParticipants}
      filters={{ organisationId, courseId: null }}
      found={(answer) => answer}
      columns={[
        { key: 'name', label: t('Name'), width: 10.5, cell: nameOf },
        { key: 'next', label: t('Nächster Schritt'), width: 11, cell: (row) => <NextStep row={row} today={today} /> },
        { key: 'course', label: t('Kurs'), width: 5.5, cell: (row) => row.courseNumber ?? '–' },
        placement.fields.placementScore,
        { key: 'cefr', label: t('Niveau'), width: 6, cell: (row) => (row.cefr === null ? '–' : labelOf('cefr', row.cefr)) },
        {
          key: 'pace',
          label: t('Lerntempo'),
          width: 5.5,
          cell: (row) => (row.learningPace === null ? '–' : <Pace pace={paceValue(row.learningPace, today)} />),
        },
        fields.birthDate,
        fields.city,
        { key: 'provider', label: t('Träger'), cell: (row) => row.providerName ?? '–' },
        { key: 'state', label: t('Stand'), width: 6.5, cell: (row) => labelOf('participantState', row.participantState) },
      ]}
      searchLabel={t('Teilnehmende suchen')}
      newLabel={t('Aufnehmen')}
      acts={[exportAct]}
      count={(shown, total) => t('{shown} von {total} Personen', { shown, total })}
      tools={
        <FilterField
          label={t('Träger')}
          value={organisationId}
          onChange={setOrganisationId}
          options={(providers.value?.rows ?? []).map((one) => ({ code: one.id, label: one.organisationName }))}
        />
      }
      empty={{
        title: t('Noch niemand eingetragen.'),
        text: t('Lesen Sie die Liste eines Kursträgers ein, oder nehmen Sie jemanden auf.'),
        action: <a href={`#${pathOf('courses', 'import')}`}>{t('Liste einlesen')}</a>,
      }}
      panel={(place) => <ParticipantPanel key={place.id ?? 'new'} place={place} />}
    />
  )
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
