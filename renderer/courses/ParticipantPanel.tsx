import { useState } from 'react'
import { labelOf } from '../../shared/core/lists'
import { courses } from '../../shared/courses/calls'
import { participant } from '../../shared/courses/participant'
import { person } from '../../shared/directory/person'
import { formatDate } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import type { OutputOf } from '../../shared/core/call'
import { useCommand } from '../app/command'
import { useLive } from '../app/live'
import type { PanelPlace } from '../app/RecordsView'
import { Button, FormBar, FormSection, HistoryList, Notice, Panel, PrivacyMark, useRecordForm } from '../ui'
import { type Adding, DatedRecords } from './DatedRecords'

type Detail = NonNullable<OutputOf<typeof courses.getParticipant>>

/** One participant: who it is, the way through courses, everything dated, and the history of both records. */
export function ParticipantPanel({ place }: { place: PanelPlace }) {
  const found = useLive(courses.getParticipant, place.id === null ? null : { id: place.id })
  if (place.id === null) return <Form key="new" place={place} detail={null} />
  if (found.failure !== null) return <Notice kind="error">{found.failure.sentence}</Notice>
  if (found.value === undefined) return null
  if (found.value === null) return <Notice kind="info">{t('Dieser Eintrag ist nicht mehr vorhanden.')}</Notice>
  return <Form key={found.value.participant.id} place={place} detail={found.value} />
}

function Form({ place, detail }: { place: PanelPlace; detail: Detail | null }) {
  const id = detail?.participant.id ?? null
  const [adding, setAdding] = useState<Adding>(null)
  const who = useRecordForm({
    entity: person,
    record: detail?.person ?? null,
    draft: `courses/person/${id ?? 'new'}`,
    defaults: { birthDatePrecision: 'day' },
    readOnly: place.readOnly,
  })
  const way = useRecordForm({
    entity: participant,
    record: detail?.participant ?? null,
    draft: `courses/participant/${id ?? 'new'}`,
    // A new participant's person is made in the same act; until then the form needs some id to be whole.
    defaults: { participantState: 'registered', childcareNeed: 0, personId: '0'.repeat(26) },
    readOnly: place.readOnly,
  })
  const create = useCommand(courses.createParticipant, { done: () => t('Person aufgenommen.') })
  const change = useCommand(courses.changeParticipant, { done: () => t('Angaben gespeichert.') })
  const remove = useCommand(courses.removeParticipant, { done: () => t('Teilnahme gelöscht.') })
  const save = async () => {
    if (id !== null) return (await change.run({ id, participant: withoutPerson(way.changes), person: who.changes })) !== undefined
    if (who.complete === null || way.complete === null) return false
    const created = await create.run({ person: who.complete, participant: withoutPerson(way.complete) })
    if (created !== undefined) place.open(created)
    return created !== undefined
  }
  const close = () => place.open(null)
  return (
    <Panel
      title={detail === null ? t('Neue Teilnehmende') : nameOf(detail)}
      identity={detail && <Identity detail={detail} />}
      onClose={close}
      onPrevious={place.onPrevious}
      onNext={place.onNext}
      focusKey={place.focusKey}
      history={
        detail !== null && (
          <HistoryList records={recordsOf(detail)} lockedBy={(entity, field) => (entity === person.name ? who : way).lockedBy(field)} />
        )
      }
      // One bar at a time: Strg S must be clear about what it saves.
      bar={
        place.readOnly === null &&
        adding === null && (
          <FormBar
            forms={[who, way]}
            isNew={id === null}
            onSave={save}
            failure={create.failure ?? change.failure ?? remove.failure}
            onClose={close}
            saveLabel={id === null ? t('Aufnehmen') : t('Speichern')}
          />
        )
      }
    >
      {detail !== null && <DatedRecords detail={detail} readOnly={place.readOnly} adding={adding} setAdding={setAdding} />}
      <FormSection
        title={t('Wer')}
        form={who}
        focusFirst={id === null}
        fields={[
          'lastName',
          'firstName',
          'birthDate',
          'birthDatePrecision',
          'sex',
          'nationalities',
          'firstLanguage',
          'city',
          'postcode',
          'municipalityId',
          'phone',
          'mobile',
        ]}
      />
      <FormSection
        title={t('Teilnahme')}
        form={way}
        fields={[
          'organisationId',
          'participantState',
          'registrationDate',
          'literacy',
          'schoolYears',
          'availableSlots',
          'childcareNeed',
          'wishSiteId',
          'wishSlot',
          'remarks',
        ]}
      />
      <FormSection title={t('Zugang')} form={way} fields={['entitlementBasis', 'entitlementDate', 'entitlementUntil']} />
      {id !== null && place.readOnly === null && (
        <p>
          <Button look="danger" onPress={() => void remove.run({ id }).then((done) => done === null && close())}>
            {t('Teilnahme löschen')}
          </Button>
        </p>
      )}
    </Panel>
  )
}

function withoutPerson<Values extends { personId?: unknown }>({ personId: _decided, ...values }: Values): Omit<Values, 'personId'> {
  return values
}

function recordsOf({ participant: { id, personId } }: Detail) {
  return [
    { entity: participant.name, id },
    { entity: person.name, id: personId },
  ]
}

function nameOf({ person: one }: Detail): string {
  return one === null ? t('nicht vorhanden') : [one.firstName, one.lastName].filter(Boolean).join(' ')
}

function Identity({ detail: { person: one, participant: way } }: { detail: Detail }) {
  const parts = [one?.birthDate && formatDate(one.birthDate), one?.city, labelOf('participantState', way.participantState)].filter(Boolean)
  return (
    <>
      {parts.join(' · ')} <PrivacyMark privacy="personal" />
    </>
  )
}
