import { useEffect, useRef } from 'react'

/** Esc inside the part of the window that `selector` names. */
export function useEscape(selector: string, onEscape: () => void): void {
  const newest = useRef(onEscape)
  newest.current = onEscape
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
      if (!(event.target instanceof Element) || event.target.closest(selector) === null) return
      event.preventDefault()
      newest.current()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [selector])
}
