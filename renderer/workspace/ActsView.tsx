import type { Call } from '../../shared/core/call'
import { rooms as calls } from '../../shared/rooms'
import { formatMoment, formatNumber } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { workspace } from '../../shared/workspace/calls'
import { lineText } from '../app/actText'
import { useMay } from '../app/office'
import { RecordsView } from '../app/RecordsView'
import type { Room } from '../app/room'
import { rooms } from '../rooms'
import { Button, StateText } from '../ui'
import { ActPanel } from './ActPanel'
import { useTakeBack } from './takeBack'

/** What was done in this workspace, newest first: by whom, about what; every step can be taken back as a whole. */
export function ActsView() {
  const takeBack = useTakeBack()
  const mayEdit = useMay('workspace', 'edit')
  return (
    <RecordsView
      room="workspace"
      label={t('Letzte Schritte')}
      query={workspace.listActs}
      columns={[
        { key: 'act', label: t('Schritt'), kind: { type: 'code', options: actOptions }, cell: lineText },
        { key: 'day', label: t('Wann'), width: 11, kind: { type: 'day' }, cell: ({ at }) => formatMoment(at) },
        { key: 'user', label: t('Wer'), width: 14, kind: { type: 'text' }, cell: ({ user }) => user },
        {
          key: 'records',
          label: t('Einträge'),
          width: 6,
          align: 'end',
          kind: { type: 'integer' },
          cell: ({ records }) => formatNumber(records),
        },
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
      ]}
      moreColumns={[
        { key: 'room', label: t('Bereich'), width: 10, kind: { type: 'code', options: roomOptions }, cell: ({ room }) => roomTitle(room) },
        { key: 'isOwn', label: t('Eigener Schritt'), width: 7, kind: { type: 'flag' }, cell: ({ isOwn }) => (isOwn ? t('ja') : t('nein')) },
      ]}
      quickFilters={['isOwn', 'room']}
      searchLabel={t('Nach Person suchen')}
      count={(shown, total) => t('{shown} von {total} Schritten', { shown, total })}
      empty={{
        title: t('Noch kein Schritt.'),
        text: t('Jede Eingabe, jede Einlesung und jedes Löschen steht hier und lässt sich zurücknehmen.'),
      }}
      panel={({ id, open, focusKey }) =>
        id !== null && <ActPanel key={id} id={id} focusKey={focusKey} onClose={() => open(null)} onTakeBack={takeBack} />
      }
    />
  )
}

function roomOptions() {
  return Object.entries<Room>(rooms).map(([code, { title }]) => ({ code, label: title() }))
}

/** The room of an act of a newer version is called by its name. */
function roomTitle(room: string): string {
  return roomOptions().find(({ code }) => code === room)?.label ?? room
}

/** Every kind of step that there is, as its command is called. */
function actOptions() {
  return Object.entries(calls).flatMap(([room, { calls: ofRoom }]) =>
    Object.entries<Call>(ofRoom).flatMap(([name, call]) =>
      call.kind === 'command' ? [{ code: `${room}.${name}`, label: t(call.label) }] : [],
    ),
  )
}
