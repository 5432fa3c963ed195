// The menu bar as the ARIA Authoring Practices have it: one tab stop, arrows walk, letters choose, Esc goes back where one came from.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { t } from '../../shared/i18n/text'
import { rooms } from '../rooms'
import { type Act, keyText, useShownActs } from './acts'
import styles from './MenuBar.module.css'
import { type Menu, menusOf, mnemonicsOf } from './menus'
import { useMaySee } from './office'
import type { Room } from './room'
import { usePlace, viewsOf } from './routes'

/** Which menu has the focus, whether it is open, and which of its acts has the focus. */
interface At {
  menu: number
  item: number | null
}

/** The menus of what is on screen. `first`: a letter that opens its menu at once (Alt D), or `null`. */
export function MenuBar({ first, onClose }: { first: string | null; onClose: (run?: () => void) => void }) {
  const { place, go } = usePlace()
  const acts = useShownActs(({ shown }) => shown).flatMap(({ read }) => read())
  const maySee = useMaySee()
  const open = Object.fromEntries(
    Object.entries<Room>(rooms).map(([name, room]) => [name, { ...room, views: viewsOf(room, name, maySee) }]),
  )
  const menus = menusOf(acts, rooms[place.room], open, go)
  const letters = mnemonicsOf(menus.map(({ label }) => label))
  const [at, setAt] = useState<At>(() => {
    const menu = menuOfLetter(menus, first)
    return { menu: Math.max(0, menu), item: menu === -1 ? null : 0 }
  })
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    bar.current?.querySelector<HTMLElement>(at.item === null ? `[data-menu="${at.menu}"]` : `[data-item="${at.item}"]`)?.focus()
  }, [at])
  useEffect(() => {
    const press = ({ target }: PointerEvent) => {
      if (target instanceof Node && bar.current?.contains(target) === false) onClose()
    }
    window.addEventListener('pointerdown', press, true)
    return () => window.removeEventListener('pointerdown', press, true)
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const next = step(event.key, at, menus)
    if (event.key === 'Tab') return onClose()
    if (event.key === 'Escape' && at.item === null) onClose()
    else if (next === null) return
    else if (next === 'run') runAct(menus[at.menu]!.groups.flat()[at.item!]!, onClose)
    else setAt(next)
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={bar} className={styles.bar} role="menubar" aria-label={t('Menüleiste')} onKeyDown={onKeyDown}>
      {menus.map((menu, index) => (
        <div key={menu.label} className={styles.menu} role="none">
          <button
            type="button"
            role="menuitem"
            className={styles.head}
            data-menu={index}
            tabIndex={index === at.menu ? 0 : -1}
            aria-haspopup="menu"
            aria-expanded={index === at.menu && at.item !== null}
            onClick={() => setAt({ menu: index, item: at.menu === index && at.item !== null ? null : 0 })}
          >
            <Lettered label={menu.label} at={letters[index]!} />
          </button>
          {index === at.menu && at.item !== null && <OpenMenu menu={menu} onRun={(act) => runAct(act, onClose)} />}
        </div>
      ))}
    </div>
  )
}

/** The menu that Alt with a letter opens, -1 for none. */
export function menuOfLetter(menus: readonly Menu[], letter: string | null): number {
  const labels = menus.map(({ label }) => label)
  return letter === null ? -1 : indexOfLetter(labels, letter)
}

function OpenMenu({ menu, onRun }: { menu: Menu; onRun: (act: Act) => void }) {
  const items = menu.groups.flat()
  const letters = mnemonicsOf(items.map(({ label }) => label))
  return (
    <div className={styles.items} role="menu" aria-label={menu.label}>
      {menu.groups.map((group) => (
        <div key={group[0]!.label} role="none" className={styles.group}>
          {group.map((act) => {
            const index = items.indexOf(act)
            return (
              <button
                key={act.label}
                type="button"
                role="menuitem"
                className={styles.item}
                data-item={index}
                tabIndex={-1}
                aria-disabled={act.whyNot ? true : undefined}
                aria-keyshortcuts={act.key}
                title={act.whyNot ?? undefined}
                onClick={() => onRun(act)}
              >
                <Lettered label={act.label} at={letters[index]!} />
                {act.key !== undefined && <kbd>{keyText(act.key)}</kbd>}
              </button>
            )
          })}
        </div>
      ))}
    </div>
  )
}

function Lettered({ label, at }: { label: string; at: number }) {
  if (at === -1) return <span>{label}</span>
  return (
    <span>
      {label.slice(0, at)}
      <u>{label.slice(at, at + 1)}</u>
      {label.slice(at + 1)}
    </span>
  )
}

function runAct(act: Act, onClose: (run?: () => void) => void): void {
  // What cannot be done stays in sight with its reason.
  if (!act.whyNot) onClose(act.run)
}

/** Where a key leads; `null`: it is none of the menu's. */
function step(key: string, { menu, item }: At, menus: readonly Menu[]): At | 'run' | null {
  const items = menus[menu]!.groups.flat()
  const beside = (by: number) => (menu + by + menus.length) % menus.length
  const open = item !== null
  if (key === 'ArrowRight') return { menu: beside(1), item: open ? 0 : null }
  if (key === 'ArrowLeft') return { menu: beside(-1), item: open ? 0 : null }
  if (key === 'Escape') return { menu, item: null }
  if (!open) {
    if (key === 'ArrowDown' || key === 'Enter' || key === ' ') return { menu, item: 0 }
    if (key === 'ArrowUp') return { menu, item: items.length - 1 }
    if (key === 'Home') return { menu: 0, item: null }
    if (key === 'End') return { menu: menus.length - 1, item: null }
    const chosen = menuOfLetter(menus, key)
    return chosen === -1 ? null : { menu: chosen, item: 0 }
  }
  if (key === 'ArrowDown') return { menu, item: (item + 1) % items.length }
  if (key === 'ArrowUp') return { menu, item: (item - 1 + items.length) % items.length }
  if (key === 'Home') return { menu, item: 0 }
  if (key === 'End') return { menu, item: items.length - 1 }
  if (key === 'Enter' || key === ' ') return 'run'
  const labels = items.map(({ label }) => label)
  const chosen = indexOfLetter(labels, key)
  return chosen === -1 ? null : { menu, item: chosen }
}

function indexOfLetter(labels: readonly string[], letter: string): number {
  return mnemonicsOf(labels).findIndex((at, index) => at !== -1 && labels[index]![at]!.toLowerCase() === letter.toLowerCase())
}
