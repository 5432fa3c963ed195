import { BACKUP_WEEKS } from '../../shared/workspace/backups'
import { t } from '../../shared/i18n/text'
import { workspace } from '../../shared/workspace/calls'
import { useCommand } from '../app/command'
import { useLive } from '../app/live'
import { useMay } from '../app/office'
import { Notice, Section, Segmented } from '../ui'
import styles from './SettingsView.module.css'

/** How long backups are kept, with what that means for people who were erased. */
export function BackupSettings() {
  const weeks = useLive(workspace.getBackupWeeks, {}).value
  const set = useCommand(workspace.setBackupWeeks)
  const mayCoordinate = useMay('workspace', 'coordinate')
  if (weeks === undefined) return null
  const days = 7 + weeks * 7
  return (
    <Section level={2} title={t('Sicherungen aufheben')} lead={t('gilt für diesen Arbeitsbereich')}>
      <div className={styles.lines}>
        <span aria-hidden>{t('Eine je Woche, für')}</span>
        {mayCoordinate ? (
          <Segmented
            label={t('Eine je Woche, für')}
            value={String(weeks)}
            onChange={(code) => {
              const chosen = BACKUP_WEEKS.find((one) => String(one) === code)
              if (chosen !== undefined) void set.run({ weeks: chosen })
            }}
            options={BACKUP_WEEKS.map((one) => ({ code: String(one), label: t('{weeks} Wochen', { weeks: one }) }))}
          />
        ) : (
          <span>{t('{weeks} Wochen', { weeks })}</span>
        )}
      </div>
      <div className={styles.form}>
        <p className={styles.text}>
          {t(
            'Dazu je eine der letzten 7 Tage. Wer nach Art. 17 DSGVO gelöscht wird, ist darin bis zu 35 Tage lesbar, mit mehr Wochen länger. Eine Änderung gilt ab der nächsten Sicherung.',
          )}
        </p>
        {weeks > BACKUP_WEEKS[0] && (
          <Notice kind="warning">
            {t(
              'Wer nach Art. 17 DSGVO gelöscht wird, bleibt in den Sicherungen bis zu {days} Tage lesbar statt 35. Nennen Sie diese Frist in Ihrem Verzeichnis der Verarbeitungstätigkeiten.',
              { days },
            )}
          </Notice>
        )}
        {set.failure && <Notice kind="error">{set.failure.sentence}</Notice>}
      </div>
    </Section>
  )
}
