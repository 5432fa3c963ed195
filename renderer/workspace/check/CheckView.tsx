import { formatMoment } from '../../../shared/i18n/format'
import { t } from '../../../shared/i18n/text'
import { isSound } from '../../../shared/workspace/check'
import { outcomeText, partText, reportText, resultText } from '../../../shared/workspace/checkText'
import { useActs } from '../../app/acts'
import { cancelJob } from '../../app/client'
import { useJobs } from '../../app/jobs'
import { View } from '../../app/View'
import { ActButton, Button, EmptyState, Notice, ProgressLine, Section, StateText } from '../../ui'
import { useTextFile } from '../textFile'
import styles from './check.module.css'
import { startCheck, useCheck } from './store'

/** Checks everything of the open workspace and says what it found, part by part. */
export function CheckView() {
  const { isRunning, report, failure } = useCheck()
  const save = useTextFile()
  const saveAct = {
    label: t('Bericht speichern …'),
    icon: 'export' as const,
    whyNot: report === null ? t('Erst prüfen, dann speichern.') : null,
    run: () => {
      if (report !== null) void save(t('Prüfbericht'), reportText(report))
    },
  }
  useActs([saveAct])
  return (
    <View
      isPage
      acts={[
        {
          label: report === null ? t('Jetzt prüfen') : t('Noch einmal prüfen'),
          icon: 'shield',
          isPrimary: true,
          whyNot: isRunning ? t('Es wird gerade geprüft.') : null,
          run: () => void startCheck(),
        },
      ]}
    >
      <div className={styles.page}>
        {failure && <Notice kind="error">{failure.sentence}</Notice>}
        {isRunning && <Running />}
        {report === null && !isRunning && (
          <EmptyState title={t('Noch nicht geprüft, seit der Arbeitsbereich offen ist.')}>
            {t(
              'Geprüft werden Datei, Schlüssel, Sicherungen, Verlauf, Tabellen, Suche und Zugriffe. Daran ändert sich nichts; Sie können weiterarbeiten.',
            )}
          </EmptyState>
        )}
        {report !== null && (
          <>
            <Notice kind={isSound(report) ? 'success' : 'error'} action={<ActButton act={saveAct} />}>
              <b>{resultText(report)}</b> {t('Geprüft am {at}.', { at: formatMoment(report.at) })}
            </Notice>
            {report.parts.map((part) => (
              <Section key={part.part} level={2} title={partText(part.part)}>
                <StateText kind={part.total === 0 ? 'good' : 'bad'}>{outcomeText(part)}</StateText>
                {part.findings.length > 0 && (
                  <ul className={styles.findings}>
                    {part.findings.map(({ sentence, params }, index) => (
                      <li key={index}>{t(sentence, params)}</li>
                    ))}
                    {part.total > part.findings.length && <li>{t('und {more} weitere', { more: part.total - part.findings.length })}</li>}
                  </ul>
                )}
              </Section>
            ))}
          </>
        )}
      </div>
    </View>
  )
}

/** How far the check is; it is followed like a job once it takes long. */
function Running() {
  const job = useJobs(({ jobs }) => jobs.find(({ name, state }) => name === 'workspace.check' && state === 'running'))
  const { done, total } = (job?.progress ?? { done: 0, total: 0 }) as { done: number; total: number }
  return (
    <div className={styles.running} role="status">
      <ProgressLine
        label={t('Arbeitsbereich prüfen')}
        share={total === 0 ? null : done / total}
        figure={total === 0 ? t('Wird geprüft …') : t('{percent} %', { percent: Math.floor((done / total) * 100) })}
      />
      {job && <Button onPress={() => void cancelJob(job.id)}>{t('Anhalten')}</Button>}
    </div>
  )
}
