import { useState } from 'react'
import { t } from '../../shared/i18n/text'
import { pageNamed } from '../app/manual'
import { ManualText } from '../app/ManualText'
import { Button, Dialog } from '../ui'

/** The manual before a workspace is open: the page of what is on screen, and those that it leads to. */
export function StartHelp({ page: first, onClose }: { page: string; onClose: () => void }) {
  const [name, setName] = useState(first)
  const page = pageNamed(name)
  if (page === undefined) return null
  return (
    <Dialog
      title={t('Hilfe: {title}', { title: page.title })}
      isWide
      isText
      onClose={onClose}
      actions={
        <Button look="primary" autoFocus onPress={onClose}>
          {t('Schließen')}
        </Button>
      }
    >
      <ManualText page={page} onLink={setName} />
    </Dialog>
  )
}
