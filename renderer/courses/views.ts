import { t } from '../../shared/i18n/text'
import type { RoomView } from '../app/room'
import { CoursesView } from './CoursesView'
import { ImportView } from './import/ImportView'
import { ParticipantsView } from './ParticipantsView'
import { PlanningView } from './planning/PlanningView'
import { SitesView } from './SitesView'

/** The views of this room, in the order of its tabs. */
export const courseViews: readonly RoomView[] = [
  { path: 'participants', title: () => t('Teilnehmende'), view: ParticipantsView, right: 'read', opens: 'participant' },
  { path: 'courses', title: () => t('Kurse'), view: CoursesView, opens: 'course' },
  { path: 'sites', title: () => t('Kursorte'), view: SitesView, opens: 'site' },
  { path: 'planning', title: () => t('Gruppenplanung'), view: PlanningView, right: 'edit' },
  { path: 'import', title: () => t('Einlesen'), view: ImportView, right: 'edit' },
]
