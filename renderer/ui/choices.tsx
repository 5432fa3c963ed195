// Controls for codes of a list: stored is the code, shown its word.
import { useState } from 'react'
import { choices, labelOf } from '../../shared/core/lists'
import { searchForm } from '../../shared/core/textKeys'
import { t } from '../../shared/i18n/text'
import { useToday } from '../app/office'
import { Combobox } from './Combobox'
import { Field, type FieldProps } from './Field'
import { Icon } from './Icon'
import styles from './Field.module.css'

export interface Option {
  code: string
  label: string
}

/** One of a few fixed options. `value` null: nothing chosen, which only `isRequired` forbids. An unknown code stands as it came. */
export function SelectField({
  value,
  onChange,
  options,
  autoFocus,
  isRequired,
  hasNone = !isRequired,
  ...frame
}: FieldProps<string | null> & { options: readonly Option[]; /** False where one is always chosen. */ hasNone?: boolean | undefined }) {
  const known = value === null || options.some(({ code }) => code === value)
  if (frame.locked) {
    const text = options.find(({ code }) => code === value)?.label ?? value ?? ''
    return <Field {...frame}>{(control) => <input {...control} type="text" readOnly value={text} />}</Field>
  }
  return (
    <Field {...frame} isRequired={isRequired}>
      {(control) => (
        <select
          {...control}
          value={value ?? ''}
          autoFocus={autoFocus}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        >
          {(hasNone || value === null) && <option value="">{isRequired ? t('Bitte wählen') : '–'}</option>}
          {!known && <option value={value}>{value}</option>}
          {options.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** A list longer than this is searched, not scrolled. */
const SEARCHED_FROM = 13

/** One value of a code list of resources/lists that may be chosen today. */
export function ChoiceField({ list, ...field }: FieldProps<string | null> & { list: string }) {
  const options = useOptions(list, field.value === null ? [] : [field.value])
  return options.length < SEARCHED_FROM ? <SelectField {...field} options={options} /> : <SearchedChoice {...field} options={options} />
}

function SearchedChoice({ options, ...field }: FieldProps<string | null> & { options: readonly Option[] }) {
  const [search, setSearch] = useState<string | null>(null)
  const shown = options.find(({ code }) => code === field.value)?.label ?? field.value ?? ''
  return <Combobox {...field} shown={shown} options={fitting(options, search ?? '')} onSearch={setSearch} />
}

/** Several values of a code list: each can be taken out, others are added from the list. */
export function ChoicesField({ list, value, onChange, ...frame }: FieldProps<readonly string[]> & { list: string }) {
  const all = useOptions(list, [])
  const [search, setSearch] = useState<string | null>(null)
  const options = all.filter(({ code }) => !value.includes(code))
  const words = value.map((code) => labelOf(list, code))
  if (frame.locked) {
    return <Field {...frame}>{(control) => <input {...control} type="text" readOnly value={words.join(', ')} />}</Field>
  }
  const add = (code: string | null) => {
    if (code !== null) onChange([...value, code])
  }
  const placeholder = value.length === 0 ? t('nichts gewählt') : t('weitere hinzufügen')
  return (
    <>
      {all.length < SEARCHED_FROM ? (
        <AddBySelect {...frame} options={options} placeholder={placeholder} onAdd={add} />
      ) : (
        <Combobox
          {...frame}
          isForMany
          value={null}
          shown=""
          options={fitting(options, search ?? '')}
          onSearch={setSearch}
          onChange={add}
          placeholder={placeholder}
        />
      )}
      <div className={styles.chips}>
        {value.map((code, index) => (
          <button
            key={code}
            type="button"
            className={styles.chip}
            aria-label={t('{word} entfernen', { word: words[index] ?? code })}
            onClick={() => onChange(value.filter((other) => other !== code))}
          >
            {words[index]} <Icon name="close" size={12} />
          </button>
        ))}
      </div>
    </>
  )
}

function AddBySelect({
  options,
  placeholder,
  onAdd,
  autoFocus,
  ...frame
}: Omit<FieldProps<unknown>, 'value' | 'onChange'> & { options: readonly Option[]; placeholder: string; onAdd: (code: string) => void }) {
  return (
    <Field {...frame}>
      {(control) => (
        <select {...control} value="" autoFocus={autoFocus} onChange={(event) => onAdd(event.target.value)}>
          <option value="">{placeholder}</option>
          {options.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Options whose word, or a word of it, begins as the search does; spelling is folded, so "turkisch" finds Türkisch. */
export function fitting(options: readonly Option[], search: string): readonly Option[] {
  const sought = searchForm(search)
  if (sought === '') return options
  const rankOf = ({ label }: Option) => {
    const word = searchForm(label)
    if (word.startsWith(sought)) return 0
    return word.includes(` ${sought}`) ? 1 : word.includes(sought) ? 2 : 3
  }
  return [0, 1, 2].flatMap((rank) => options.filter((option) => rankOf(option) === rank))
}

/** Values in force today; one that is stored stays choosable after its time. */
function useOptions(list: string, stored: readonly string[]): readonly Option[] {
  const inForce = choices(list, useToday())
  const past = stored.filter((code) => !inForce.some((entry) => entry.code === code))
  return [...inForce.map(({ code }) => code), ...past].map((code) => ({ code, label: labelOf(list, code) }))
}
