import { useId, useState } from 'react'
import { t } from '../../shared/i18n/text'
import { IconButton } from './Button'
import { Field, type FieldProps } from './Field'
import styles from './Field.module.css'

export interface ComboboxProps extends Omit<FieldProps<string | null>, 'onChange'> {
  /** The word for `value`. */
  shown: string
  /** What fits the search, best first. */
  options: readonly { code: string; label: string }[]
  /** Hears what is searched; `null`: the list is closed. */
  onSearch: (search: string | null) => void
  onChange: (code: string | null) => void
  placeholder?: string | undefined
  /** Below the options: makes what was not found. */
  onCreate?: ((search: string) => void) | undefined
  /** Stays open after a choice, empty again: for a field with several values. */
  isForMany?: boolean
}

interface Line {
  key: string
  label: string
  run(): void
}

/** A field that finds its value by typing: arrows choose, Enter takes, Esc closes the list. */
export function Combobox({
  value,
  shown,
  options,
  onSearch,
  onChange,
  onCreate,
  placeholder,
  isForMany = false,
  autoFocus,
  isRequired,
  ...frame
}: ComboboxProps) {
  const [search, setSearch] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const listId = useId()
  const isOpen = search !== null && !frame.locked
  const seek = (next: string | null) => {
    setSearch(next)
    setActive(0)
    onSearch(next)
  }
  const choose = (code: string | null) => {
    onChange(code)
    seek(isForMany && code !== null ? '' : null)
  }
  const typed = search?.trim() ?? ''
  const lines: Line[] = !isOpen
    ? []
    : [
        ...options.map(({ code, label }) => ({ key: code, label, run: () => choose(code) })),
        ...(onCreate === undefined || typed === ''
          ? []
          : [
              {
                key: 'new',
                label: t('„{typed}“ neu anlegen …', { typed }),
                run: () => {
                  seek(null)
                  onCreate(typed)
                },
              },
            ]),
      ]
  return (
    <Field {...frame} isRequired={isRequired}>
      {(control) => (
        <>
          <div className={styles.combo}>
            <input
              {...control}
              type="text"
              role="combobox"
              aria-expanded={isOpen}
              aria-controls={isOpen ? listId : undefined}
              aria-autocomplete="list"
              aria-activedescendant={lines[active] ? `${listId}-${active}` : undefined}
              autoComplete="off"
              spellCheck={false}
              autoFocus={autoFocus}
              readOnly={Boolean(frame.locked)}
              value={search ?? shown}
              placeholder={frame.locked ? undefined : (placeholder ?? t('Suchen und wählen'))}
              onChange={(event) => seek(event.target.value)}
              onBlur={() => seek(null)}
              onClick={() => {
                if (!isOpen && value === null) seek('')
              }}
              onKeyDown={(event) => {
                if (event.ctrlKey || event.altKey || event.metaKey) return
                if (event.key === 'ArrowDown' && !isOpen) seek('')
                else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, lines.length - 1))
                else if (event.key === 'ArrowUp' && isOpen) setActive(Math.max(active - 1, 0))
                else if (event.key === 'Enter' && lines[active]) lines[active].run()
                else if (event.key === 'Escape' && isOpen) seek(null)
                else return
                event.preventDefault()
                event.stopPropagation()
              }}
            />
            {isOpen && (
              <div className={styles.options} role="listbox" id={listId} aria-label={frame.label}>
                {lines.map(({ key, label, run }, index) => (
                  // Pointing must not take the focus out of the field, which would close the list before the click.
                  <button
                    key={key}
                    ref={index === active ? intoSight : null}
                    type="button"
                    tabIndex={-1}
                    id={`${listId}-${index}`}
                    role="option"
                    aria-selected={index === active}
                    className={styles.option}
                    dir="auto"
                    onPointerDown={(event) => event.preventDefault()}
                    onClick={run}
                  >
                    {label}
                  </button>
                ))}
                {lines.length === 0 && (
                  <div className={styles.option} role="option" aria-selected="false" aria-disabled="true" tabIndex={-1}>
                    {t('Kein Treffer')}
                  </div>
                )}
              </div>
            )}
          </div>
          {value !== null && !isRequired && !frame.locked && (
            <IconButton label={t('{label} leeren', { label: frame.label })} icon="close" onPress={() => choose(null)} />
          )}
        </>
      )}
    </Field>
  )
}

function intoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
