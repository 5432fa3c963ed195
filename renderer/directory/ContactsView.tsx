import { contact } from '../../shared/directory/contact'
import { directory } from '../../shared/directory/calls'
import { t } from '../../shared/i18n/text'
import { useCommand } from '../app/command'
import { useLive } from '../app/live'
import { RecordOf } from '../app/RecordOf'
import { type PanelPlace, RecordsView } from '../app/RecordsView'
import { fieldHead } from '../ui/columns'

const { fields } = contact

/** Whom to talk to in a body. */
export function ContactsView() {
  return (
    <RecordsView
      room="directory"
      label={t('Ansprechpersonen')}
      query={directory.listContacts}
      columns={[
        fields.contactName,
        fields.contactRole,
        { ...fieldHead(fields.organisationId), cell: (row) => row.organisationName ?? t('nicht vorhanden') },
        fields.phone,
        fields.email,
      ]}
      searchLabel={t('Ansprechpersonen suchen')}
      newLabel={t('Ansprechperson anlegen')}
      count={(shown, total) => t('{shown} von {total} Ansprechpersonen', { shown, total })}
      empty={{
        title: t('Noch keine Ansprechperson eingetragen.'),
        text: t('Eine Ansprechperson gehört zu einer Organisation; ihre Funktion genügt als Name.'),
      }}
      panel={(place) => <ContactPanel place={place} />}
    />
  )
}

function ContactPanel({ place }: { place: PanelPlace }) {
  const found = useLive(directory.getContact, place.id === null ? null : { id: place.id })
  const create = useCommand(directory.createContact, { done: () => t('Ansprechperson angelegt.') })
  const change = useCommand(directory.changeContact, { done: () => t('Ansprechperson gespeichert.') })
  const remove = useCommand(directory.removeContact, { done: () => t('Ansprechperson gelöscht.') })
  return (
    <RecordOf
      entity={contact}
      place={place}
      found={found}
      create={create.run}
      change={change.run}
      remove={remove.run}
      failure={create.failure ?? change.failure ?? remove.failure}
      title={(one) => one?.contactName ?? t('Neue Ansprechperson')}
      identity={(one) => one.contactRole ?? ''}
      sections={[
        { title: t('Wer und wo'), fields: ['contactName', 'contactRole', 'organisationId'] },
        { title: t('Kontakt'), fields: ['phone', 'email'] },
      ]}
    />
  )
}
