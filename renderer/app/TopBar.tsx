import type { ReactNode } from 'react'
import { labelOf } from '../../shared/core/lists'
import { t } from '../../shared/i18n/text'
import { rooms } from '../rooms'
import { Icon, IconButton } from '../ui'
import { type Act, actsNow, keyText } from './acts'
import { MenuBar, menuOfLetter } from './MenuBar'
import { menusOf } from './menus'
import { useOffice } from './office'
import { usePlace } from './routes'
import styles from './TopBar.module.css'
import { useMenuKeys } from './useMenuKeys'

/** The program's mark and name. */
function Brand() {
  return (
    <div className={styles.brand}>
      <span className={styles.mark} aria-hidden>
        <svg viewBox="0 0 12 12">
          <path d="M2.5 1v10M9.5 1L3 6l6.500 5" />
        </svg>
      </span>
      <span className={styles.wide}>Kreiswerkbank</span>
    </div>
  )
}

/** The bar at the top; without a workspace only the mark and what stands at the right. */
export function BareTopBar({ children }: { children: ReactNode }) {
  return (
    <header className={styles.bar}>
      <Brand />
      <span className={styles.grow} />
      <div className={styles.me}>{children}</div>
    </header>
  )
}

/** Which county and office, search, the next step back and forth, who works here, lock. */
export function TopBar({ onSearch, onLock, steps }: { onSearch: () => void; onLock: () => void; steps: readonly Act[] }) {
  const office = useOffice()
  const { place, go } = usePlace()
  const menu = useMenuKeys((letter) => menuOfLetter(menusOf(actsNow(), rooms[place.room], rooms, go), letter) !== -1)
  return (
    <header className={styles.bar}>
      <Brand />
      <IconButton label={t('Menü')} keyHint="Alt" icon="list" isExpanded={menu.isShown} onPress={menu.show} />
      {menu.isShown ? (
        <MenuBar key={menu.first} first={menu.first} onClose={menu.close} />
      ) : (
        <div className={styles.county}>
          <b>{office?.countyName}</b> <span className={styles.muted}>{office?.officeName}</span>
        </div>
      )}
      <button type="button" className={styles.search} onClick={onSearch} aria-keyshortcuts="Control+K">
        <Icon name="search" size={14} />
        <span className={styles.cut}>{t('Suchen oder Befehl eingeben')}</span>
        <kbd>{t('Strg K')}</kbd>
      </button>
      <div className={styles.me}>
        {steps.map(({ label, icon, key, whyNot, run }) => (
          <IconButton
            key={key}
            label={label}
            icon={icon ?? 'undo'}
            whyNot={whyNot ?? null}
            onPress={run}
            {...(key && { keyHint: keyText(key) })}
          />
        ))}
        <span className={styles.wide}>
          {office?.userName} <span className={styles.muted}>{office && labelOf('role', office.role)}</span>
        </span>
        <IconButton label={t('Sperren')} keyHint={t('Strg L')} icon="lock" onPress={onLock} />
      </div>
    </header>
  )
}
