import { type ReactNode, useState } from 'react'
import type { InputOf, OutputOf, QueryCall } from '../../shared/core/call'
import { t } from '../../shared/i18n/text'
import { Button, EmptyState, Loaded, RecordTable, SearchField, Toolbar } from '../ui'
import type { Column } from '../ui/columns'
import type { Act } from './acts'
import type { RoomName } from '../../shared/rooms'
import { useMay } from './office'
import { usePlace } from './routes'
import { View } from './View'
import { useWindowed } from './windowed'

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

interface RecordsViewProps<C extends QueryCall, Row extends object> {
  room: RoomName
  label: string
  query: C
  filters: Omit<InputOf<C>, 'search' | 'offset' | 'limit'>
  /** The rows and their number in all, out of the answer. */
  found: (answer: OutputOf<C>) => { rows: readonly Row[]; total: number }
  columns: readonly Column<Row>[]
  searchLabel: string
  /** The button for a new record: "Person aufnehmen". */
  newLabel: string
  /** Why no new record can be entered now, apart from the right to do so. */
  whyNotNew?: string | null
  count: (shown: number, total: number) => string
  /** What is said while the list is empty and nothing was searched. */
  empty: { title: string; text: string; action?: ReactNode }
  /** Filters beside the search. */
  tools?: ReactNode
  acts?: readonly Act[]
  panel: (place: PanelPlace) => ReactNode
}

const NEW = 'neu'

/** A list of records with search, window and side panel: the shape of every plain list in every room. */
export function RecordsView<C extends QueryCall, Row extends { id: string }>(props: RecordsViewProps<C, Row>) {
  const { place, open } = usePlace()
  const { found, search, offset, searchFor, onWindow } = useWindowed(props.query, props.filters)
  const [focus, setFocus] = useState<number | null>(null)
  const mayEdit = useMay(props.room, 'edit')
  const readOnly = mayEdit ? null : t('Sie können hier lesen, aber nichts ändern.')
  const answer = found.value === undefined ? { rows: [], total: 0 } : props.found(found.value)
  const isFiltered = Object.values(props.filters).some((one) => one !== null)
  const at = answer.rows.findIndex(({ id }) => id === place.id)
  const [previous, next] = [answer.rows[at - 1]?.id, at === -1 ? undefined : answer.rows[at + 1]?.id]
  const enter = () => {
    setFocus((focus ?? 0) + 1)
    open(NEW)
  }
  const acts: Act[] = [
    ...(props.acts ?? []),
    { label: props.newLabel, icon: 'plus', key: 'Control+N', isPrimary: true, whyNot: readOnly ?? props.whyNotNew ?? null, run: enter },
  ]
  const panel =
    place.id === null
      ? null
      : props.panel({
          id: place.id === NEW ? null : place.id,
          open,
          onPrevious: previous === undefined ? undefined : () => open(previous),
          onNext: next === undefined ? undefined : () => open(next),
          focusKey: focus,
          readOnly,
        })
  return (
    <View
      acts={acts}
      panel={panel}
      bars={
        <Toolbar label={t('Suche und Filter')} count={props.count(answer.rows.length, answer.total)}>
          <SearchField label={props.searchLabel} value={search} onChange={searchFor} />
          {props.tools}
        </Toolbar>
      }
    >
      <Loaded result={found}>
        {() => (
          <RecordTable
            label={props.label}
            columns={props.columns}
            rows={answer.rows}
            total={answer.total}
            offset={offset}
            onWindow={onWindow}
            current={place.id}
            onCurrent={(id) => {
              setFocus(null)
              open(id)
            }}
            onOpen={(id) => {
              setFocus((focus ?? 0) + 1)
              open(id)
            }}
            empty={
              search !== '' ? (
                <EmptyState
                  title={t('Kein Treffer für „{search}“.', { search })}
                  actions={<Button onPress={() => searchFor('')}>{t('Suche leeren')}</Button>}
                >
                  {t('Suchen Sie mit weniger Buchstaben, oder leeren Sie die Suche.')}
                </EmptyState>
              ) : isFiltered ? (
                <EmptyState title={t('Kein Eintrag passt zum Filter.')}>{t('Wählen Sie im Filter „alle“.')}</EmptyState>
              ) : (
                <EmptyState title={props.empty.title} actions={props.empty.action}>
                  {props.empty.text}
                </EmptyState>
              )
            }
          />
        )}
      </Loaded>
    </View>
  )
}
