// The controls of a record's fields. A reference can open a small form in itself, so both stand here.
import { useEffect, useRef, useState } from 'react'
import type { AnyEntity } from '../../shared/core/entity'
import { roomOf } from '../../shared/rooms'
import { t } from '../../shared/i18n/text'
import { useActs } from '../app/acts'
import { useCommand } from '../app/command'
import { useMay } from '../app/office'
import { Button } from './Button'
import { ChoiceField, ChoicesField } from './choices'
import { Created, type Creation, creationOf, isRequired } from './creation'
import type { FieldProps } from './Field'
import { CheckField, DateField, NumberField, TextField } from './fields'
import { fieldText } from './fieldText'
import { Notice } from './Notice'
import styles from './RecordForm.module.css'
import { ReferenceField, useReferenceLabel } from './ReferenceField'
import { type RecordFormState, useRecordForm } from './useRecordForm'

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
        <div
          key={name}
          className={styles.field}
          data-field={`${form.entity.name}.${name}`}
          onFocus={() => form.enter(name)}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) form.leave(name)
          }}
        >
          <FormField form={form} name={name} autoFocus={Boolean(focusFirst) && index === 0} />
        </div>
      ))}
    </>
  )
}

function FormField<E extends AnyEntity>({ form, name, autoFocus }: { form: RecordFormState<E>; name: string; autoFocus: boolean }) {
  const field = form.field(name)
  const { kind } = field
  const before = form.before(name)
  const frame = {
    label: t(field.label),
    error: form.error(name),
    hint: field.hint && t(field.hint),
    privacy: field.privacy,
    before: before && fieldText(field, before.saved),
    locked: form.lockedBy(name),
    isRequired: isRequired(field),
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

/** A reference says what was there before by its word, not its id; what it does not find can be made here. */
function FormReference({ saved, ...field }: FieldProps<string | null> & { entity: string; saved: string | null }) {
  const before = useReferenceLabel(field.entity, saved)
  const creation = useCreation(field.entity)
  const [making, setMaking] = useState<string | null>(null)
  const place = useRef<HTMLDivElement>(null)
  return (
    <div ref={place}>
      <ReferenceField
        {...field}
        before={field.before === undefined ? undefined : before}
        onCreate={creation === null ? undefined : setMaking}
      />
      {making !== null && creation !== null && (
        <CreateInPlace
          creation={creation}
          search={making}
          onDone={(id) => {
            setMaking(null)
            if (id !== null) field.onChange(id)
            place.current?.querySelector('input')?.focus()
          }}
        />
      )}
    </div>
  )
}

/** How a record can be made where one is referred to; `null` where it cannot, or where the user may not. */
function useCreation(entity: string): Creation | null {
  const mayEdit = useMay(roomOf(entity) ?? 'workspace', 'edit')
  return mayEdit ? creationOf(entity) : null
}

/** A small form inside another one: the record that was searched in vain is made, and the field outside takes it. Esc gives it up. */
function CreateInPlace({
  creation: { entity, command, fields, named },
  search,
  onDone,
}: {
  creation: Creation
  search: string
  /** Hears the id of the new record; `null`: given up. */
  onDone: (id: string | null) => void
}) {
  const form = useRecordForm({ entity, record: null, draft: null, ...(named !== undefined && { defaults: { [named]: search } }) })
  const create = useCommand(command)
  const box = useRef<HTMLFieldSetElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('input, select')?.focus(), [])
  const save = async () => {
    form.showFaults()
    if (form.complete === null) return
    const made = Created.safeParse(await create.run(form.complete))
    if (made.success) onDone(made.data)
  }
  // The form around it must not hear these keys: it would save or discard itself. The innermost acts come first.
  useActs([
    { label: t('Anlegen und wählen'), icon: 'check', key: 'Control+S', run: () => void save() },
    { label: t('Abbrechen'), key: 'Escape', run: () => onDone(null) },
  ])
  return (
    <fieldset ref={box} className={styles.inPlace}>
      <legend>{t('Neu anlegen: {kind}', { kind: t(entity.label) })}</legend>
      {create.failure && <Notice kind="error">{create.failure.sentence}</Notice>}
      <FormFields form={form} fields={fields} />
      <p className={styles.inPlaceButtons}>
        <Button keyHint={t('Strg S')} onPress={() => void save()}>
          {t('Anlegen und wählen')}
        </Button>
        <Button onPress={() => onDone(null)}>{t('Abbrechen')}</Button>
      </p>
    </fieldset>
  )
}
