import { t } from '../../shared/i18n/text'
import { rooms } from '../rooms'
import { Icon } from '../ui'
import type { Room, RoomGroup } from './room'
import { useMaySee } from './office'
import { pathOf, usePlace, viewsOf } from './routes'
import styles from './Navigation.module.css'

/** The rooms in three groups. A room in which the user may see no view is not shown. */
export function Navigation() {
  const { place } = usePlace()
  const groups: readonly { group: RoomGroup; title: string }[] = [
    { group: 'work', title: t('Vorgänge') },
    { group: 'subject', title: t('Fachbereiche') },
    { group: 'ground', title: t('Grundlagen') },
  ]
  const maySee = useMaySee()
  const shown = Object.entries<Room>(rooms).filter(([name, room]) => viewsOf(room, name, maySee).length > 0)
  return (
    <nav className={styles.nav} aria-label={t('Bereiche')} data-region="nav">
      {groups.map(({ group, title }) => {
        const members = shown.filter(([, room]) => room.group === group)
        if (members.length === 0) return null
        return (
          <div key={group} role="group" aria-label={title}>
            <span className={styles.group} aria-hidden>
              {title}
            </span>
            <ul>
              {members.map(([name, room]) => (
                <li key={name}>
                  <a
                    href={`#${pathOf(name, viewsOf(room, name, maySee)[0]!.path)}`}
                    aria-current={name === place.room ? 'page' : undefined}
                    title={room.title()}
                  >
                    <Icon name={room.icon} />
                    <span className={styles.label}>{room.title()}</span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}
