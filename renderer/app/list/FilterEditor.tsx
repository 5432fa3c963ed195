import { useState } from 'react'
import { type Filter, filtersOf } from '../../../shared/core/list'
import { t } from '../../../shared/i18n/text'
import { Button, IconButton, ReferenceField, SelectField, TextField } from '../../ui'
import { type CellColumn, optionsOf } from '../../ui/columns'
import { DateField, NumberField } from '../../ui/fields'
import { useReferenceLabel } from '../../ui/ReferenceField'
import { fitting, type Option } from '../../ui/choices'
import { usePausedText } from '../../ui/pausedText'
import { FilterWords } from './FilterWords'
import styles from './list.module.css'

interface EditorProps {
  column: CellColumn<never>
  filter: Filter | null
  /** `null`: no filter on this column. */
  onChange: (filter: Filter | null) => void
  onClose: () => void
}

/** Sets the filter of one column: first how, then what. The list follows at once. */
export function FilterEditor({ column, filter, onChange, onClose }: EditorProps) {
  const kinds = column.kind === undefined ? [] : filtersOf(column.kind.type)
  const [kind, setKind] = useState<Filter['kind']>(filter?.kind ?? (column.kind?.type === 'reference' ? 'oneOf' : kinds[0]!))
  const [isFirst, setFirst] = useState(true)
  const choose = (next: Filter['kind']) => {
    setFirst(false)
    setKind(next)
    if (next === 'empty' || next === 'notEmpty') onChange({ kind: next, column: column.key })
    else onChange(null)
  }
  const words: Record<Filter['kind'], string> = {
    contains: t('enthält'),
    range: t('von – bis'),
    oneOf: t('ist eines von'),
    empty: t('ist leer'),
    notEmpty: t('ist nicht leer'),
  }
  return (
    <div className={styles.editor}>
      {kinds.length > 1 && (
        <SelectField
          label={t('Bedingung')}
          value={kind}
          hasNone={false}
          onChange={(next) => next !== null && choose(next as Filter['kind'])}
          options={kinds.map((code) => ({ code, label: words[code] }))}
        />
      )}
      <Value column={column} kind={kind} filter={filter?.kind === kind ? filter : null} onChange={onChange} autoFocus={isFirst} />
      <div className={styles.buttons}>
        <Button
          whyNot={filter === null ? t('Diese Spalte ist nicht gefiltert.') : null}
          onPress={() => {
            onChange(null)
            onClose()
          }}
        >
          {t('Filter aufheben')}
        </Button>
        <Button look="primary" onPress={onClose}>
          {t('Fertig')}
        </Button>
      </div>
    </div>
  )
}

interface ValueProps extends Omit<EditorProps, 'onClose'> {
  /** Not after another condition was chosen: arrows go on choosing there. */
  autoFocus: boolean
}

function Value({ column, kind, filter, onChange, autoFocus }: ValueProps & { kind: Filter['kind'] }) {
  const { key, kind: field } = column
  if (kind === 'contains') {
    const text = filter?.kind === 'contains' ? filter.text : ''
    return (
      <TextField
        label={t('Text')}
        autoFocus={autoFocus}
        maxLength={200}
        value={text}
        onChange={(next) => onChange(next === '' ? null : { kind, column: key, text: next })}
      />
    )
  }
  if (kind === 'range') return <Range column={column} filter={filter} onChange={onChange} autoFocus={autoFocus} />
  if (kind !== 'oneOf') return null
  const values = filter?.kind === 'oneOf' ? filter.values : []
  const set = (next: readonly (string | number)[]) => onChange(next.length === 0 ? null : { kind, column: key, values: next.slice(0, 100) })
  if (field?.type === 'reference')
    return <References entity={field.entity} label={column.label} values={values.map(String)} onChange={set} autoFocus={autoFocus} />
  const isFlag = field?.type === 'flag'
  return (
    <Choices
      label={column.label}
      options={field === undefined ? [] : optionsOf(field)}
      values={values.map(String)}
      onChange={(codes) => set(isFlag ? codes.map(Number) : codes)}
      autoFocus={autoFocus}
    />
  )
}

function Range({ column, filter, onChange, autoFocus }: ValueProps) {
  const { from, to } = filter?.kind === 'range' ? filter : { from: null, to: null }
  const set = (next: { from: string | number | null; to: string | number | null }) =>
    onChange(next.from === null && next.to === null ? null : { kind: 'range', column: column.key, ...next })
  if (column.kind?.type === 'day')
    return (
      <>
        <DateField
          label={t('von')}
          autoFocus={autoFocus}
          value={from === null ? null : String(from)}
          onChange={(day) => set({ from: day, to })}
        />
        <DateField label={t('bis')} value={to === null ? null : String(to)} onChange={(day) => set({ from, to: day })} />
      </>
    )
  return (
    <>
      <NumberField
        label={t('von')}
        autoFocus={autoFocus}
        value={from === null ? null : Number(from)}
        onChange={(number) => set({ from: number, to })}
      />
      <NumberField label={t('bis')} value={to === null ? null : Number(to)} onChange={(number) => set({ from, to: number })} />
    </>
  )
}

/** Above this many, a choice can be searched. */
const MANY = 12

function Choices({
  label,
  options,
  values,
  onChange,
  autoFocus,
}: {
  label: string
  options: readonly Option[]
  values: readonly string[]
  onChange: (codes: string[]) => void
  autoFocus: boolean
}) {
  const [search, setSearch] = useState('')
  const found = fitting(options, search)
  const fits = [...options.filter((one) => values.includes(one.code) && !found.includes(one)), ...found]
  return (
    <>
      {options.length > MANY && <TextField label={t('Suchen')} autoFocus={autoFocus} value={search} onChange={setSearch} />}
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>{label}</legend>
        {fits.map(({ code, label: word }, index) => (
          <label key={code} className={styles.choice}>
            <input
              type="checkbox"
              autoFocus={autoFocus && index === 0 && options.length <= MANY}
              checked={values.includes(code)}
              onChange={(event) => onChange(event.target.checked ? [...values, code] : values.filter((one) => one !== code))}
            />
            {word}
          </label>
        ))}
      </fieldset>
    </>
  )
}

function References({
  entity,
  label,
  values,
  onChange,
  autoFocus,
}: {
  entity: string
  label: string
  values: readonly string[]
  onChange: (ids: readonly string[]) => void
  autoFocus: boolean
}) {
  return (
    <>
      <ReferenceField
        label={label}
        entity={entity}
        autoFocus={autoFocus}
        value={null}
        onChange={(id) => id !== null && !values.includes(id) && onChange([...values, id])}
      />
      <ul className={styles.chosen}>
        {values.map((id) => (
          <li key={id}>
            <Reference entity={entity} id={id} onRemove={() => onChange(values.filter((one) => one !== id))} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Reference({ entity, id, onRemove }: { entity: string; id: string; onRemove: () => void }) {
  const word = useReferenceLabel(entity, id)
  return (
    <>
      {word}
      <IconButton label={t('{word} entfernen', { word })} icon="close" onPress={onRemove} />
    </>
  )
}

/** The control of a column in the filter row: a text is typed there, everything else opens beside it. */
export function FilterCell({ column, filter, onChange, onEdit, autoFocus }: ValueProps & { onEdit: (from: Element) => void }) {
  const label = t('{column} filtern', { column: column.label })
  const { kind } = column
  if (kind === undefined) return null
  const isText = (kind.type === 'text' || kind.type === 'reference') && (filter === null || filter.kind === 'contains')
  if (isText)
    return (
      <PausedInput
        label={label}
        autoFocus={autoFocus}
        value={filter?.kind === 'contains' ? filter.text : ''}
        onChange={(text) => onChange(text === '' ? null : { kind: 'contains', column: column.key, text })}
      />
    )
  return (
    <button
      type="button"
      className={styles.cell}
      aria-haspopup="dialog"
      autoFocus={autoFocus}
      onClick={(event) => onEdit(event.currentTarget)}
    >
      <span className={styles.spoken}>{t('{column}:', { column: label })} </span>
      {filter === null ? <span className={styles.unset}>{t('alle')}</span> : <FilterWords kind={kind} filter={filter} />}
    </button>
  )
}

function PausedInput({
  label,
  value,
  onChange,
  autoFocus,
}: {
  label: string
  value: string
  onChange: (text: string) => void
  autoFocus: boolean
}) {
  const [text, type] = usePausedText(value, onChange)
  return (
    <input
      type="text"
      className={styles.cell}
      aria-label={label}
      autoFocus={autoFocus}
      value={text}
      maxLength={200}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => type(event.target.value)}
    />
  )
}
