import { t } from '../../shared/i18n/text'
import type { RoomView } from '../app/room'
import { ContactsView } from './ContactsView'
import { MunicipalitiesView } from './MunicipalitiesView'
import { OrganisationsView } from './OrganisationsView'
import { PersonsView } from './PersonsView'

/** The views of this room, in the order of its tabs. */
export const directoryViews: readonly RoomView[] = [
  { path: 'persons', title: () => t('Personen'), view: PersonsView, right: 'read', opens: 'person' },
  { path: 'organisations', title: () => t('Organisationen'), view: OrganisationsView, opens: 'organisation' },
  { path: 'contacts', title: () => t('Ansprechpersonen'), view: ContactsView, right: 'read', opens: 'contact' },
  { path: 'municipalities', title: () => t('Gemeinden'), view: MunicipalitiesView, opens: 'municipality' },
]
