import { directory } from '../../shared/directory/calls'
import { municipality } from '../../shared/directory/municipality'
import { t } from '../../shared/i18n/text'
import { useCommand } from '../app/command'
import { useLive } from '../app/live'
import { RecordOf } from '../app/RecordOf'
import { type PanelPlace, RecordsView } from '../app/RecordsView'

const { fields } = municipality

/** The county's municipalities; ways to courses count from their grid values. */
export function MunicipalitiesView() {
  return (
    <RecordsView
      room="directory"
      label={t('Gemeinden')}
      query={directory.listMunicipalities}
      columns={[fields.municipalityName, fields.municipalityKey, fields.inhabitants]}
      moreColumns={[fields.gridEast, fields.gridNorth]}
      searchLabel={t('Gemeinden suchen')}
      newLabel={t('Gemeinde anlegen')}
      count={(shown, total) => t('{shown} von {total} Gemeinden', { shown, total })}
      empty={{
        title: t('Noch keine Gemeinde eingetragen.'),
        text: t('Mit Rechts- und Hochwert der Gemeinden rechnet die Gruppenplanung die Wege.'),
      }}
      panel={(place) => <MunicipalityPanel place={place} />}
    />
  )
}

function MunicipalityPanel({ place }: { place: PanelPlace }) {
  const found = useLive(directory.getMunicipality, place.id === null ? null : { id: place.id })
  const create = useCommand(directory.createMunicipality, { done: () => t('Gemeinde angelegt.') })
  const change = useCommand(directory.changeMunicipality, { done: () => t('Gemeinde gespeichert.') })
  const remove = useCommand(directory.removeMunicipality, { done: () => t('Gemeinde gelöscht.') })
  return (
    <RecordOf
      entity={municipality}
      place={place}
      found={found}
      create={create.run}
      change={change.run}
      remove={remove.run}
      failure={create.failure ?? change.failure ?? remove.failure}
      title={(one) => one?.municipalityName ?? t('Neue Gemeinde')}
      identity={(one) => one.municipalityKey}
      sections={[
        { title: t('Gemeinde'), fields: ['municipalityName', 'municipalityKey', 'inhabitants'] },
        { title: t('Lage'), fields: ['gridEast', 'gridNorth'] },
      ]}
    />
  )
}
