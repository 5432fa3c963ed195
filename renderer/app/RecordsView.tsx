import { type ReactNode, useState } from 'react'
import type { RoomName } from '../../shared/rooms'
import { t } from '../../shared/i18n/text'
import { Button, EmptyState, IconButton, Loaded, RecordTable, SearchField, Toolbar } from '../ui'
import { type CellColumn, type Column } from '../ui/columns'
import { type Spot, spotUnder } from '../ui/Floating'
import { isSelected, nothingSelected, selecting } from '../ui/selection'
import { type Act, useActs } from './acts'
import { movedTo, sortedBy, widened } from './list/arrangement'
import { FilterChips } from './list/FilterChips'
import { FilterCell } from './list/FilterEditor'
import { ListOverlay, type OpenOverList } from './list/ListOverlay'
import { columnMenu, filterOfValue, rowMenu } from './list/menus'
import { type ListCall, type RowOf, useRecordList } from './list/useRecordList'
import { useMay } from './office'
import { usePlace } from './routes'
import { View } from './View'

/** What a record's panel gets from the list beside it. */
export interface PanelPlace {
  /** `null`: a new record is being entered. */
  id: string | null
  /** Opens a record in the panel; `null` closes it. */
  open(id: string | null): void
  onPrevious: (() => void) | undefined
  onNext: (() => void) | undefined
  /** Changes when the panel was opened on purpose and shall have the focus. */
  focusKey: number | null
  /** Why nothing can be changed here, or `null`. */
  readOnly: string | null
}

interface RecordsViewProps<C extends ListCall> {
  room: RoomName
  label: string
  query: C
  columns: readonly Column<RowOf<C>>[]
  /** Columns that are shown only if somebody chooses them. */
  moreColumns?: readonly Column<RowOf<C>>[]
  /** Columns whose filter always has its place beside the search. */
  quickFilters?: readonly string[]
  searchLabel: string
  /** The button for a new record: "Person aufnehmen". Absent where none is entered by hand. */
  newLabel?: string
  /** Why no new record can be entered now, apart from the right to do so. */
  whyNotNew?: string | null
  count: (shown: number, total: number) => string
  /** What is said while the list is empty and nothing was searched. */
  empty: { title: string; text: string; action?: ReactNode }
  acts?: readonly Act[]
  /** Over the table: what failed. */
  notice?: ReactNode
  panel?: (place: PanelPlace) => ReactNode
}

const NEW = 'neu'
const none: readonly string[] = []

/** A list of records with search, filters, columns, window and side panel: the shape of every plain list in every room. */
export function RecordsView<C extends ListCall>(props: RecordsViewProps<C>) {
  type Row = RowOf<C>
  const { quickFilters = none } = props
  const { place, open } = usePlace()
  const view = `${place.room}/${place.view.path}`
  const list = useRecordList(props.query, view, props.columns, props.moreColumns)
  const { all, columns, setting, change, answer, search, filters, clear, setFilter, selection, select, marked } = list
  const [overlay, setOverlay] = useState<OpenOverList | null>(null)
  const [focus, setFocus] = useState<number | null>(null)
  /** The filter row was opened on purpose: then it has the focus. */
  const [isOpened, setOpened] = useState(false)

  const mayEdit = useMay(props.room, 'edit')
  const readOnly = mayEdit ? null : t('Sie können hier lesen, aber nichts ändern.')
  const openWithFocus = (id: string) => {
    setFocus((focus ?? 0) + 1)
    open(id)
  }
  const acts: Act[] = [...(props.acts ?? [])]
  if (props.newLabel !== undefined)
    acts.push({
      label: props.newLabel,
      icon: 'plus',
      key: 'Control+N',
      isPrimary: true,
      whyNot: readOnly ?? props.whyNotNew ?? null,
      run: () => openWithFocus(NEW),
    })
  const toggleFilterRow: Act = {
    menu: 'view',
    label: setting.hasFilterRow ? t('Filterzeile ausblenden') : t('Filterzeile einblenden'),
    icon: 'filter',
    key: 'Control+Shift+F',
    run: () => {
      setOpened(!setting.hasFilterRow)
      change({ hasFilterRow: !setting.hasFilterRow })
    },
  }
  const openAt = (kind: 'columns' | 'views') => (from: Element | null) =>
    setOverlay({ kind, at: from === null ? { x: innerWidth / 2, y: 120 } : spotUnder(from) })
  useActs([
    toggleFilterRow,
    { menu: 'view', label: t('Spalten wählen …'), icon: 'columns', run: () => openAt('columns')(null) },
    { menu: 'view', label: t('Ansichten …'), icon: 'list', run: () => openAt('views')(null) },
    {
      menu: 'view',
      label: t('Filter aufheben'),
      whyNot: filters.length === 0 && search === '' ? t('Die Liste ist nicht gefiltert.') : null,
      run: clear,
    },
  ])

  const at = answer.rows.findIndex(({ id }) => id === place.id)
  const [previous, next] = [answer.rows[at - 1]?.id, at === -1 ? undefined : answer.rows[at + 1]?.id]
  const panel =
    place.id === null || props.panel === undefined
      ? null
      : props.panel({
          id: place.id === NEW ? null : place.id,
          open,
          onPrevious: previous === undefined ? undefined : () => open(previous),
          onNext: next === undefined ? undefined : () => open(next),
          focusKey: focus,
          readOnly,
        })

  const openMenu = (column: CellColumn<Row> | null, row: Row | null, spot: Spot) => {
    if (row !== null)
      setOverlay({
        kind: 'menu',
        at: spot,
        label: t('Zeile'),
        sections: rowMenu({
          filter: column === null ? null : filterOfValue(column, row),
          isMarked: isSelected(selection, row.id),
          hasMarked: marked > 0,
          hasFilters: filters.length > 0,
          onOpen: props.panel === undefined ? null : () => openWithFocus(row.id),
          onMark: (isIn) => select(selecting(selection, [row.id], isIn)),
          onUnmarkAll: () => select(nothingSelected),
          onFilter: (filter) => setFilter(filter.column, filter),
          onClear: clear,
        }),
      })
    else if (column !== null)
      setOverlay({
        kind: 'menu',
        at: spot,
        label: t('Spalte {column}', { column: column.label }),
        sections: columnMenu({ column, setting, change, onEdit: (key) => setOverlay({ kind: 'filter', key, at: spot }) }),
      })
  }
  const editFilter = (key: string, from: Element) => setOverlay({ kind: 'filter', key, at: spotUnder(from) })
  return (
    <View
      acts={acts}
      panel={panel}
      bars={
        <Toolbar
          label={t('Suche und Filter')}
          count={[props.count(answer.total, answer.all), ...(marked > 0 ? [t('{marked} markiert', { marked })] : [])].join(' · ')}
          end={
            <>
              <IconButton
                label={toggleFilterRow.label}
                icon="filter"
                keyHint={t('Strg Umschalt F')}
                isExpanded={setting.hasFilterRow}
                onPress={toggleFilterRow.run}
              />
              <IconButton label={t('Spalten wählen …')} icon="columns" onPress={openAt('columns')} />
              <IconButton label={t('Ansichten …')} icon="list" onPress={openAt('views')} />
            </>
          }
        >
          <SearchField label={props.searchLabel} value={search} onChange={list.searchFor} />
          <FilterChips
            columns={all}
            filters={filters}
            quick={quickFilters}
            group={list.groupColumn}
            onEdit={editFilter}
            onAdd={(from) =>
              setOverlay({
                kind: 'menu',
                at: spotUnder(from),
                label: t('Filtern nach'),
                sections: [
                  all
                    .filter(({ kind }) => kind !== undefined)
                    .map((column) => ({ label: column.label, run: () => editFilter(column.key, from) })),
                ],
              })
            }
            onRemove={(key) => setFilter(key, null)}
            onUngroup={() => change({ group: null })}
            onClear={() => change({ filters: [] })}
          />
        </Toolbar>
      }
    >
      {props.notice}
      <Loaded result={list.found}>
        {() => (
          <RecordTable
            label={props.label}
            columns={columns}
            rows={answer.rows}
            total={list.rowCount}
            offset={list.offset}
            onWindow={list.onWindow}
            wish={list.wish}
            current={place.id}
            onCurrent={(id) => {
              setFocus(null)
              if (props.panel !== undefined) open(id)
            }}
            onOpen={(id) => props.panel !== undefined && openWithFocus(id)}
            selection={selection}
            onSelect={select}
            idsBetween={list.idsBetween}
            arranging={{
              sorts: setting.sorts,
              frozen: setting.frozen,
              onSort: (key, isAdded) => change({ sorts: sortedBy(setting.sorts, key, isAdded) }),
              onResize: (key, width) => change({ columns: widened(setting.columns, key, width) }),
              onMove: (key, to) => change({ columns: movedTo(setting.columns, key, to) }),
            }}
            groups={list.groups}
            groupText={list.groupText}
            onFold={list.fold}
            {...(setting.hasFilterRow && {
              filterCell: (column: CellColumn<Row>) => (
                <FilterCell
                  column={column}
                  filter={filters.find((one) => one.column === column.key) ?? null}
                  onChange={(filter) => setFilter(column.key, filter)}
                  onEdit={(from) => editFilter(column.key, from)}
                  autoFocus={isOpened && column.key === columns.find(({ kind }) => kind !== undefined)?.key}
                />
              ),
            })}
            onMenu={openMenu}
            empty={
              search !== '' || filters.length > 0 ? (
                <EmptyState
                  title={search === '' ? t('Kein Eintrag passt zum Filter.') : t('Kein Treffer für „{search}“.', { search })}
                  actions={<Button onPress={clear}>{filters.length === 0 ? t('Suche leeren') : t('Filter aufheben')}</Button>}
                >
                  {search === '' ? undefined : t('Suchen Sie mit weniger Buchstaben, oder leeren Sie die Suche.')}
                </EmptyState>
              ) : (
                <EmptyState title={props.empty.title} actions={props.empty.action}>
                  {props.empty.text}
                </EmptyState>
              )
            }
          />
        )}
      </Loaded>
      {overlay !== null && (
        <ListOverlay
          key={overlay.kind === 'filter' ? overlay.key : overlay.kind}
          open={overlay}
          onClose={() => setOverlay(null)}
          all={all}
          view={view}
          setting={setting}
          usual={list.usual}
          named={list.named}
          change={change}
        />
      )}
    </View>
  )
}
