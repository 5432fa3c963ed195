import { labelOf } from '../../shared/core/lists'
import { directory } from '../../shared/directory/calls'
import { organisation } from '../../shared/directory/organisation'
import { t } from '../../shared/i18n/text'
import { useCommand } from '../app/command'
import { useLive } from '../app/live'
import { RecordOf } from '../app/RecordOf'
import { type PanelPlace, RecordsView } from '../app/RecordsView'
import { fieldHead } from '../ui/columns'

const { fields } = organisation

/** Bodies of every kind: course providers, authorities, clubs, care facilities. */
export function OrganisationsView() {
  return (
    <RecordsView
      room="directory"
      label={t('Organisationen')}
      query={directory.listOrganisations}
      columns={[
        fields.organisationName,
        fields.bodyKind,
        fields.city,
        {
          key: 'contacts',
          label: t('Ansprechpersonen'),
          align: 'end',
          width: 8,
          kind: { type: 'integer' },
          cell: (row) => String(row.contacts),
        },
      ]}
      moreColumns={[
        fields.street,
        fields.postcode,
        { ...fieldHead(fields.municipalityId), cell: (row) => row.municipalityName ?? '–' },
        fields.phone,
        fields.email,
        fields.remarks,
      ]}
      quickFilters={['bodyKind']}
      searchLabel={t('Organisationen suchen')}
      newLabel={t('Organisation anlegen')}
      count={(shown, total) => t('{shown} von {total} Organisationen', { shown, total })}
      empty={{
        title: t('Noch keine Organisation eingetragen.'),
        text: t('Tragen Sie zuerst die Kursträger ein; dann lassen sich ihre Listen einlesen.'),
      }}
      panel={(place) => <OrganisationPanel place={place} />}
    />
  )
}

function OrganisationPanel({ place }: { place: PanelPlace }) {
  const found = useLive(directory.getOrganisation, place.id === null ? null : { id: place.id })
  const create = useCommand(directory.createOrganisation, { done: () => t('Organisation angelegt.') })
  const change = useCommand(directory.changeOrganisation, { done: () => t('Organisation gespeichert.') })
  const remove = useCommand(directory.removeOrganisation, { done: () => t('Organisation gelöscht.') })
  return (
    <RecordOf
      entity={organisation}
      place={place}
      found={found}
      defaults={{ bodyKind: 'KT' }}
      create={create.run}
      change={change.run}
      remove={remove.run}
      failure={create.failure ?? change.failure ?? remove.failure}
      title={(one) => one?.organisationName ?? t('Neue Organisation')}
      identity={(one) => [labelOf('bodyKind', one.bodyKind), one.city].filter(Boolean).join(' · ')}
      sections={[
        { title: t('Wer'), fields: ['organisationName', 'bodyKind'] },
        { title: t('Anschrift und Kontakt'), fields: ['street', 'postcode', 'city', 'municipalityId', 'phone', 'email'] },
        { title: t('Sonstiges'), fields: ['remarks'] },
      ]}
    />
  )
}
