import type { ListSetting } from '../../../shared/workspace/listSetting'
import { t } from '../../../shared/i18n/text'
import { Menu, Popover } from '../../ui'
import type { CellColumn } from '../../ui/columns'
import type { Spot } from '../../ui/Floating'
import type { MenuAct } from '../../ui/Menu'
import { filteredBy } from './arrangement'
import { ColumnChooser } from './ColumnChooser'
import { FilterEditor } from './FilterEditor'
import { NamedViews } from './NamedViews'

/** What stands open over the list. */
export type OpenOverList =
  | { kind: 'columns'; at: Spot }
  | { kind: 'views'; at: Spot }
  | { kind: 'filter'; at: Spot; key: string }
  | { kind: 'menu'; at: Spot; label: string; sections: readonly (readonly MenuAct[])[] }

interface OverlayProps {
  open: OpenOverList
  onClose: () => void
  all: readonly CellColumn<never>[]
  view: string
  setting: ListSetting
  usual: ListSetting
  named: readonly { name: string; setting: ListSetting }[]
  change: (part: Partial<ListSetting>) => void
}

/** Menus and small windows over a list: its columns, its named views, the filter of a column. */
export function ListOverlay({ open, onClose, all, view, setting, usual, named, change }: OverlayProps) {
  if (open.kind === 'menu') return <Menu label={open.label} at={open.at} sections={open.sections} onClose={onClose} />
  if (open.kind === 'columns')
    return (
      <Popover label={t('Spalten')} at={open.at} onClose={onClose}>
        <ColumnChooser all={all} setting={setting} usual={usual} onChange={change} onClose={onClose} />
      </Popover>
    )
  if (open.kind === 'views')
    return (
      <Popover label={t('Ansichten')} at={open.at} onClose={onClose}>
        <NamedViews view={view} setting={setting} usual={usual} named={named} onChoose={change} onClose={onClose} />
      </Popover>
    )
  const column = all.find(({ key }) => key === open.key)
  if (column === undefined) return null
  return (
    <Popover label={t('{column} filtern', { column: column.label })} at={open.at} onClose={onClose}>
      <FilterEditor
        column={column}
        filter={setting.filters.find((one) => one.column === open.key) ?? null}
        onChange={(filter) => change({ filters: filteredBy(setting.filters, open.key, filter) })}
        onClose={onClose}
      />
    </Popover>
  )
}
