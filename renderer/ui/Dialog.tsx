import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './Dialog.module.css'

export interface DialogProps {
  /** The question; the buttons are verbs that answer it. */
  title: string
  children: ReactNode
  actions: ReactNode
  /** Esc, and the button that changes nothing. */
  onClose: () => void
  /** For a table to choose from. */
  isWide?: boolean
  /** Its text is read and scrolled: it has a tab stop of its own. */
  isText?: boolean
}

/** Asks before something is destroyed, published or left unsaved. Native: focus stays inside and returns to where it came from. */
export function Dialog({ title, children, actions, onClose, isWide = false, isText = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={element}
      className={styles.dialog}
      data-wide={isWide || undefined}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <div className={styles.text} {...(isText && { role: 'region', 'aria-labelledby': titleId, tabIndex: 0 })}>
        {children}
      </div>
      <div className={styles.actions}>{actions}</div>
    </dialog>
  )
}
