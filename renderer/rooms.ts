// One line a room: title, sign, group in the navigation, views. Navigation, tabs, search and palette read them from here; nothing else names a room.
import type { RoomName } from '../shared/rooms'
import { t } from '../shared/i18n/text'
import type { Room } from './app/room'
import { courseJobs } from './courses/jobs'
import { courseViews } from './courses/views'
import { directoryViews } from './directory/views'
import { workspaceJobs } from './workspace/jobs'
import { workspaceViews } from './workspace/views'

export const rooms = {
  courses: { title: () => t('Kurse'), icon: 'course', group: 'subject', views: courseViews, jobs: courseJobs, readsLists: 'import' },
  directory: { title: () => t('Verzeichnis'), icon: 'directory', group: 'ground', views: directoryViews },
  workspace: { title: () => t('Arbeitsbereich'), icon: 'workspace', group: 'ground', views: workspaceViews, jobs: workspaceJobs },
} satisfies Record<RoomName, Room>

export type { RoomName }
