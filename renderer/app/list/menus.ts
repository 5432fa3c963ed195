// What can be done with a column and with a row, as acts: the menus read them.
import { type Filter, isGroupable } from '../../../shared/core/list'
import { t } from '../../../shared/i18n/text'
import type { ListSetting } from '../../../shared/workspace/listSetting'
import type { CellColumn } from '../../ui/columns'
import type { MenuAct } from '../../ui/Menu'
import { filteredBy, movedTo, widened, withColumn } from './arrangement'

interface ColumnActs {
  column: CellColumn<never>
  setting: ListSetting
  change: (part: Partial<ListSetting>) => void
  onEdit: (key: string) => void
}

/** The menu of a column's head. */
export function columnMenu({ column, setting, change, onEdit }: ColumnActs): MenuAct[][] {
  const { key, kind } = column
  const { columns, sorts, filters, group, frozen } = setting
  const at = columns.findIndex((one) => one.key === key)
  const sort = sorts.find((one) => one.column === key)
  const by = (isDescending: boolean) => () => change({ sorts: [{ column: key, isDescending }] })
  const isFrozen = frozen === at + 1
  const asIs = t('Nach dieser Spalte kann nicht sortiert werden.')
  const width = columns[at]?.width ?? column.width ?? 8
  return [
    [
      { label: t('Aufsteigend sortieren'), icon: 'arrowUp', whyNot: kind === undefined ? asIs : null, run: by(false) },
      { label: t('Absteigend sortieren'), icon: 'arrowDown', whyNot: kind === undefined ? asIs : null, run: by(true) },
      ...(sort ? [{ label: t('Sortierung aufheben'), run: () => change({ sorts: sorts.filter((one) => one !== sort) }) }] : []),
    ],
    kind === undefined
      ? []
      : [
          { label: t('Filtern …'), icon: 'filter', run: () => onEdit(key) },
          ...(filters.some((one) => one.column === key)
            ? [{ label: t('Filter dieser Spalte aufheben'), run: () => change({ filters: filteredBy(filters, key, null) }) }]
            : []),
          ...(isGroupable(kind.type)
            ? [{ label: t('In Gruppen zeigen'), isOn: group === key, run: () => change({ group: group === key ? null : key }) }]
            : []),
        ],
    [
      {
        label: t('Nach links'),
        icon: 'chevronLeft',
        key: 'Alt+ArrowLeft',
        whyNot: at === 0 ? t('Die Spalte ist schon die erste.') : null,
        run: () => change({ columns: movedTo(columns, key, at - 1) }),
      },
      {
        label: t('Nach rechts'),
        icon: 'chevronRight',
        key: 'Alt+ArrowRight',
        whyNot: at === columns.length - 1 ? t('Die Spalte ist schon die letzte.') : null,
        run: () => change({ columns: movedTo(columns, key, at + 1) }),
      },
      { label: t('Breiter'), key: 'Alt+Shift+ArrowRight', run: () => change({ columns: widened(columns, key, width + 1) }) },
      { label: t('Schmaler'), key: 'Alt+Shift+ArrowLeft', run: () => change({ columns: widened(columns, key, width - 1) }) },
      { label: t('Übliche Breite'), run: () => change({ columns: widened(columns, key, null) }) },
    ],
    [
      { label: t('Bis hierher stehen lassen'), icon: 'pin', isOn: isFrozen, run: () => change({ frozen: isFrozen ? 0 : at + 1 }) },
      {
        label: t('Spalte ausblenden'),
        whyNot: columns.length === 1 ? t('Eine Spalte bleibt stehen.') : null,
        run: () => change({ columns: withColumn(columns, key, false), frozen: at < frozen ? frozen - 1 : frozen }),
      },
    ],
  ]
}

interface RowActs {
  /** What leaves only rows with the value under the pointer. */
  filter: Filter | null
  isMarked: boolean
  hasMarked: boolean
  hasFilters: boolean
  /** `null`: rows of this list have no panel. */
  onOpen: (() => void) | null
  onMark: (isIn: boolean) => void
  onUnmarkAll: () => void
  onFilter: (filter: Filter) => void
  onClear: () => void
}

/** The menu of a row. */
export function rowMenu({ filter, isMarked, hasMarked, hasFilters, onOpen, onMark, onUnmarkAll, onFilter, onClear }: RowActs): MenuAct[][] {
  return [
    onOpen === null ? [] : [{ label: t('Öffnen'), key: 'Enter', run: onOpen }],
    [
      { label: isMarked ? t('Markierung der Zeile aufheben') : t('Zeile markieren'), run: () => onMark(!isMarked) },
      ...(hasMarked ? [{ label: t('Alle Markierungen aufheben'), run: onUnmarkAll }] : []),
    ],
    [
      ...(filter === null ? [] : [{ label: t('Nach diesem Wert filtern'), icon: 'filter' as const, run: () => onFilter(filter) }]),
      ...(hasFilters ? [{ label: t('Filter aufheben'), run: onClear }] : []),
    ],
  ]
}

/** The filter that leaves rows with this value in this column; `null` where the row does not carry it. */
export function filterOfValue(column: CellColumn<never>, row: object): Filter | null {
  const { key, kind } = column
  const value: unknown = Reflect.get(row, key)
  if (kind === undefined || value === undefined || kind.type === 'json') return null
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return kind.type === 'flag' ? null : { kind: 'empty', column: key }
  if (Array.isArray(value)) return { kind: 'oneOf', column: key, values: value.map(String) }
  if (typeof value === 'boolean') return { kind: 'oneOf', column: key, values: [value ? 1 : 0] }
  if (kind.type === 'text') return typeof value === 'string' ? { kind: 'contains', column: key, text: value } : null
  if (typeof value !== 'string' && typeof value !== 'number') return null
  return kind.type === 'code' || kind.type === 'reference'
    ? { kind: 'oneOf', column: key, values: [value] }
    : { kind: 'range', column: key, from: value, to: value }
}
