import type { ReactNode } from 'react'
import type { AnyEntity, NewRecordOf, RecordOf } from '../../shared/core/entity'
import { t } from '../../shared/i18n/text'
import type { Failed } from '../app/client'
import { Button } from './Button'
import { HistoryList } from './HistoryList'
import { Notice } from './Notice'
import { Panel } from './Panel'
import { FormBar, FormSection } from './RecordForm'
import { useRecordForm } from './useRecordForm'

export interface RecordPanelProps<E extends AnyEntity> {
  entity: E
  /** The saved record; `null`: a new one is being entered. */
  record: RecordOf<E> | null
  defaults?: Partial<NewRecordOf<E>>
  title: string
  identity?: ReactNode
  sections: readonly { title: string; fields: readonly (keyof E['fields'] & string)[] }[]
  /** Saves a new record; `false`: it failed, and `failure` says why. */
  onCreate: (values: NewRecordOf<E>) => Promise<boolean>
  onChange: (id: string, values: Partial<NewRecordOf<E>>) => Promise<boolean>
  /** Deletes the record; the notice after it offers to take it back, so nothing is asked before. Absent: the user may not. */
  onRemove?: ((id: string) => Promise<boolean>) | undefined
  failure: Failed | null
  /** Why nothing can be changed here, as a sentence. */
  readOnly?: string | null
  onClose: () => void
  onPrevious?: (() => void) | undefined
  onNext?: (() => void) | undefined
  focusKey?: number | null
  /** What is said of a saved record below its fields. */
  below?: ReactNode
}

/** The side panel of a record whose form is its fields in sections: entering, changing, deleting, history. */
export function RecordPanel<E extends AnyEntity>(props: RecordPanelProps<E>) {
  const { entity, record, defaults, title, sections, failure, readOnly, onClose } = props
  const id = record === null ? null : String(Reflect.get(record, 'id'))
  const form = useRecordForm({
    entity,
    record,
    draft: `${entity.name}/${id ?? 'new'}`,
    ...(defaults && { defaults }),
    readOnly: readOnly ?? null,
  })
  const save = async () => {
    if (id !== null) return props.onChange(id, form.changes)
    return form.complete === null ? false : props.onCreate(form.complete)
  }
  const remove = async () => {
    if (id !== null && (await props.onRemove?.(id))) onClose()
  }
  return (
    <Panel
      title={title}
      identity={props.identity}
      onClose={onClose}
      onPrevious={props.onPrevious}
      onNext={props.onNext}
      focusKey={props.focusKey ?? null}
      history={id !== null && <HistoryList records={[{ entity: entity.name, id }]} lockedBy={(_, field) => form.lockedBy(field)} />}
      bar={readOnly ? null : <FormBar forms={[form]} isNew={record === null} onSave={save} failure={failure} onClose={onClose} />}
    >
      {readOnly && <Notice kind="info">{readOnly}</Notice>}
      {sections.map((section, index) => (
        <FormSection
          key={section.title}
          title={section.title}
          form={form}
          fields={section.fields}
          focusFirst={record === null && index === 0}
        />
      ))}
      {id !== null && props.below}
      {id !== null && props.onRemove && !readOnly && (
        <p>
          <Button look="danger" onPress={() => void remove()}>
            {t('Löschen')}
          </Button>
        </p>
      )}
    </Panel>
  )
}
