import { useState } from 'react'
import { formatMoment } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { workspace } from '../../shared/workspace/calls'
import type { OutputOf } from '../../shared/core/call'
import { kindText, recordText } from '../app/actText'
import { useCommand } from '../app/command'
import { useLive } from '../app/live'
import { useMay } from '../app/office'
import { View } from '../app/View'
import { Button, type Column, EmptyState, Loaded, Notice, RecordTable } from '../ui'

type DeletedLine = OutputOf<typeof workspace.listDeleted>['rows'][number]
const WINDOW = 300

/** Records that were deleted, newest deletion first; each can be brought back as it was. */
export function DeletedView() {
  const [range, setRange] = useState({ offset: 0, limit: WINDOW })
  const found = useLive(workspace.listDeleted, range)
  const restore = useCommand(workspace.restoreRecord, { done: () => t('Eintrag wiederhergestellt.') })
  const mayEdit = useMay('workspace', 'edit')
  const columns: readonly Column<DeletedLine>[] = [
    { key: 'name', label: t('Eintrag'), cell: recordText },
    { key: 'kind', label: t('Art'), width: 14, cell: ({ entity }) => kindText(entity) },
    { key: 'at', label: t('Gelöscht am'), width: 11, cell: ({ at }) => formatMoment(at) },
    { key: 'user', label: t('Wer'), width: 14, cell: ({ user }) => user },
    {
      key: 'restore',
      label: t('Wiederherstellen'),
      width: 14,
      cell: ({ entity, id }) =>
        mayEdit ? (
          <Button look="quiet" icon="undo" onPress={() => void restore.run({ entity, id })}>
            {t('Wiederherstellen')}
          </Button>
        ) : (
          '–'
        ),
    },
  ]
  return (
    <View>
      {restore.failure && <Notice kind="error">{restore.failure.sentence}</Notice>}
      <Loaded result={found}>
        {(deleted) => (
          <RecordTable
            label={t('Gelöschte Einträge')}
            columns={columns}
            rows={deleted.rows}
            total={deleted.total}
            offset={found.answered?.offset ?? 0}
            onWindow={(offset, limit) => setRange({ offset, limit: Math.min(limit, 500) })}
            empty={
              <EmptyState title={t('Nichts gelöscht.')}>
                {t('Gelöschte Einträge stehen hier und lassen sich wiederherstellen, bis ihre Aufbewahrung endet.')}
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </View>
  )
}
