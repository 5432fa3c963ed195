import { t } from '../../shared/i18n/text'
import { rooms } from '../rooms'
import { strangeFileText, useIncoming, useIncomingOf } from './incoming'
import { useNotices } from './noticeStore'
import { pathOf, usePlace } from './routes'

/** In an unlocked window: a list goes to the room that reads lists; a workspace is opened on the start screen only. */
export function useIncomingFiles(): void {
  const { go } = usePlace()
  const { say } = useNotices()
  useIncomingOf(['list'], ([first, ...others]) => {
    const reader = roomThatReadsLists()
    if (first === undefined || reader === undefined) return
    useIncoming.getState().offerList(first)
    go(reader)
    if (others.length > 0) say('warning', t('Es wird eine Liste nach der anderen eingelesen. Angeboten ist „{name}“.', first))
  })
  useIncomingOf(['workspace', 'copy'], ([first]) => {
    if (first !== undefined)
      say(
        'warning',
        t(
          '„{name}“ lässt sich erst öffnen, wenn dieser Arbeitsbereich geschlossen ist (Menü Datei). Legen Sie es dann noch einmal ab.',
          first,
        ),
      )
  })
  useIncomingOf(['snapshot', 'other'], (files) => {
    for (const file of files) say('warning', strangeFileText(file))
  })
}

function roomThatReadsLists(): string | undefined {
  for (const [name, room] of Object.entries(rooms)) if ('readsLists' in room) return pathOf(name, room.readsLists)
  return undefined
}
