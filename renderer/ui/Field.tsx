// The frame of every form control: label, control, and under it what is wrong, what was before, or who leads the field.
import { type ReactNode, useId } from 'react'
import { t } from '../../shared/i18n/text'
import type { Privacy } from '../../shared/core/entity'
import { Icon } from './Icon'
import { PrivacyMark } from './PrivacyMark'
import styles from './Field.module.css'

export interface FieldProps<Value> {
  label: string
  value: Value
  onChange(value: Value): void
  hint?: string | undefined
  /** What is wrong and what to do, as a sentence. */
  error?: string | null | undefined
  /** The saved value as text, given while it differs: marks the field as changed. */
  before?: string | null | undefined
  /** Who leads this field, as a sentence: the value can be read and copied, not changed. */
  locked?: string | null | undefined
  isRequired?: boolean | undefined
  /** Marked where it is more than personal. */
  privacy?: Privacy | undefined
  autoFocus?: boolean | undefined
}

/** What a control must carry so that label, hint and error are read with it. */
interface ControlProps {
  id: string
  className: string | undefined
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
  'data-state': string
}

interface Frame extends Pick<FieldProps<unknown>, 'label' | 'hint' | 'error' | 'before' | 'locked' | 'isRequired' | 'privacy'> {
  unit?: string | undefined
  children(control: ControlProps): ReactNode
}

/** Label left, control right, sentences under it. */
export function Field({ label, hint, error, before, locked, isRequired, privacy, unit, children }: Frame) {
  const id = useId()
  const sentences = [error, locked, before === undefined || before === null ? null : t('geändert · vorher: {before}', { before }), hint]
  const state = [error && 'error', locked && 'locked', before !== undefined && before !== null && 'dirty'].filter(Boolean).join(' ')
  const describedBy = sentences
    .map((sentence, index) => (sentence ? `${id}-${index}` : ''))
    .filter(Boolean)
    .join(' ')
  return (
    <div className={styles.line}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {isRequired && (
          <span className={styles.required} title={t('Pflichtfeld')} aria-hidden>
            {' *'}
          </span>
        )}
        {(privacy === 'social' || privacy === 'article9') && (
          <>
            {' '}
            <PrivacyMark privacy={privacy} />
          </>
        )}
      </label>
      <div className={styles.side}>
        <div className={styles.row}>
          {children({
            id,
            className: styles.control,
            'aria-describedby': describedBy || undefined,
            'aria-invalid': error ? true : undefined,
            'aria-required': isRequired || undefined,
            'data-state': state,
          })}
          {unit && <span className={styles.unit}>{unit}</span>}
          {locked && <Icon name="lock" size={14} />}
        </div>
        {sentences.map((sentence, index) =>
          sentence ? (
            <span key={index} id={`${id}-${index}`} className={index === 0 ? `${styles.hint} ${styles.error}` : styles.hint}>
              {index === 0 && <Icon name="error" size={14} />} {sentence}
            </span>
          ) : null,
        )}
      </div>
    </div>
  )
}
