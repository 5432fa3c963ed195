import type { BackupLine } from '../../../shared/workspace/backups'
import { formatMoment } from '../../../shared/i18n/format'
import { t } from '../../../shared/i18n/text'
import { shell } from '../../app/client'
import { Button, Dialog, Notice } from '../../ui'
import { useAttempt } from '../attempt'

/** Asks before the present state gives way to a backup; afterwards the workspace is locked. */
export function RestoreDialog({ backup, onClose }: { backup: BackupLine; onClose: () => void }) {
  const attempt = useAttempt()
  const moment = formatMoment(backup.madeAt)
  const restore = async () => {
    // Locked, this window shows the start screen; only a failure is answered here.
    await attempt.run(() => shell('restoreBackup', { name: backup.name }))
  }
  return (
    <Dialog
      title={t('Stand vom {moment} zurückholen?', { moment })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('Beim jetzigen Stand bleiben')}</Button>
          <Button
            look="primary"
            whyNot={attempt.isRunning ? t('Die Sicherung wird gerade zurückgeholt.') : null}
            onPress={() => void restore()}
          >
            {t('Zurückholen')}
          </Button>
        </>
      }
    >
      {attempt.failure && <Notice kind="error">{attempt.failure.sentence}</Notice>}
      <p>
        {t(
          'Was seit dem {moment} eingetragen wurde, ist danach nicht mehr zu sehen. Der jetzige Stand wird vorher gesichert und bleibt in dieser Liste; laufende Arbeiten werden beendet. Danach entsperren Sie den Arbeitsbereich mit Ihrer Passphrase.',
          { moment },
        )}
      </p>
      <p>{t('Wer seither nach Art. 17 DSGVO gelöscht wurde, bleibt gelöscht.')}</p>
    </Dialog>
  )
}
