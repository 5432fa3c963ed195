import { type ReactNode, useId } from 'react'
import { type Act, keyText } from '../app/acts'
import { Icon, type IconName } from './Icon'
import styles from './Button.module.css'

export interface ButtonProps {
  /** A verb with its object, with "…" only if a question follows. */
  children: ReactNode
  onPress?: () => void
  look?: 'normal' | 'primary' | 'quiet' | 'danger'
  icon?: IconName
  /** Written beside the word: "Strg S". */
  keyHint?: string
  /** What is missing, as a sentence. The button stays focusable and says it, instead of running. */
  whyNot?: string | null
  type?: 'button' | 'submit'
  /** Id of the form that a submit button outside of it sends. */
  form?: string
  autoFocus?: boolean
  /** For buttons that open something: is it open? */
  isExpanded?: boolean
}

/** A button. One `primary` a view at most. */
export function Button({
  children,
  onPress,
  look = 'normal',
  icon,
  keyHint,
  whyNot,
  type = 'button',
  form,
  autoFocus,
  isExpanded,
}: ButtonProps) {
  const reasonId = useId()
  const isOff = Boolean(whyNot)
  return (
    <>
      <button
        type={type}
        form={form}
        className={styles.button}
        data-look={look}
        autoFocus={autoFocus}
        aria-disabled={isOff || undefined}
        aria-describedby={isOff ? reasonId : undefined}
        aria-expanded={isExpanded}
        title={whyNot ?? undefined}
        onClick={(event) => {
          if (isOff) event.preventDefault()
          else onPress?.()
        }}
      >
        {icon && <Icon name={icon} />}
        {children}
        {keyHint && <kbd>{keyHint}</kbd>}
      </button>
      {isOff && (
        <span id={reasonId} hidden>
          {whyNot}
        </span>
      )}
    </>
  )
}

/** A button of one sign. `label` is its name and tooltip, with the key if there is one. */
export function IconButton({
  label,
  icon,
  onPress,
  keyHint,
  isExpanded,
  whyNot,
}: {
  label: string
  icon: IconName
  /** Gets the button, for what opens beside it. */
  onPress: (from: Element) => void
  keyHint?: string
  isExpanded?: boolean
  whyNot?: string | null
}) {
  const name = keyHint === undefined ? label : `${label} (${keyHint})`
  return (
    <button
      type="button"
      className={styles.button}
      data-look="quiet"
      data-icon-only="true"
      aria-label={name}
      title={whyNot ? `${name}: ${whyNot}` : name}
      aria-disabled={whyNot ? true : undefined}
      aria-expanded={isExpanded}
      onClick={(event) => {
        if (!whyNot) onPress(event.currentTarget)
      }}
    >
      <Icon name={icon} />
    </button>
  )
}

/** An act in a sentence, looking like a link. */
export function LinkButton({ children, onPress }: { children: ReactNode; onPress: () => void }) {
  return (
    <button type="button" className={styles.link} onClick={onPress}>
      {children}
    </button>
  )
}

/** The button of an act; its key and its "why not" come with it. */
export function ActButton({ act }: { act: Act }) {
  return (
    <Button
      look={act.isPrimary ? 'primary' : 'normal'}
      {...(act.icon && { icon: act.icon })}
      {...(act.key && { keyHint: keyText(act.key) })}
      whyNot={act.whyNot ?? null}
      onPress={act.run}
    >
      {act.label}
    </Button>
  )
}
