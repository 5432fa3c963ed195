import { useId, useState } from 'react'
import { formatDate } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { typedDay } from '../../shared/i18n/typedDay'
import { useToday } from '../app/office'
import styles from './parts.module.css'

/** A filter by a day, as people type it; it counts once the field is left or Enter is pressed. `null`: any day. */
export function DayFilter({ label, value, onChange }: { label: string; value: string | null; onChange: (value: string | null) => void }) {
  const id = useId()
  const today = useToday()
  const [typed, setTyped] = useState<string | null>(null)
  const understood = typed === null ? null : typedDay(typed, today)
  const problem = understood !== null && 'problem' in understood ? understood.problem : null
  const settle = () => {
    if (understood === null || 'problem' in understood) return
    setTyped(null)
    if (understood.day !== value) onChange(understood.day)
  }
  return (
    <span className={styles.filter} data-on={value !== null || undefined}>
      <label htmlFor={id}>{label}:</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        className={styles.day}
        placeholder={t('TT.MM.JJJJ')}
        value={typed ?? (value === null ? '' : formatDate(value))}
        aria-invalid={problem === null ? undefined : true}
        title={problem ?? undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle()
        }}
      />
    </span>
  )
}
