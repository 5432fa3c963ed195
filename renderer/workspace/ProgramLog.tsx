import { useEffect, useState } from 'react'
import { t } from '../../shared/i18n/text'
import { programLogText } from '../../shared/workspace/programLog'
import { type Failed, shell } from '../app/client'
import { failedFrom } from '../app/live'
import { Button, Dialog, Notice } from '../ui'
import styles from './ProgramLog.module.css'
import { useTextFile } from './textFile'

/** What the program noted about itself: read first, then saved, word for word. `of`: all of it, or the run that did not come to its end. */
export function ProgramLogDialog({ of, onClose }: { of: 'all' | 'brokenRun'; onClose: () => void }) {
  const [text, setText] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failed | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const save = useTextFile()
  useEffect(() => {
    shell('readProgramLog', { of }).then(
      ({ events }) => setText(programLogText(events)),
      (error: unknown) => setFailure(failedFrom(error)),
    )
  }, [of])
  const title = of === 'all' ? t('Programmprotokoll') : t('Absturzbericht')
  return (
    <Dialog
      title={title}
      isWide
      isText
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('Schließen')}</Button>
          <Button
            look="primary"
            icon="export"
            whyNot={text === null ? t('Wird geladen …') : null}
            onPress={() => {
              if (text !== null) void save(title, text).then(setSaved)
            }}
          >
            {t('Speichern …')}
          </Button>
        </>
      }
    >
      <p>
        {t(
          'Darin stehen Zeiten, Kennungen und Stellen im Programm, keine Namen und keine Angaben aus dem Arbeitsbereich. Speichern Sie es, wenn die IT-Stelle danach fragt.',
        )}
      </p>
      {saved && <Notice kind="success">{saved}</Notice>}
      {failure && <Notice kind="error">{failure.sentence}</Notice>}
      <pre className={styles.text}>{text === '' ? t('Noch kein Eintrag.') : (text ?? t('Wird geladen …'))}</pre>
    </Dialog>
  )
}

/** After a run that did not come to its end: what that means, and the report. */
export function CrashNotice() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Notice
        kind="warning"
        action={
          <>
            <Button onPress={() => setOpen(true)}>{t('Absturzbericht ansehen …')}</Button>
            <Button look="quiet" onPress={() => void shell('dismissCrash', {})}>
              {t('Ausblenden')}
            </Button>
          </>
        }
      >
        <b>{t('Das Programm wurde beim letzten Mal nicht ordentlich beendet.')}</b>{' '}
        {t('Was als gespeichert galt, ist da. Unterbrochene Vorgänge starten Sie neu.')}
      </Notice>
      {isOpen && <ProgramLogDialog of="brokenRun" onClose={() => setOpen(false)} />}
    </>
  )
}
