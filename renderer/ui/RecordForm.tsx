import { useState } from 'react'
import { dayOf } from '../../shared/core/clock'
import type { AnyEntity } from '../../shared/core/entity'
import { labelOf } from '../../shared/core/lists'
import { formatMoment, formatTime } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { useActs } from '../app/acts'
import type { Failed } from '../app/client'
import { useToday } from '../app/office'
import { Button, LinkButton } from './Button'
import { FormFields } from './FormFields'
import { Notice } from './Notice'
import { ActionBar, Section } from './parts'
import styles from './RecordForm.module.css'
import type { RecordFormState } from './useRecordForm'

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

export interface FormBarProps {
  /** All forms that are saved together. */
  forms: readonly Pick<RecordFormState<AnyEntity>, 'changed' | 'faults' | 'isDirty' | 'restoredAt' | 'showFaults' | 'reset'>[]
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
  const today = useToday()
  const isDirty = forms.some((form) => form.isDirty)
  const restoredAt = Math.max(0, ...forms.map((form) => form.restoredAt ?? 0))
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
  const escape = () => {
    if (!isDirty) onClose?.()
    else if (warned) discard()
    else setWarned(true)
  }
  useActs([
    { label: saveLabel ?? t('Speichern'), icon: 'check', key: 'Control+S', whyNot, run: () => void save() },
    ...(faults > 0 ? [{ label: t('Nächster Fehler'), key: 'F8', run: focusFault }] : []),
    ...(isDirty || onClose !== undefined
      ? [{ label: isDirty ? t('Verwerfen') : t('Seitenfeld schließen'), key: 'Escape', run: escape }]
      : []),
  ])
  const summary = [
    changed > 0 && t('{changed} geändert', { changed }),
    showsFaults && t('{faults} Fehler', { faults }),
    warned && isDirty && t('Esc noch einmal verwirft die Änderungen.'),
  ].filter(Boolean)
  return (
    <div className={styles.bar}>
      {failure && <Notice kind="error">{failure.sentence}</Notice>}
      {restoredAt > 0 && (
        <Notice kind="info">
          {t('Entwurf von {time} wiederhergestellt.', { time: draftTime(restoredAt, today) })}{' '}
          <LinkButton onPress={() => forms.forEach((form) => form.reset())}>{t('Entwurf verwerfen')}</LinkButton>
        </Notice>
      )}
      <ActionBar label={t('Eingabe')} summary={summary.join(' · ')}>
        {(isDirty || isNew) && <Button onPress={discard}>{isNew ? t('Abbrechen') : t('Verwerfen')}</Button>}
        <Button look="primary" keyHint={t('Strg S')} whyNot={whyNot} onPress={() => void save()}>
          {saveLabel ?? t('Speichern')}
        </Button>
      </ActionBar>
    </div>
  )
}

/** The time alone while it is of today. */
function draftTime(at: number, today: string): string {
  return dayOf(at) === today ? formatTime(at) : formatMoment(at)
}

function focusFault(): void {
  const faulty = [...document.querySelectorAll<HTMLElement>('[aria-invalid="true"]')]
  const at = faulty.findIndex((element) => element === document.activeElement)
  faulty[(at + 1) % faulty.length]?.focus()
}
