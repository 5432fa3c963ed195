import { useEffect, useRef, useState } from 'react'
import { isKey } from './acts'

/** The menu bar's state. `first`: the letter that came with Alt. */
export interface MenuBarUse {
  isShown: boolean
  first: string | null
  show(): void
  /** Puts the focus back where it was, then runs what was chosen. */
  close(run?: () => void): void
}

/** Alt alone or F10 shows the menu bar and takes it away again; Alt with a letter that `hasLetter` opens that menu at once. */
export function useMenuKeys(hasLetter: (letter: string) => boolean): MenuBarUse {
  const [shown, setShown] = useState<{ first: string | null } | null>(null)
  const before = useRef<Element | null>(null)
  const show = (first: string | null) => {
    before.current = document.activeElement
    setShown({ first })
  }
  const close = (run?: () => void) => {
    setShown(null)
    if (before.current instanceof HTMLElement) before.current.focus()
    run?.()
  }
  const newest = useRef({ shown, show, close, hasLetter })
  newest.current = { shown, show, close, hasLetter }
  useEffect(() => {
    let isAltAlone = false
    const toggle = () => (newest.current.shown === null ? newest.current.show(null) : newest.current.close())
    const down = (event: KeyboardEvent) => {
      isAltAlone = event.key === 'Alt' && !event.ctrlKey && !event.shiftKey && !event.metaKey
      if (document.querySelector('dialog[open]') !== null) return
      if (isKey(event, 'F10')) toggle()
      else if (newest.current.shown === null && isKey(event, `Alt+${event.key}`) && newest.current.hasLetter(event.key))
        newest.current.show(event.key)
      else return
      event.preventDefault()
    }
    const up = (event: KeyboardEvent) => {
      if (event.key !== 'Alt' || !isAltAlone || document.querySelector('dialog[open]') !== null) return
      isAltAlone = false
      event.preventDefault()
      toggle()
    }
    // Alt held while something is clicked is no wish for a menu.
    const press = () => (isAltAlone = false)
    window.addEventListener('keydown', down)
    window.addEventListener('keyup', up)
    window.addEventListener('pointerdown', press)
    return () => {
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', up)
      window.removeEventListener('pointerdown', press)
    }
  }, [])
  return { isShown: shown !== null, first: shown?.first ?? null, show: () => show(null), close }
}
