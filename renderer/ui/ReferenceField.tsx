import { useId, useState } from 'react'
import * as z from 'zod'
import { Choice, type QueryCall } from '../../shared/core/call'
import { roomOf, rooms } from '../../shared/rooms'
import { t } from '../../shared/i18n/text'
import { useLive } from '../app/live'
import { Field, type FieldProps } from './Field'
import { IconButton } from './Button'
import styles from './Field.module.css'

const Choices = z.array(Choice)
const LIMIT = 50

/** A reference to a record of `entity`, found by typing. Its room answers by its query `chooseReference`. `null`: none. */
export function ReferenceField({
  entity,
  value,
  onChange,
  autoFocus,
  isRequired,
  ...frame
}: FieldProps<string | null> & { entity: string }) {
  const [search, setSearch] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const listId = useId()
  const isOpen = search !== null && !frame.locked
  const { choices: found, isLoading } = useChoices(entity, isOpen ? search : '', value)
  const chosen = found.find(({ id }) => id === value)
  const shown = value === null ? '' : (chosen?.label ?? (isLoading ? '…' : t('nicht vorhanden')))
  const options = isOpen ? found : []
  const choose = (id: string | null) => {
    onChange(id)
    setSearch(null)
  }
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
              aria-activedescendant={isOpen && options[active] ? `${listId}-${active}` : undefined}
              autoComplete="off"
              spellCheck={false}
              autoFocus={autoFocus}
              readOnly={Boolean(frame.locked)}
              value={search ?? shown}
              placeholder={frame.locked ? undefined : t('Suchen und wählen')}
              onChange={(event) => {
                setSearch(event.target.value)
                setActive(0)
              }}
              onBlur={() => setSearch(null)}
              onKeyDown={(event) => {
                if (event.key === 'ArrowDown' && !isOpen) setSearch('')
                else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, options.length - 1))
                else if (event.key === 'ArrowUp' && isOpen) setActive(Math.max(active - 1, 0))
                else if (event.key === 'Enter' && isOpen && options[active]) choose(options[active].id)
                else if (event.key === 'Escape' && isOpen) setSearch(null)
                else return
                event.preventDefault()
                event.stopPropagation()
              }}
            />
            {isOpen && (
              <div className={styles.options} role="listbox" id={listId} aria-label={frame.label}>
                {options.map(({ id, label }, index) => (
                  // Pointing must not take the focus out of the field, which would close the list before the click.
                  <button
                    key={id}
                    type="button"
                    tabIndex={-1}
                    id={`${listId}-${index}`}
                    role="option"
                    aria-selected={index === active}
                    className={styles.option}
                    dir="auto"
                    onPointerDown={(event) => event.preventDefault()}
                    onClick={() => choose(id)}
                  >
                    {label}
                  </button>
                ))}
                {options.length === 0 && (
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

/** The words for ids of an entity, as its room's query `chooseReference` gives them. */
function useChoices(entity: string, search: string, selected: string | null) {
  const room = roomOf(entity)
  const calls: Record<string, unknown> = room === undefined ? {} : rooms[room].calls
  const query = calls['chooseReference']
  if (!isQuery(query)) throw new TypeError(`The room of "${entity}" has no query chooseReference`)
  const answer = useLive(query, { entity, search, selected, limit: LIMIT })
  return { choices: answer.value === undefined ? [] : Choices.parse(answer.value), isLoading: answer.value === undefined || answer.isOld }
}

/** The word for one referenced record: "…" until it is known, "nicht vorhanden" if it is gone, erased or was never sent. */
export function useReferenceLabel(entity: string, id: string | null): string {
  const { choices, isLoading } = useChoices(entity, '', id)
  if (id === null) return '–'
  return choices.find((one) => one.id === id)?.label ?? (isLoading ? '…' : t('nicht vorhanden'))
}

function isQuery(call: unknown): call is QueryCall {
  return typeof call === 'object' && call !== null && 'kind' in call && call.kind === 'query'
}
