// Controls for codes of a list: stored is the code, shown its word.
import { choices, labelOf } from '../../shared/core/lists'
import { t } from '../../shared/i18n/text'
import { useToday } from '../app/office'
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

/** One value of a code list of resources/lists that may be chosen today. */
export function ChoiceField({ list, ...field }: FieldProps<string | null> & { list: string }) {
  return <SelectField {...field} options={useOptions(list, field.value === null ? [] : [field.value])} />
}

/** Several values of a code list: each can be taken out, others are added from the list. */
export function ChoicesField({ list, value, onChange, autoFocus, ...frame }: FieldProps<readonly string[]> & { list: string }) {
  const options = useOptions(list, []).filter(({ code }) => !value.includes(code))
  if (frame.locked) {
    return (
      <Field {...frame}>
        {(control) => <input {...control} type="text" readOnly value={value.map((code) => labelOf(list, code)).join(', ')} />}
      </Field>
    )
  }
  return (
    <Field {...frame}>
      {(control) => (
        <div className={styles.several}>
          <div className={styles.chips}>
            {value.map((code) => (
              <button
                key={code}
                type="button"
                className={styles.chip}
                aria-label={t('{word} entfernen', { word: labelOf(list, code) })}
                onClick={() => onChange(value.filter((other) => other !== code))}
              >
                {labelOf(list, code)} <Icon name="close" size={12} />
              </button>
            ))}
          </div>
          <select {...control} value="" autoFocus={autoFocus} onChange={(event) => onChange([...value, event.target.value])}>
            <option value="">{value.length === 0 ? t('nichts gewählt') : t('weitere hinzufügen')}</option>
            {options.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        </div>
      )}
    </Field>
  )
}

/** Values in force today; one that is stored stays choosable after its time. */
function useOptions(list: string, stored: readonly string[]): readonly Option[] {
  const inForce = choices(list, useToday())
  const past = stored.filter((code) => !inForce.some((entry) => entry.code === code))
  return [...inForce.map(({ code }) => code), ...past].map((code) => ({ code, label: labelOf(list, code) }))
}
