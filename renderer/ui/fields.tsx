// Controls for plain values. What people type stays as typed until it is understood.
import { useState } from 'react'
import { typedDay } from '../../shared/i18n/typedDay'
import { typedNumber } from '../../shared/i18n/typedNumber'
import { formatDate, formatNumber, formatWeekday } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { useToday } from '../app/office'
import { Field, type FieldProps } from './Field'
import styles from './Field.module.css'

/** One line of text, or several with `lines`. Free text runs in the direction of its script. */
export function TextField({
  value,
  onChange,
  lines = 1,
  maxLength,
  autoFocus,
  width,
  ...frame
}: FieldProps<string> & { lines?: number; maxLength?: number; width?: 'short' }) {
  return (
    <Field {...frame}>
      {(control) =>
        lines > 1 ? (
          <textarea
            {...control}
            rows={lines}
            dir="auto"
            value={value}
            maxLength={maxLength}
            autoFocus={autoFocus}
            readOnly={Boolean(frame.locked)}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <input
            {...control}
            type="text"
            dir="auto"
            data-width={width}
            value={value}
            maxLength={maxLength}
            autoFocus={autoFocus}
            readOnly={Boolean(frame.locked)}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  )
}

interface Typed {
  /** Hears what is wrong with the text while it is not understood; `null` once it is. The value then stays as it was. */
  onProblem?: (problem: string | null) => void
  /** Another number forgets the text in the making: the form was discarded or saved. */
  generation?: number
}

/** A number as people type it (1.284 or 62,5). `null`: empty. While it is not understood, the sentence says so and nothing is changed. */
export function NumberField({
  value,
  onChange,
  onProblem,
  generation = 0,
  unit,
  isWhole = false,
  autoFocus,
  ...frame
}: FieldProps<number | null> & Typed & { unit?: string | undefined; isWhole?: boolean }) {
  const shown = value === null ? '' : formatNumber(value, 6)
  const typing = useTyping(shown, generation, onProblem)
  return (
    <Field {...frame} unit={unit} error={typing.problem ?? frame.error}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode="decimal"
          data-width="number"
          value={typing.text}
          autoFocus={autoFocus}
          readOnly={Boolean(frame.locked)}
          autoComplete="off"
          onChange={(event) => {
            const understood = typedNumber(event.target.value, { isWhole })
            typing.type(event.target.value, 'problem' in understood ? understood.problem : null)
            if (!('problem' in understood)) onChange(understood.number)
          }}
          onBlur={typing.rest}
        />
      )}
    </Field>
  )
}

/** A day as people type it (1.3.85, 01032026, heute, +14); says what it understood. `null`: empty. */
export function DateField({ value, onChange, onProblem, generation = 0, autoFocus, ...frame }: FieldProps<string | null> & Typed) {
  const today = useToday()
  const typing = useTyping(value === null ? '' : formatDate(value), generation, onProblem)
  const understood =
    typing.isUnderstood && value !== null ? t('{weekday}, {date}', { weekday: formatWeekday(value), date: formatDate(value) }) : undefined
  return (
    <Field {...frame} error={typing.problem ?? frame.error} hint={understood ?? frame.hint}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode="numeric"
          data-width="short"
          value={typing.text}
          autoFocus={autoFocus}
          readOnly={Boolean(frame.locked)}
          autoComplete="off"
          placeholder={frame.locked ? undefined : t('TT.MM.JJJJ')}
          onChange={(event) => {
            const day = typedDay(event.target.value, today)
            typing.type(event.target.value, 'problem' in day ? day.problem : null)
            if (!('problem' in day)) onChange(day.day)
          }}
          onBlur={typing.rest}
        />
      )}
    </Field>
  )
}

/** Yes or no. */
export function CheckField({
  label,
  value,
  onChange,
  locked,
  before,
  hint,
  error,
  isAlone,
}: FieldProps<boolean> & { /** The box carries the label itself: outside of forms with a label column. */ isAlone?: boolean }) {
  if (isAlone) {
    return (
      <label className={styles.check}>
        <input type="checkbox" checked={value} disabled={Boolean(locked)} onChange={(event) => onChange(event.target.checked)} />
        {label}
      </label>
    )
  }
  return (
    <Field label={label} locked={locked} before={before} hint={hint} error={error}>
      {({ className: _, ...control }) => (
        <span className={styles.check}>
          <input
            {...control}
            type="checkbox"
            checked={value}
            disabled={Boolean(locked)}
            onChange={(event) => onChange(event.target.checked)}
          />{' '}
          {value ? t('ja') : t('nein')}
        </span>
      )}
    </Field>
  )
}

/** Text in the making: as typed while the field has focus, as the program writes it afterwards. What was not understood stays until it is solved. */
function useTyping(shown: string, generation: number, onProblem: Typed['onProblem']) {
  const [made, setTyped] = useState<{ text: string; problem: string | null; wasSaid: boolean; generation: number } | null>(null)
  const typed = made?.generation === generation ? made : null
  return {
    text: typed?.text ?? shown,
    isUnderstood: typed !== null && typed.problem === null,
    // Half a date is no mistake: it is said when the field is left, and from then on while it is mended.
    problem: typed?.wasSaid === true ? typed.problem : null,
    type: (text: string, problem: string | null) => {
      setTyped({ text, problem, wasSaid: typed?.wasSaid === true && typed.problem !== null, generation })
      if (problem !== (typed?.problem ?? null)) onProblem?.(problem)
    },
    rest: () => setTyped((now) => (now?.problem ? { ...now, wasSaid: true } : null)),
  }
}
