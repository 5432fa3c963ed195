import { type ReactNode, useState } from 'react'
import { t } from '../../shared/i18n/text'
import { shell } from '../app/client'
import { Button, Dialog, Notice, TextField } from '../ui'
import { useAttempt } from './attempt'
import styles from './backups/backups.module.css'

export interface NewFolder {
  parent: string
  folderName: string
}
interface NewFolderDialogProps {
  title: string
  /** What happens, in a sentence or two. */
  children: ReactNode
  /** The name that is offered. */
  folderName: string
  /** The button that does it: "Kopie anlegen". */
  verb: string
  /** Says what is going on while it runs. */
  busy: string
  onMake: (folder: NewFolder) => Promise<void>
  onClose: () => void
}

/** Asks where a new workspace folder shall lie and how it is called, and makes it. A failure stays with what was typed. */
export function NewFolderDialog({ title, children, verb, busy, onMake, onClose, ...offered }: NewFolderDialogProps) {
  const [parent, setParent] = useState<{ token: string; name: string } | null>(null)
  const [folderName, setFolderName] = useState(offered.folderName)
  const attempt = useAttempt()
  const choose = () => attempt.run(async () => setParent((await shell('chooseFolder', { purpose: 'create' })) ?? parent))
  const whyNot =
    parent === null
      ? t('Wählen Sie, wo der Ordner liegen soll.')
      : folderName.trim() === ''
        ? t('Geben Sie dem Ordner einen Namen.')
        : attempt.isRunning
          ? busy
          : null
  const make = async () => {
    if (parent !== null && whyNot === null) await attempt.run(() => onMake({ parent: parent.token, folderName }))
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('Abbrechen')}</Button>
          <Button look="primary" whyNot={whyNot} onPress={() => void make()}>
            {verb}
          </Button>
        </>
      }
    >
      {attempt.failure && <Notice kind="error">{attempt.failure.sentence}</Notice>}
      {children}
      <div className={styles.fields}>
        <TextField label={t('Name des Ordners')} value={folderName} onChange={setFolderName} maxLength={80} isRequired />
        <p dir="auto">{parent === null ? t('Noch kein Ort gewählt.') : parent.name}</p>
        <Button icon="folder" onPress={() => void choose()}>
          {t('Ordner wählen …')}
        </Button>
      </div>
    </Dialog>
  )
}
