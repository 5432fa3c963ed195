import { t } from '../../shared/i18n/text'
import { SHORTEST_PASSPHRASE, weakPassphrase } from '../../shared/workspace/shell'
import { CheckField } from '../ui'
import { Field } from '../ui/Field'
import styles from './PassphraseFields.module.css'

interface PassphraseFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  isShown: boolean
  isNew?: boolean
  error?: string | null
  hint?: string | undefined
  autoFocus?: boolean
}

/** A passphrase: it can be pasted and shown. */
export function PassphraseField({ label, value, onChange, isShown, isNew = false, error, hint, autoFocus }: PassphraseFieldProps) {
  return (
    <Field label={label} error={error} hint={hint}>
      {(control) => (
        <input
          {...control}
          type={isShown ? 'text' : 'password'}
          value={value}
          maxLength={1000}
          autoFocus={autoFocus}
          spellCheck={false}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

export interface NewPassphrase {
  first: string
  second: string
  isShown: boolean
}
export const noPassphrase: NewPassphrase = { first: '', second: '', isShown: false }

/** What is wrong with a new passphrase, `null` if it can be taken. */
export function faultsOf({ first, second }: NewPassphrase): { first: string | null; second: string | null } {
  return {
    first: Array.from(first).length < SHORTEST_PASSPHRASE ? t(weakPassphrase.sentence, { signs: SHORTEST_PASSPHRASE }) : null,
    second: first === second ? null : t('Beide Eingaben sind verschieden. Schreiben Sie die Passphrase noch einmal.'),
  }
}

/** A new passphrase, twice, with the choice to see it. */
export function NewPassphraseFields({
  value,
  onChange,
  showsFaults,
}: {
  value: NewPassphrase
  onChange: (value: NewPassphrase) => void
  showsFaults: boolean
}) {
  const faults = faultsOf(value)
  return (
    <>
      <PassphraseField
        label={t('Neue Passphrase')}
        isNew
        value={value.first}
        isShown={value.isShown}
        error={showsFaults ? faults.first : null}
        onChange={(first) => onChange({ ...value, first })}
      />
      <PassphraseField
        label={t('Noch einmal')}
        isNew
        value={value.second}
        isShown={value.isShown}
        error={showsFaults ? faults.second : null}
        onChange={(second) => onChange({ ...value, second })}
      />
      <ShowSigns isShown={value.isShown} onChange={(isShown) => onChange({ ...value, isShown })} />
    </>
  )
}

/** The box that makes a passphrase readable. */
export function ShowSigns({ isShown, onChange }: { isShown: boolean; onChange: (isShown: boolean) => void }) {
  return (
    <div className={styles.indented}>
      <CheckField isAlone label={t('Zeichen anzeigen')} value={isShown} onChange={onChange} />
    </div>
  )
}
