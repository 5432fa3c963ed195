import { t } from '../../shared/i18n/text'
import { shell } from '../app/client'
import { folderNameFor } from './folderName'
import { NewFolderDialog } from './NewFolderDialog'

/** Unpacks a copied workspace into a new folder; the window then shows it, locked. */
export function UnpackDialog({ file, onClose }: { file: { token: string; name: string }; onClose: () => void }) {
  return (
    <NewFolderDialog
      title={t('Kopie „{file}“ auspacken?', { file: file.name })}
      folderName={folderNameFor(file.name.replace(/\.kwbz$/i, ''))}
      verb={t('Auspacken')}
      busy={t('Die Kopie wird gerade ausgepackt.')}
      onMake={async (folder) => {
        await shell('openCopyFile', { file: file.token, ...folder })
        onClose()
      }}
      onClose={onClose}
    >
      <p>{t('Sie bleibt verschlüsselt und öffnet mit denselben Passphrasen wie der Arbeitsbereich, aus dem sie stammt.')}</p>
    </NewFolderDialog>
  )
}
