import { useState } from 'react'
import { t } from '../../shared/i18n/text'
import { workspace } from '../../shared/workspace/calls'
import { shell } from '../app/client'
import { resultOf, useJob } from '../app/jobs'
import { useMay } from '../app/office'
import { Button, Dialog, Notice, Section } from '../ui'
import { useAttempt } from './attempt'
import { everythingText } from './jobs'
import styles from './SettingsView.module.css'

/** All data in open formats. Asks first: what comes out is not encrypted any more. */
export function ExportEverything() {
  const [isAsking, setAsking] = useState(false)
  const attempt = useAttempt()
  const job = useJob(workspace.exportEverything)
  const mayCoordinate = useMay('workspace', 'coordinate')
  const written = resultOf(workspace.exportEverything, job.state)
  const start = () =>
    attempt.run(async () => {
      const folder = await shell('chooseFolder', { purpose: 'output' })
      if (folder === null) return
      setAsking(false)
      job.dismiss()
      await job.start({ folder: folder.token }, { folder })
    })
  const whyNot = !mayCoordinate
    ? t('Das darf nur die Koordination.')
    : job.state?.state === 'running'
      ? t('Die Ausgabe wird gerade geschrieben.')
      : null
  return (
    <Section level={2} title={t('Alles ausgeben')} lead={t('gilt für diesen Arbeitsbereich')}>
      <div className={styles.form}>
        <p className={styles.text}>
          {t('Alle Einträge, der ganze Verlauf und die Listen als JSON und CSV, mit einer Beschreibung jeder Datei und jeder Spalte.')}
        </p>
        <Button whyNot={whyNot} onPress={() => setAsking(true)}>
          {t('Alles ausgeben …')}
        </Button>
        {job.failure && <Notice kind="error">{job.failure.sentence}</Notice>}
        {written && <Notice kind="success">{everythingText(written)}</Notice>}
      </div>
      {isAsking && (
        <Dialog
          title={t('Alles unverschlüsselt ausgeben?')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onPress={() => setAsking(false)}>{t('Nichts ausgeben')}</Button>
              <Button look="primary" onPress={() => void start()}>
                {t('Ordner wählen und ausgeben …')}
              </Button>
            </>
          }
        >
          {attempt.failure && <Notice kind="error">{attempt.failure.sentence}</Notice>}
          <p>
            {t(
              'Personenbezogene Daten verlassen damit die verschlüsselte Datei: Wer den Ordner hat, kann sie lesen. Wählen Sie einen Ort, an dem das erlaubt ist, und löschen Sie den Ordner, sobald er seinen Zweck erfüllt hat. Die Ausgabe wird im Zugriffsprotokoll vermerkt.',
            )}
          </p>
        </Dialog>
      )}
    </Section>
  )
}
