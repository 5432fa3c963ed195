import type { ReactNode } from 'react'
import type { AnyEntity, NewRecordOf, RecordOf as SavedRecord } from '../../shared/core/entity'
import type { Failed } from './client'
import { type Live } from './live'
import type { PanelPlace } from './RecordsView'
import { Notice, RecordPanel, type RecordPanelProps } from '../ui'
import { t } from '../../shared/i18n/text'

interface RecordOfProps<E extends AnyEntity> {
  entity: E
  place: PanelPlace
  /** The live record; `value` null: it is gone. */
  found: Live<SavedRecord<E> | null>
  defaults?: Partial<NewRecordOf<E>>
  title: (record: SavedRecord<E> | null) => string
  identity?: (record: SavedRecord<E>) => ReactNode
  sections: RecordPanelProps<E>['sections']
  /** What is said of a saved record below its fields. */
  below?: ReactNode
  /** Run the commands; `undefined`: failed. */
  create: (values: NewRecordOf<E>) => Promise<string | undefined>
  change: (input: { id: string; values: Partial<NewRecordOf<E>> }) => Promise<null | undefined>
  remove: (input: { id: string }) => Promise<null | undefined>
  failure: Failed | null
}

/** The panel of a plain record beside its list: a new one, a saved one, or a sentence that it is gone. */
export function RecordOf<E extends AnyEntity>(props: RecordOfProps<E>) {
  const { entity, place, found, defaults, title, identity, sections } = props
  const record = place.id === null ? null : found.value
  if (record === undefined) return found.failure === null ? null : <Notice kind="error">{found.failure.sentence}</Notice>
  if (record === null && place.id !== null) return <Notice kind="info">{t('Dieser Eintrag ist nicht mehr vorhanden.')}</Notice>
  return (
    <RecordPanel
      key={record === null ? 'new' : String(Reflect.get(record, 'id'))}
      entity={entity}
      record={record}
      {...(defaults && { defaults })}
      title={title(record)}
      identity={record === null ? undefined : identity?.(record)}
      sections={sections}
      below={props.below}
      failure={props.failure}
      readOnly={place.readOnly}
      focusKey={place.focusKey}
      onCreate={async (values) => {
        const id = await props.create(values)
        if (id !== undefined) place.open(id)
        return id !== undefined
      }}
      onChange={async (id, values) => (await props.change({ id, values })) !== undefined}
      onRemove={async (id) => (await props.remove({ id })) !== undefined}
      onClose={() => place.open(null)}
      onPrevious={place.onPrevious}
      onNext={place.onNext}
    />
  )
}
