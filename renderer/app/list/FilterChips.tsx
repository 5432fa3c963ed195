import type { Filter } from '../../../shared/core/list'
import { t } from '../../../shared/i18n/text'
import { Icon, LinkButton } from '../../ui'
import type { CellColumn } from '../../ui/columns'
import { FilterWords } from './FilterWords'
import styles from './list.module.css'

interface ChipsProps {
  columns: readonly CellColumn<never>[]
  filters: readonly Filter[]
  /** Columns that always have a chip, dashed while they are not filtered. */
  quick: readonly string[]
  /** The column that the rows are grouped by. */
  group: CellColumn<never> | undefined
  onEdit: (key: string, from: Element) => void
  onAdd: (from: Element) => void
  onRemove: (key: string) => void
  onUngroup: () => void
  onClear: () => void
}

/** What the list is filtered by, one chip a column: a press changes it, the cross takes it away. */
export function FilterChips({ columns, filters, quick, group, onEdit, onAdd, onRemove, onUngroup, onClear }: ChipsProps) {
  const keys = [...quick, ...filters.map(({ column }) => column).filter((key) => !quick.includes(key))]
  return (
    <>
      {keys.map((key) => {
        const column = columns.find((one) => one.key === key)
        const filter = filters.find((one) => one.column === key)
        const kind = column?.kind
        if (column === undefined || kind === undefined) return null
        return (
          <span key={key} className={styles.chip} data-on={filter !== undefined || undefined}>
            <button type="button" className={styles.word} aria-haspopup="dialog" onClick={(event) => onEdit(key, event.currentTarget)}>
              {t('{column}:', { column: column.label })}{' '}
              <b>{filter === undefined ? t('alle') : <FilterWords kind={kind} filter={filter} />}</b>
              <Icon name="chevronDown" size={12} />
            </button>
            {filter && <Cross label={t('Filter {column} aufheben', { column: column.label })} onPress={() => onRemove(key)} />}
          </span>
        )
      })}
      {group && (
        <span className={styles.chip} data-on>
          <span className={styles.word}>
            {t('Gruppen:')} <b>{group.label}</b>
          </span>
          <Cross label={t('Gruppen aufheben')} onPress={onUngroup} />
        </span>
      )}
      <button type="button" className={styles.add} aria-haspopup="menu" onClick={(event) => onAdd(event.currentTarget)}>
        <Icon name="plus" size={14} />
        {t('Filter')}
      </button>
      {filters.length > 0 && <LinkButton onPress={onClear}>{t('Filter aufheben')}</LinkButton>}
    </>
  )
}

function Cross({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button type="button" className={styles.cross} aria-label={label} title={label} onClick={onPress}>
      <Icon name="close" size={12} />
    </button>
  )
}
