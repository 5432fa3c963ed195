import { directory } from '../../shared/directory/calls'
import { person } from '../../shared/directory/person'
import { formatDate } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { useCommand } from '../app/command'
import { useLive } from '../app/live'
import { RecordOf } from '../app/RecordOf'
import { type PanelPlace, RecordsView } from '../app/RecordsView'
import { fieldHead } from '../ui/columns'

const { fields } = person

/** The persons whom the office knows, each once; rooms refer to them. */
export function PersonsView() {
  return (
    <RecordsView
      room="directory"
      label={t('Personen')}
      query={directory.listPersons}
      columns={[fields.lastName, fields.firstName, fields.birthDate, fields.city]}
      moreColumns={[
        fields.birthName,
        fields.birthDatePrecision,
        fields.sex,
        fields.nationalities,
        fields.firstLanguage,
        fields.otherLanguages,
        fields.street,
        fields.houseNo,
        fields.postcode,
        fields.district,
        { ...fieldHead(fields.municipalityId), cell: (row) => row.municipalityName ?? '–' },
        fields.phone,
        fields.mobile,
        fields.email,
      ]}
      searchLabel={t('Personen suchen')}
      newLabel={t('Person aufnehmen')}
      count={(shown, total) => t('{shown} von {total} Personen', { shown, total })}
      empty={{
        title: t('Noch niemand eingetragen.'),
        text: t('Personen kommen aus den Listen der Kursträger oder werden hier aufgenommen.'),
      }}
      panel={(place) => <PersonPanel place={place} />}
    />
  )
}

function PersonPanel({ place }: { place: PanelPlace }) {
  const found = useLive(directory.getPerson, place.id === null ? null : { id: place.id })
  const create = useCommand(directory.createPerson, { done: () => t('Person aufgenommen.') })
  const change = useCommand(directory.changePerson, { done: () => t('Person gespeichert.') })
  const remove = useCommand(directory.removePerson, { done: () => t('Person gelöscht.') })
  return (
    <RecordOf
      entity={person}
      place={place}
      found={found}
      defaults={{ birthDatePrecision: 'day' }}
      create={create.run}
      change={change.run}
      remove={remove.run}
      failure={create.failure ?? change.failure ?? remove.failure}
      title={(one) => (one === null ? t('Neue Person') : [one.firstName, one.lastName].filter(Boolean).join(' '))}
      identity={(one) => [one.birthDate && formatDate(one.birthDate), one.city].filter(Boolean).join(' · ')}
      sections={[
        { title: t('Name und Geburt'), fields: ['lastName', 'firstName', 'birthName', 'birthDate', 'birthDatePrecision', 'sex'] },
        { title: t('Herkunft und Sprachen'), fields: ['nationalities', 'firstLanguage', 'otherLanguages'] },
        {
          title: t('Anschrift und Kontakt'),
          fields: ['street', 'houseNo', 'postcode', 'city', 'district', 'municipalityId', 'phone', 'mobile', 'email'],
        },
      ]}
    />
  )
}
