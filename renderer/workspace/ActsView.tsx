import { useState } from 'react'
import { formatMoment, formatNumber } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { workspace } from '../../shared/workspace/calls'
import type { ActLine } from '../../shared/workspace/historyCalls'
import { lineText } from '../app/actText'
import { useLive } from '../app/live'
import { useMay } from '../app/office'
import type { Room } from '../app/room'
import { usePlace } from '../app/routes'
import { View } from '../app/View'
import { rooms } from '../rooms'
import { Button, type Column, EmptyState, FilterField, Loaded, RecordTable, StateText, Toolbar } from '../ui'
import { ActPanel } from './ActPanel'
import { useTakeBack } from './takeBack'

const WINDOW = 300

/** What was done in this workspace, newest first: by whom, about what; every step can be taken back as a whole. */
export function ActsView() {
  const { place, open } = usePlace()
  const [who, setWho] = useState<string | null>(null)
  const [room, setRoom] = useState<string | null>(null)
  const [range, setRange] = useState({ offset: 0, limit: WINDOW })
  const [focus, setFocus] = useState<number | null>(null)
  const found = useLive(workspace.listActs, { onlyMine: who !== null, room, ...range })
  const takeBack = useTakeBack()
  const mayEdit = useMay('workspace', 'edit')
  const filter = (set: (value: string | null) => void) => (value: string | null) => {
    set(value)
    setRange({ offset: 0, limit: WINDOW })
  }
  const columns: readonly Column<ActLine>[] = [
    { key: 'act', label: t('Schritt'), cell: lineText },
    { key: 'at', label: t('Wann'), width: 11, cell: ({ at }) => formatMoment(at) },
    { key: 'user', label: t('Wer'), width: 14, cell: ({ user }) => user },
    { key: 'records', label: t('Einträge'), width: 6, align: 'end', cell: ({ records }) => formatNumber(records) },
    {
      key: 'undo',
      label: t('Zurücknehmen'),
      width: 13,
      cell: (line) => {
        if (line.undoneBy !== null)
          return <StateText kind="muted">{line.kind === 'undone' ? t('wiederholt') : t('zurückgenommen')}</StateText>
        if (!mayEdit) return '–'
        return (
          <Button look="quiet" icon={line.kind === 'undone' ? 'redo' : 'undo'} onPress={() => void takeBack(line)}>
            {line.kind === 'undone' ? t('Wiederholen') : t('Zurücknehmen')}
          </Button>
        )
      },
    },
  ]
  const total = found.value?.total
  return (
    <View
      panel={
        place.id !== null && <ActPanel key={place.id} id={place.id} focusKey={focus} onClose={() => open(null)} onTakeBack={takeBack} />
      }
      bars={
        <Toolbar
          label={t('Filter')}
          {...(total !== undefined && { count: t('{total, plural, one {# Schritt} other {# Schritte}}', { total }) })}
        >
          <FilterField label={t('Wer')} value={who} onChange={filter(setWho)} options={[{ code: 'me', label: t('nur ich') }]} />
          <FilterField
            label={t('Bereich')}
            value={room}
            onChange={filter(setRoom)}
            options={Object.entries<Room>(rooms).map(([code, { title }]) => ({ code, label: title() }))}
          />
        </Toolbar>
      }
    >
      <Loaded result={found}>
        {(acts) => (
          <RecordTable
            label={t('Letzte Schritte')}
            columns={columns}
            rows={acts.rows}
            total={acts.total}
            offset={found.answered?.offset ?? 0}
            onWindow={(offset, limit) => setRange({ offset, limit: Math.min(limit, 500) })}
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
              who !== null || room !== null ? (
                <EmptyState title={t('Kein Eintrag passt zum Filter.')}>{t('Wählen Sie im Filter „alle“.')}</EmptyState>
              ) : (
                <EmptyState title={t('Noch kein Schritt.')}>
                  {t('Jede Eingabe, jede Einlesung und jedes Löschen steht hier und lässt sich zurücknehmen.')}
                </EmptyState>
              )
            }
          />
        )}
      </Loaded>
    </View>
  )
}
