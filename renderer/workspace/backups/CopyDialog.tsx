import { useState } from 'react'
import type { BackupLine } from '../../../shared/workspace/backups'
import { dayOf } from '../../../shared/core/clock'
import { formatMoment } from '../../../shared/i18n/format'
import { t } from '../../../shared/i18n/text'
import { shell } from '../../app/client'
import { useOffice } from '../../app/office'
import { Button, Dialog } from '../../ui'
import { folderNameFor } from '../folderName'
import { NewFolderDialog } from '../NewFolderDialog'

/** Makes a second workspace of a backup, and offers to open it. */
export function CopyDialog({ backup, onClose }: { backup: BackupLine; onClose: () => void }) {
  const office = useOffice()
  const [made, setMade] = useState<{ token: string; folder: string } | null>(null)
  const moment = formatMoment(backup.madeAt)
  if (made !== null) {
    return (
      <Dialog
        title={t('Der zweite Arbeitsbereich ist angelegt')}
        onClose={onClose}
        actions={
          <>
            <Button onPress={onClose}>{t('Hier weiterarbeiten')}</Button>
            <Button look="primary" onPress={() => void shell('openWorkspace', { token: made.token })}>
              {t('Zweiten Arbeitsbereich öffnen')}
            </Button>
          </>
        }
      >
        <p>{t('Ordner „{folder}“. Er öffnet mit denselben Passphrasen wie dieser.', { folder: made.folder })}</p>
      </Dialog>
    )
  }
  return (
    <NewFolderDialog
      title={t('Zweiten Arbeitsbereich anlegen?')}
      folderName={folderNameFor(`${office?.countyName ?? ''} ${dayOf(backup.madeAt)}`)}
      verb={t('Zweiten Arbeitsbereich anlegen')}
      busy={t('Der zweite Arbeitsbereich wird gerade angelegt.')}
      onMake={async (folder) => setMade(await shell('restoreAsCopy', { name: backup.name, ...folder }))}
      onClose={onClose}
    >
      <p>
        {t(
          'Der Stand vom {moment} kommt in einen neuen Ordner; hier ändert sich nichts. Der zweite ist als Kopie gekennzeichnet und schreibt keine Austauschdateien, bis Sie entscheiden, welcher von beiden weitergeht.',
          { moment },
        )}
      </p>
    </NewFolderDialog>
  )
}
