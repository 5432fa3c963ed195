// Small parts that views put together: bars, search, tabs, steps, progress.
import { type ReactNode, useId } from 'react'
import { t } from '../../shared/i18n/text'
import { Icon, type IconName } from './Icon'
import { usePausedText } from './pausedText'
import styles from './parts.module.css'

/** The bar under the view's head: search and filters left, the count ("184 von 231") at the end. */
export function Toolbar({
  label,
  children,
  count,
  end,
}: {
  label: string
  children: ReactNode
  count?: string
  /** Buttons after the count. */
  end?: ReactNode
}) {
  return (
    <div className={styles.toolbar} role="search" aria-label={label}>
      {children}
      {count !== undefined && (
        <span className={styles.count} role="status">
          {count}
        </span>
      )}
      {end}
    </div>
  )
}

/** Search in the list below. Asks after a short pause in typing; Esc clears. */
export function SearchField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const [text, ask] = usePausedText(value, onChange)
  return (
    <div className={styles.find}>
      <Icon name="search" size={14} />
      <input
        type="search"
        className={styles.findInput}
        aria-label={label}
        placeholder={t('In dieser Liste')}
        value={text}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => ask(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return
          event.stopPropagation()
          ask('', { isAtOnce: true })
        }}
      />
    </div>
  )
}

/** A filter over a list: a select in the toolbar, outlined in full once it is set. */
export function FilterField({
  label,
  value,
  onChange,
  options,
}: {
  label: string
  value: string | null
  onChange: (value: string | null) => void
  options: readonly { code: string; label: string }[]
}) {
  const id = useId()
  return (
    <span className={styles.filter} data-on={value !== null || undefined}>
      <label htmlFor={id}>{label}:</label>
      <select id={id} value={value ?? ''} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}>
        <option value="">{t('alle')}</option>
        {options.map((option) => (
          <option key={option.code} value={option.code}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}

/** A few choices side by side, of which one is on. Arrows move between them. */
export function Segmented<Code extends string>({
  label,
  value,
  onChange,
  options,
}: {
  label: string
  value: Code
  onChange: (value: Code) => void
  options: readonly { code: Code; label: string; count?: number; icon?: IconName }[]
}) {
  const name = useId()
  return (
    <div className={styles.segmented} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.code} className={styles.segment} data-on={option.code === value || undefined}>
          <input
            type="radio"
            name={name}
            className={styles.hidden}
            checked={option.code === value}
            onChange={() => onChange(option.code)}
          />
          {option.icon && <Icon name={option.icon} size={14} />}
          {option.label}
          {option.count !== undefined && <b className={styles.figures}>{option.count}</b>}
        </label>
      ))}
    </div>
  )
}

/** Views of one thing, as links, so that each has an address. */
export function Tabs({
  label,
  tabs,
}: {
  label: string
  tabs: readonly { href: string; label: string; count?: number; isCurrent: boolean }[]
}) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={`#${tab.href}`} aria-current={tab.isCurrent ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && <span className={styles.figures}>{tab.count}</span>}
        </a>
      ))}
    </nav>
  )
}

/** Steps of a wizard, in any order; each says what is open. */
export function StepBar({
  label,
  steps,
}: {
  label: string
  steps: readonly { label: string; state?: string; isDone: boolean; isCurrent: boolean; onGo?: () => void }[]
}) {
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step, index) => (
        <li key={step.label}>
          <button
            type="button"
            className={styles.step}
            aria-current={step.isCurrent ? 'step' : undefined}
            aria-disabled={step.onGo === undefined && !step.isCurrent ? true : undefined}
            onClick={() => step.onGo?.()}
          >
            <span className={styles.stepNumber}>{step.isDone ? <Icon name="check" size={12} label={t('fertig')} /> : index + 1}</span>
            {step.label}
            {step.state && <span className={styles.muted}>{step.state}</span>}
          </button>
        </li>
      ))}
    </ol>
  )
}

/** While something is prepared: what will happen in one sentence, and the buttons that do it. */
export function ActionBar({ label, summary, children }: { label: string; summary: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.actionBar} role="region" aria-label={label}>
      <div className={styles.summary} role="status">
        {summary}
      </div>
      {children}
    </div>
  )
}

/** Progress with its figure, never without. `share` 0 to 1; `null`: running, share unknown. */
export function ProgressLine({ label, share, figure }: { label: string; share: number | null; figure: string }) {
  return (
    <span className={styles.progressLine}>
      <progress className={styles.progress} aria-label={label} max={1} {...(share !== null && { value: share })} />
      <span className={styles.figures}>{figure}</span>
    </span>
  )
}

/** A state in words with its sign: colour only repeats them. */
export function StateText({
  kind,
  children,
}: {
  kind: 'good' | 'warning' | 'bad' | 'info' | 'conflict' | 'locked' | 'muted'
  children: ReactNode
}) {
  const icons: Record<typeof kind, IconName | null> = {
    good: 'success',
    warning: 'warning',
    bad: 'error',
    info: 'info',
    conflict: 'conflict',
    locked: 'lock',
    muted: null,
  }
  const icon = icons[kind]
  return (
    <span className={styles.state} data-kind={kind}>
      {icon !== null && <Icon name={icon} size={14} />}
      {children}
    </span>
  )
}

/** A row of key figures: what, how much, of what. */
export function Figures({ items }: { items: readonly { label: string; value: string; of?: string }[] }) {
  return (
    <dl className={styles.keyFigures}>
      {items.map(({ label, value, of }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {of !== undefined && <small> {of}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A section of a panel or page, divided by a line. `lead`: who leads these fields. */
export function Section({
  title,
  lead,
  level = 3,
  children,
}: {
  title: string
  lead?: string
  /** 2 directly under the view's title, 3 in a panel. */ level?: 2 | 3
  children: ReactNode
}) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Heading id={id} className={styles.sectionTitle}>
        {title}
        {lead !== undefined && <span className={styles.lead}>{lead}</span>}
      </Heading>
      {children}
    </section>
  )
}
