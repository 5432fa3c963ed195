import { formatMoment, formatNumber } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { workspace } from '../../shared/workspace/calls'
import { useCommand } from '../app/command'
import { useLive } from '../app/live'
import { useMay } from '../app/office'
import { undoneText } from '../app/Notices'
import { View } from '../app/View'
import { Button, type Column, EmptyState, Loaded, Notice, RecordTable, StateText } from '../ui'
import type { OutputOf } from '../../shared/core/call'

type ActLine = OutputOf<typeof workspace.listActs>[number]
const SHOWN = 200

/** What was done in this workspace, newest first; every step can be taken back as a whole. */
export function ActsView() {
  const found = useLive(workspace.listActs, { limit: SHOWN })
  const undo = useCommand(workspace.undoAct, { done: undoneText })
  const mayEdit = useMay('workspace', 'edit')
  const columns: readonly Column<ActLine>[] = [
    { key: 'act', label: t('Schritt'), cell: ({ act, params }) => t(act, params) },
    { key: 'at', label: t('Wann'), width: 11, cell: ({ at }) => formatMoment(at) },
    { key: 'user', label: t('Wer'), width: 14, cell: ({ user }) => user },
    { key: 'records', label: t('Einträge'), width: 6, align: 'end', cell: ({ records }) => formatNumber(records) },
    {
      key: 'undo',
      label: t('Zurücknehmen'),
      width: 13,
      cell: ({ id, undoneBy }) => {
        if (undoneBy !== null) return <StateText kind="muted">{t('zurückgenommen')}</StateText>
        if (!mayEdit) return '–'
        return (
          <Button look="quiet" icon="undo" onPress={() => void undo.run({ actId: id })}>
            {t('Zurücknehmen')}
          </Button>
        )
      },
    },
  ]
  return (
    <View>
      {undo.failure && <Notice kind="error">{undo.failure.sentence}</Notice>}
      <Loaded result={found}>
        {(acts) => (
          <RecordTable
            label={t('Letzte Schritte')}
            columns={columns}
            rows={acts}
            empty={
              <EmptyState title={t('Noch kein Schritt.')}>
                {t('Jede Eingabe, jede Einlesung und jedes Löschen steht hier und lässt sich zurücknehmen.')}
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </View>
  )
}
