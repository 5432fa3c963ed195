import { type ReactNode, useEffect, useId, useState } from 'react'
import { t } from '../../shared/i18n/text'
import { listen } from '../app/client'
import { Button, Dialog, Notice, ProgressLine } from '../ui'
import { useAttempt } from './attempt'
import { PassphraseField } from './PassphraseFields'
import styles from './PassphraseDialog.module.css'

interface PassphraseDialogProps {
  /** The question; `verb` answers it. */
  title: string
  verb: string
  isDanger?: boolean
  /** What will happen, and what else must be known. */
  children?: ReactNode
  /** What is still missing in `children`; called when somebody tries. */
  whyNot?: () => boolean
  ask: (passphrase: string) => Promise<unknown>
  onDone: () => void
  onClose: () => void
}

/** Asks for the passphrase of who is here before something about the keys is done: it opens the key that is nowhere else. */
export function PassphraseDialog({ title, verb, isDanger = false, children, whyNot, ask, onDone, onClose }: PassphraseDialogProps) {
  const [passphrase, setPassphrase] = useState('')
  const [showsFaults, setShowsFaults] = useState(false)
  const attempt = useAttempt()
  const files = useNewKeyProgress()
  const formId = useId()
  const isFaulty = showsFaults && passphrase === ''
  const submit = async () => {
    setShowsFaults(true)
    const lacks = whyNot?.() ?? false
    if (lacks || passphrase === '' || attempt.isRunning) return
    if (await attempt.run(() => ask(passphrase))) onDone()
  }
  const close = () => {
    // What is being written is written to its end.
    if (!attempt.isRunning) onClose()
  }
  return (
    <Dialog
      title={title}
      onClose={close}
      actions={
        <>
          <Button onPress={close} whyNot={attempt.isRunning ? t('Es wird gerade gearbeitet.') : null}>
            {t('Abbrechen')}
          </Button>
          <Button
            look={isDanger ? 'danger' : 'primary'}
            whyNot={attempt.isRunning ? t('Die Passphrase wird geprüft.') : null}
            type="submit"
            form={formId}
          >
            {verb}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {children}
        <PassphraseField
          label={t('Ihre Passphrase')}
          hint={t('Sie öffnet den Schlüssel für diese Änderung.')}
          value={passphrase}
          isShown={false}
          onChange={setPassphrase}
          error={isFaulty ? t('Geben Sie Ihre eigene Passphrase ein.') : null}
        />
        {attempt.failure && <Notice kind="error">{attempt.failure.sentence}</Notice>}
        {attempt.isRunning && files !== null && (
          <p role="status">
            <ProgressLine
              label={t('Dateien mit neuem Schlüssel')}
              share={files.total === 0 ? null : files.done / files.total}
              figure={t('{done} von {total} Dateien neu verschlüsselt', files)}
            />
          </p>
        )}
      </form>
    </Dialog>
  )
}

/** How many files have their new key, while that is being done. */
function useNewKeyProgress(): { done: number; total: number } | null {
  const [files, setFiles] = useState<{ done: number; total: number } | null>(null)
  useEffect(() => listen((event) => event.type === 'newKey' && setFiles({ done: event.done, total: event.total })), [])
  return files
}
