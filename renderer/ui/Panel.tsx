import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { t } from '../../shared/i18n/text'
import { useActs } from '../app/acts'
import { IconButton } from './Button'
import styles from './Panel.module.css'

export interface PanelProps {
  /** Who or what is shown. */
  title: string
  /** One line of identity under it: born, place, number. */
  identity?: ReactNode
  onClose: () => void
  /** What the scrolled part holds, where it is not fields. */
  bodyLabel?: string
  /** Alt ↑ and Alt ↓; absent at the ends of the list. */
  onPrevious?: (() => void) | undefined
  onNext?: (() => void) | undefined
  /** Always in sight under the fields: `HistoryList`. */
  history?: ReactNode
  /** `FormBar`, or buttons. */
  bar?: ReactNode
  /** Puts the focus into the panel when it changes: the row was opened with Enter. */
  focusKey?: string | number | null
  children: ReactNode
}

/** The side panel: the chosen record with its fields, its history and its bar. */
export function Panel({ title, identity, onClose, bodyLabel, onPrevious, onNext, history, bar, focusKey, children }: PanelProps) {
  const titleId = useId()
  const panel = useRef<HTMLElement>(null)
  useActs([
    ...(onPrevious ? [{ label: t('Vorheriger Eintrag'), key: 'Alt+ArrowUp', run: onPrevious }] : []),
    ...(onNext ? [{ label: t('Nächster Eintrag'), key: 'Alt+ArrowDown', run: onNext }] : []),
  ])
  useEffect(() => {
    if (focusKey === undefined || focusKey === null) return
    const first = panel.current?.querySelector<HTMLElement>('[data-panel-body] :is(input, select, textarea, button):not([disabled])')
    ;(first ?? panel.current)?.focus()
  }, [focusKey])
  useLayoutEffect(() => {
    const here = panel.current
    return () => {
      if (here?.contains(document.activeElement)) requestAnimationFrame(focusBack)
    }
  }, [])
  return (
    <aside ref={panel} tabIndex={-1} className={styles.panel} aria-labelledby={titleId} data-region="panel">
      <header className={styles.head}>
        <div className={styles.titleRow}>
          <h2 id={titleId} className={styles.title} dir="auto" title={title}>
            {title}
          </h2>
          {onPrevious && <IconButton label={t('Vorheriger Eintrag')} keyHint="Alt ↑" icon="arrowUp" onPress={onPrevious} />}
          {onNext && <IconButton label={t('Nächster Eintrag')} keyHint="Alt ↓" icon="arrowDown" onPress={onNext} />}
          <IconButton label={t('Seitenfeld schließen')} keyHint="Esc" icon="close" onPress={onClose} />
        </div>
        {identity !== undefined && <p className={styles.identity}>{identity}</p>}
      </header>
      <div className={styles.body} data-panel-body role="region" aria-label={bodyLabel ?? t('Felder')} tabIndex={0}>
        {children}
      </div>
      {history}
      {bar}
    </aside>
  )
}

/** The panel that had the focus is gone: on to the one in its place, else back to the cell it was opened from. */
function focusBack(): void {
  if (document.activeElement !== document.body) return
  const target =
    document.querySelector<HTMLElement>('[data-region="panel"]') ?? document.querySelector<HTMLElement>('[data-cell][tabindex="0"]')
  target?.focus()
}
