import { courses } from '../../shared/courses/calls'
import { site } from '../../shared/courses/site'
import { t } from '../../shared/i18n/text'
import { useCommand } from '../app/command'
import { useLive } from '../app/live'
import { RecordOf } from '../app/RecordOf'
import { type PanelPlace, RecordsView } from '../app/RecordsView'
import { fieldHead } from '../ui/columns'

const { fields } = site

/** Where courses take place; the way to them counts from the municipality. */
export function SitesView() {
  return (
    <RecordsView
      room="courses"
      label={t('Kursorte')}
      query={courses.listSites}
      columns={[
        fields.siteName,
        { ...fieldHead(fields.organisationId), cell: (row) => row.providerName ?? t('nicht vorhanden') },
        { ...fieldHead(fields.municipalityId), cell: (row) => row.municipalityName ?? '–' },
        fields.street,
      ]}
      searchLabel={t('Kursorte suchen')}
      newLabel={t('Kursort anlegen')}
      count={(shown, total) => t('{shown} von {total} Kursorten', { shown, total })}
      empty={{ title: t('Noch kein Kursort eingetragen.'), text: t('Ein Kursort gehört einem Kursträger und liegt in einer Gemeinde.') }}
      panel={(place) => <SitePanel place={place} />}
    />
  )
}

function SitePanel({ place }: { place: PanelPlace }) {
  const found = useLive(courses.getSite, place.id === null ? null : { id: place.id })
  const create = useCommand(courses.createSite, { done: () => t('Kursort angelegt.') })
  const change = useCommand(courses.changeSite, { done: () => t('Kursort gespeichert.') })
  const remove = useCommand(courses.removeSite, { done: () => t('Kursort gelöscht.') })
  return (
    <RecordOf
      entity={site}
      place={place}
      found={found}
      create={create.run}
      change={change.run}
      remove={remove.run}
      failure={create.failure ?? change.failure ?? remove.failure}
      title={(one) => one?.siteName ?? t('Neuer Kursort')}
      sections={[{ title: t('Kursort'), fields: ['siteName', 'organisationId', 'municipalityId', 'street'] }]}
    />
  )
}
