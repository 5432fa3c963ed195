import { type CSSProperties, type ReactNode, useEffect } from 'react'
import { t } from '../../shared/i18n/text'
import { rooms } from '../rooms'
import { ActButton, Tabs } from '../ui'
import { type Act, useActs } from './acts'
import { HelpPanel, useHelp } from './HelpPanel'
import { Notices } from './Notices'
import { useMaySee, useOffice } from './office'
import { PanelEdge, usePanelWidth } from './PanelEdge'
import type { Room } from './room'
import { pathOf, usePlace, viewsOf } from './routes'
import styles from './View.module.css'

export interface ViewProps {
  /** At most two buttons at the right of the head, the primary one last. They are in the palette and have their keys too. */
  acts?: readonly Act[]
  /** `Toolbar` or `StepBar`, or both. */
  bars?: ReactNode
  /** `Panel` beside the work area. */
  panel?: ReactNode
  /** `ActionBar` under it, while something is prepared. */
  actionBar?: ReactNode
  /** Figures beside the tabs, by the path of the view. */
  counts?: Readonly<Record<string, number | undefined>>
  /** The work area scrolls by itself: text and forms. Tables scroll inside and want `false`. */
  isPage?: boolean
  children: ReactNode
}

/** The frame of every view: head with the room's tabs, bars, notices, work area, panel. */
export function View({ acts = [], bars, panel, actionBar, counts = {}, isPage = false, children }: ViewProps) {
  const { place } = usePlace()
  const office = useOffice()
  const room: Room = rooms[place.room]
  useActs(acts)
  const title = place.view.title()
  const name = `${place.room}/${place.view.path}`
  const width = usePanelWidth(name)
  const isHelpOpen = useHelp(({ isOpen }) => isOpen)
  const beside = isHelpOpen ? <HelpPanel view={name} /> : panel
  useEffect(() => {
    document.title = [title, office?.countyName, 'Kreiswerkbank'].filter(Boolean).join(' – ')
  }, [title, office?.countyName])
  const maySee = useMaySee()
  const tabs = viewsOf(room, place.room, maySee).filter((view) => !view.isHidden)
  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        {tabs.length > 1 && (
          <Tabs
            label={t('Ansichten in {room}', { room: room.title() })}
            tabs={tabs.map((view) => ({
              href: pathOf(place.room, view.path),
              label: view.title(),
              count: counts[view.path],
              isCurrent: view === place.view,
            }))}
          />
        )}
        <div className={styles.acts}>
          {acts.map((act) => (
            <ActButton key={act.label} act={act} />
          ))}
        </div>
      </div>
      {bars}
      <Notices />
      <div className={styles.body} style={{ '--kw-width-panel': `${width}px` } as CSSProperties}>
        <div className={styles.pane} data-page={isPage || undefined}>
          {children}
        </div>
        {beside && <PanelEdge view={name} />}
        {beside}
      </div>
      {actionBar}
    </>
  )
}
