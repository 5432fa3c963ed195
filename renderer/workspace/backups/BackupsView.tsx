import { useEffect, useState } from 'react'
import type { BackupLine } from '../../../shared/workspace/backups'
import { formatMoment } from '../../../shared/i18n/format'
import { t } from '../../../shared/i18n/text'
import type { Act } from '../../app/acts'
import { shell } from '../../app/client'
import { useNotices } from '../../app/noticeStore'
import { useMay } from '../../app/office'
import { usePlace } from '../../app/routes'
import { useShell } from '../../app/shellState'
import { View } from '../../app/View'
import { type Column, EmptyState, Notice, RecordTable, StateText } from '../../ui'
import { useAttempt } from '../attempt'
import { BackupPanel } from './BackupPanel'
import { useBackups } from './store'
import { reasonText, sizeText, trialText } from './words'

/** Every backup of this workspace, newest first: try whether it opens, put it back, or make a second workspace of it. */
export function BackupsView() {
  const { lines, failure, trials, load } = useBackups()
  const { place, open } = usePlace()
  const [focus, setFocus] = useState<number | null>(null)
  const backedUpAt = useShell(({ state }) => (state?.workspace.phase === 'open' ? state.workspace.backedUpAt : null))
  useEffect(() => void load(), [load, backedUpAt])
  const acts = useBackupActs()
  const rows = lines ?? []
  const at = rows.findIndex(({ name }) => name === place.id)
  const chosen = rows[at]
  const columns: readonly Column<BackupLine>[] = [
    { key: 'madeAt', label: t('Wann'), width: 11, cell: ({ madeAt }) => formatMoment(madeAt) },
    { key: 'reason', label: t('Anlass'), width: 11, cell: ({ reason }) => reasonText(reason) },
    { key: 'size', label: t('Größe'), width: 7, align: 'end', cell: ({ size }) => sizeText(size) },
    {
      key: 'state',
      label: t('Zustand'),
      cell: ({ name }) => {
        const { kind, text } = trialText(trials[name])
        return <StateText kind={kind}>{text}</StateText>
      },
    },
  ]
  const beside = (step: number) => {
    const name = rows[at + step]?.name
    return chosen === undefined || name === undefined ? undefined : () => open(name)
  }
  return (
    <View
      acts={acts}
      panel={
        chosen && (
          <BackupPanel
            key={chosen.name}
            backup={chosen}
            onClose={() => open(null)}
            onPrevious={beside(-1)}
            onNext={beside(1)}
            focusKey={focus}
          />
        )
      }
    >
      {failure && <Notice kind="error">{failure.sentence}</Notice>}
      {lines !== null && (
        <RecordTable
          label={t('Sicherungen')}
          columns={columns}
          rows={rows}
          rowId={({ name }) => name}
          current={place.id}
          onCurrent={(name) => {
            setFocus(null)
            open(name)
          }}
          onOpen={(name) => {
            setFocus((focus ?? 0) + 1)
            open(name)
          }}
          empty={
            <EmptyState title={t('Noch keine Sicherung.')}>
              {t('Die erste entsteht morgen beim Entsperren von selbst. Mit „Sicherung anlegen“ entsteht sofort eine.')}
            </EmptyState>
          }
        />
      )}
    </View>
  )
}

function useBackupActs(): readonly Act[] {
  const mayEdit = useMay('workspace', 'edit')
  const mayCoordinate = useMay('workspace', 'coordinate')
  const { say } = useNotices()
  const making = useAttempt()
  const copying = useAttempt()
  useEffect(() => {
    const failed = making.failure ?? copying.failure
    if (failed !== null) say('error', failed.sentence)
  }, [making.failure, copying.failure, say])
  const make = () =>
    making.run(async () => {
      await shell('makeBackup', {})
      say('success', t('Die Sicherung ist angelegt.'))
    })
  const copy = () =>
    copying.run(async () => {
      const folder = await shell('chooseFolder', { purpose: 'output' })
      if (folder === null) return
      const { file } = await shell('copyWorkspace', { folder: folder.token })
      say('success', t('Der Arbeitsbereich liegt als „{file}“ im Ordner „{folder}“, ebenso verschlüsselt.', { file, folder: folder.name }))
    })
  return [
    {
      label: t('Arbeitsbereich kopieren …'),
      icon: 'export',
      whyNot: !mayCoordinate ? t('Das darf nur die Koordination.') : copying.isRunning ? t('Die Kopie wird gerade geschrieben.') : null,
      run: () => void copy(),
    },
    {
      label: t('Sicherung anlegen'),
      icon: 'plus',
      key: 'Control+N',
      isPrimary: true,
      whyNot: !mayEdit
        ? t('Dafür brauchen Sie das Recht zum Bearbeiten.')
        : making.isRunning
          ? t('Die Sicherung wird gerade angelegt.')
          : null,
      run: () => void make(),
    },
  ]
}
