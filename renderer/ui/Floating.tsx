import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import styles from './Floating.module.css'

/** A place on screen that something opens at: a point, or the edge of the control that opened it. */
export interface Spot {
  x: number
  y: number
}

/** The spot under a control. */
export function spotUnder(element: Element): Spot {
  const { left, bottom } = element.getBoundingClientRect()
  return { x: left, y: bottom + 2 }
}

/** Keeps something that floats inside the window, closes it on a press elsewhere, and gives the focus back to where it came from. */
export function useFloating(
  at: Spot,
  onClose: () => void,
): { ref: RefObject<HTMLDivElement | null>; style: { left: number; top: number }; letGo: () => void } {
  const ref = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState(at)
  // While drawing: something in it may take the focus as soon as it is there.
  const [before] = useState(() => document.activeElement)
  const isLetGo = useRef(false)
  const close = useRef(onClose)
  close.current = onClose
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const fit = () => {
      const { width, height } = element.getBoundingClientRect()
      setPlace({ x: Math.max(4, Math.min(at.x, innerWidth - width - 4)), y: Math.max(4, Math.min(at.y, innerHeight - height - 4)) })
    }
    fit()
    const sizes = new ResizeObserver(fit)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [at.x, at.y])
  // In the layout phase, while what closes is still there: an act that runs next finds the focus where it belongs.
  useLayoutEffect(() => {
    const element = ref.current
    const press = (event: Event) => {
      if (event.target instanceof Node && element?.contains(event.target) !== true) close.current()
    }
    document.addEventListener('pointerdown', press, true)
    return () => {
      document.removeEventListener('pointerdown', press, true)
      // Whoever pressed elsewhere has the focus there already.
      const isLost =
        document.activeElement === null || document.activeElement === document.body || element?.contains(document.activeElement) === true
      if (isLost && !isLetGo.current && before instanceof HTMLElement) before.focus()
    }
  }, [before])
  /** The focus has gone on to something else, and stays there. */
  const letGo = () => {
    isLetGo.current = true
  }
  return { ref, style: { left: place.x, top: place.y }, letGo }
}

/** A small window over the view, for what is set there and then. Esc closes it. */
export function Popover({ label, at, onClose, children }: { label: string; at: Spot; onClose: () => void; children: ReactNode }) {
  const { ref, style, letGo } = useFloating(at, onClose)
  useEffect(() => {
    const first = ref.current?.querySelector<HTMLElement>('[autofocus], input, select, button')
    if (ref.current?.contains(document.activeElement) !== true) first?.focus()
  }, [ref])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes, from every control in it
    <div
      ref={ref}
      className={styles.popover}
      style={style}
      role="dialog"
      aria-label={label}
      onBlur={({ relatedTarget }) => {
        // At once: what has the focus now must not lie under it.
        if (!(relatedTarget instanceof Node) || ref.current?.contains(relatedTarget) === true) return
        letGo()
        flushSync(onClose)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      {children}
    </div>
  )
}
