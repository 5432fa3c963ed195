import { useEffect, useRef, useState } from 'react'
import type { AnyEntity } from '../../shared/core/entity'
import { labelOf } from '../../shared/core/lists'
import { t } from '../../shared/i18n/text'
import type { Failed } from '../app/client'
import { isKey } from '../app/acts'
import { Button } from './Button'
import { ChoiceField, ChoicesField } from './choices'
import { CheckField, DateField, NumberField, TextField } from './fields'
import type { FieldProps } from './Field'
import { fieldText } from './fieldText'
import { Notice } from './Notice'
import { ActionBar, Section } from './parts'
import type { RecordFormState } from './useRecordForm'
import { ReferenceField, useReferenceLabel } from './ReferenceField'
import styles from './RecordForm.module.css'

/** The controls of some fields, in this order: each as its definition says. `focusFirst`: a new record starts in its first field. */
export function FormFields<E extends AnyEntity>({
  form,
  fields,
  focusFirst,
}: {
  form: RecordFormState<E>
  fields: readonly (keyof E['fields'] & string)[]
  focusFirst?: boolean
}) {
  return (
    <>
      {fields.map((name, index) => (
        <FormField key={name} form={form} name={name} autoFocus={Boolean(focusFirst) && index === 0} />
      ))}
    </>
  )
}

/** A section of a form panel: title, who leads the fields if it is not the record's own body, and the fields. */
export function FormSection<E extends AnyEntity>({
  title,
  form,
  fields,
  focusFirst,
}: {
  title: string
  form: RecordFormState<E>
  fields: readonly (keyof E['fields'] & string)[]
  focusFirst?: boolean
}) {
  const bodies = new Set(fields.map((name) => form.field(name).responsible))
  const [only] = bodies
  const lead =
    bodies.size === 1 && only !== undefined && only !== form.entity.responsible
      ? t('führt: {body}', { body: labelOf('bodyKind', only) })
      : undefined
  return (
    <Section title={title} {...(lead !== undefined && { lead })}>
      <FormFields form={form} fields={fields} focusFirst={focusFirst ?? false} />
    </Section>
  )
}

function FormField<E extends AnyEntity>({ form, name, autoFocus }: { form: RecordFormState<E>; name: string; autoFocus: boolean }) {
  const field = form.field(name)
  const { kind } = field
  const before = form.before(name)
  const frame = {
    label: t(field.label),
    error: form.error(name),
    before: before && fieldText(field, before.saved),
    locked: form.lockedBy(name),
    isRequired: !field.isNullable && !field.schema.safeParse(kind.type === 'codes' ? [] : '').success && kind.type !== 'flag',
    autoFocus,
  }
  const value = form.value(name)
  const set = (next: unknown) => form.set(name, next)
  const text = typeof value === 'string' ? value : null
  const number = typeof value === 'number' ? value : null
  const onProblem = (problem: string | null) => form.setProblem(name, problem)
  switch (kind.type) {
    case 'day':
      return <DateField {...frame} generation={form.generation} value={text} onChange={set} onProblem={onProblem} />
    case 'integer':
    case 'number':
      return (
        <NumberField
          {...frame}
          generation={form.generation}
          value={number}
          onChange={set}
          onProblem={onProblem}
          unit={field.unit && t(field.unit)}
          isWhole={kind.type === 'integer'}
        />
      )
    case 'flag':
      return <CheckField {...frame} value={value === true} onChange={set} />
    case 'code':
      return <ChoiceField {...frame} list={kind.list} value={text} onChange={set} />
    case 'codes':
      return <ChoicesField {...frame} list={kind.list} value={Array.isArray(value) ? value.map(String) : []} onChange={set} />
    case 'reference':
      return (
        <FormReference
          {...frame}
          entity={kind.entity}
          value={text}
          onChange={set}
          saved={before && typeof before.saved === 'string' ? before.saved : null}
        />
      )
    case 'json':
      throw new TypeError(`The field "${name}" of "${field.entity}" needs a control of its own`)
    case 'text': {
      const isLong = field.schema.safeParse('x'.repeat(1000)).success
      return (
        <TextField
          {...frame}
          value={text ?? ''}
          lines={isLong ? 3 : 1}
          onChange={(next) => set(next === '' && field.isNullable ? null : next)}
        />
      )
    }
  }
}

/** A reference says what was there before by its word, not its id. */
function FormReference({ saved, ...field }: FieldProps<string | null> & { entity: string; saved: string | null }) {
  const before = useReferenceLabel(field.entity, saved)
  return <ReferenceField {...field} before={field.before === undefined ? undefined : before} />
}

export interface FormBarProps {
  /** All forms that are saved together. */
  forms: readonly Pick<RecordFormState<AnyEntity>, 'changed' | 'faults' | 'isDirty' | 'showFaults' | 'reset'>[]
  /** Runs the command; `true`: saved, the drafts go. */
  onSave: () => Promise<boolean>
  failure?: Failed | null
  /** Default "Speichern". */
  saveLabel?: string
  /** A new record can be saved although nothing differs from its start. */
  isNew?: boolean
  /** Esc in a form without changes. */
  onClose?: () => void
}

/** What is changed and wrong, "Verwerfen" and "Speichern". Strg S saves, Esc twice discards, F8 goes to the next fault. */
export function FormBar({ forms, onSave, failure, saveLabel, isNew = false, onClose }: FormBarProps) {
  const [warned, setWarned] = useState(false)
  const changed = forms.reduce((sum, form) => sum + form.changed, 0)
  const faults = forms.reduce((sum, form) => sum + form.faults, 0)
  const isDirty = forms.some((form) => form.isDirty)
  const showsFaults = faults > 0 && (isDirty || !isNew)
  const whyNot = !isDirty && !isNew ? t('Es ist noch nichts geändert.') : null
  const discard = () => {
    setWarned(false)
    for (const form of forms) form.reset()
    if (isNew) onClose?.()
  }
  const save = async () => {
    for (const form of forms) form.showFaults()
    if (faults > 0) return focusFault()
    if (!(await onSave())) return
    for (const form of forms) form.reset()
  }
  const newest = useRef({ save, discard, isDirty, whyNot, onClose, warned })
  newest.current = { save, discard, isDirty, whyNot, onClose, warned }
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const now = newest.current
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
      if (isKey(event, 'Control+S')) {
        if (now.whyNot === null) void now.save()
      } else if (isKey(event, 'F8')) focusFault()
      else if (isKey(event, 'Escape') && now.isDirty && now.warned) now.discard()
      else if (isKey(event, 'Escape') && now.isDirty) setWarned(true)
      else if (isKey(event, 'Escape') && now.onClose) now.onClose()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
  const summary = [
    changed > 0 && t('{changed} geändert', { changed }),
    showsFaults && t('{faults} Fehler', { faults }),
    warned && isDirty && t('Esc noch einmal verwirft die Änderungen.'),
  ].filter(Boolean)
  return (
    <div className={styles.bar}>
      {failure && <Notice kind="error">{failure.sentence}</Notice>}
      <ActionBar label={t('Eingabe')} summary={summary.join(' · ')}>
        {(isDirty || isNew) && <Button onPress={discard}>{isNew ? t('Abbrechen') : t('Verwerfen')}</Button>}
        <Button look="primary" keyHint={t('Strg S')} whyNot={whyNot} onPress={() => void save()}>
          {saveLabel ?? t('Speichern')}
        </Button>
      </ActionBar>
    </div>
  )
}

function focusFault(): void {
  const faulty = [...document.querySelectorAll<HTMLElement>('[aria-invalid="true"]')]
  const at = faulty.findIndex((element) => element === document.activeElement)
  faulty[(at + 1) % faulty.length]?.focus()
}
