import { t } from '../../shared/i18n/text'
import type { RoomView } from '../app/room'
import { ActsView } from './ActsView'
import { AuditView } from './audit/AuditView'
import { CheckView } from './check/CheckView'
import { DeletedView } from './DeletedView'
import { HelpView } from './HelpView'
import { BackupsView } from './backups/BackupsView'
import { SettingsView } from './SettingsView'
import { UsersView } from './UsersView'

/** The views of this room, in the order of its tabs. */
export const workspaceViews: readonly RoomView[] = [
  { path: 'acts', title: () => t('Letzte Schritte'), view: ActsView, right: 'read' },
  { path: 'deleted', title: () => t('Gelöschte Einträge'), view: DeletedView, right: 'read' },
  { path: 'backups', title: () => t('Sicherungen'), view: BackupsView, right: 'read' },
  { path: 'users', title: () => t('Personen mit Zugang'), view: UsersView, right: 'coordinate' },
  { path: 'audit', title: () => t('Protokoll'), view: AuditView, right: 'audit' },
  { path: 'check', title: () => t('Prüfen'), view: CheckView, right: 'audit' },
  { path: 'settings', title: () => t('Einstellungen'), view: SettingsView },
  { path: 'help', title: () => t('Hilfe'), view: HelpView, isHidden: true },
]
