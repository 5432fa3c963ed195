import { Fragment, type KeyboardEvent, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { type Act, keyText } from '../app/acts'
import { Icon } from './Icon'
import { type Spot, useFloating } from './Floating'
import styles from './Floating.module.css'

/** An act in a menu. `isOn`: it is a choice, and set or not. */
export interface MenuAct extends Act {
  isOn?: boolean
}

/** Letters that follow each other faster are one word. */
const TYPING_MS = 800

/** A menu at a spot, in sections. Arrows and first letters choose, Enter runs, Esc closes; what cannot run says why. */
export function Menu({
  label,
  at,
  sections,
  onClose,
}: {
  label: string
  at: Spot
  sections: readonly (readonly MenuAct[])[]
  onClose: () => void
}) {
  const { ref, style } = useFloating(at, onClose)
  const items = () => [...(ref.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus()
  }, [ref])
  const typed = useRef({ letters: '', at: 0 })
  const hasSigns = sections.some((acts) => acts.some(({ icon, isOn }) => icon !== undefined || isOn !== undefined))
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    const all = items()
    const now = all.findIndex((one) => one === document.activeElement)
    const steps: Record<string, number> = { ArrowDown: now + 1, ArrowUp: now - 1 + all.length, Home: 0, End: all.length - 1 }
    const step = steps[event.key]
    if (step !== undefined) all[step % all.length]?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else if (event.key.length === 1 && event.key !== ' ') {
      const isGoingOn = event.timeStamp - typed.current.at < TYPING_MS
      typed.current = { letters: (isGoingOn ? typed.current.letters : '') + event.key.toLowerCase(), at: event.timeStamp }
      const beginsWith = (letters: string) => (one: HTMLElement) => one.textContent.trim().toLowerCase().startsWith(letters)
      const from = typed.current.letters.length > 1 ? now : now + 1
      const later = [...all.slice(from), ...all.slice(0, from)]
      // The same letter again goes on to the next that begins with it.
      const next = later.find(beginsWith(typed.current.letters)) ?? [...later.slice(1), ...later].find(beginsWith(event.key.toLowerCase()))
      next?.focus()
    } else return
    event.preventDefault()
  }
  return (
    <div ref={ref} className={styles.menu} style={style} role="menu" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
      {sections
        .filter((acts) => acts.length > 0)
        .map((acts, at) => (
          <Fragment key={at}>
            {at > 0 && <hr className={styles.line} />}
            {acts.map((act) => (
              <button
                key={act.label}
                type="button"
                tabIndex={-1}
                className={styles.item}
                role={act.isOn === undefined ? 'menuitem' : 'menuitemcheckbox'}
                aria-checked={act.isOn}
                aria-disabled={act.whyNot ? true : undefined}
                title={act.whyNot ?? undefined}
                onClick={() => {
                  if (act.whyNot) return
                  flushSync(onClose)
                  act.run()
                }}
              >
                {hasSigns && (
                  <span className={styles.sign}>
                    {act.isOn ? <Icon name="check" size={14} /> : act.icon && act.isOn === undefined && <Icon name={act.icon} size={14} />}
                  </span>
                )}
                {act.label}
                {act.key && <span className={styles.key}>{keyText(act.key)}</span>}
              </button>
            ))}
          </Fragment>
        ))}
    </div>
  )
}
