import { useState } from 'react'
import type { BackupLine } from '../../../shared/workspace/backups'
import { formatMoment, formatNumber } from '../../../shared/i18n/format'
import { t } from '../../../shared/i18n/text'
import { useMay } from '../../app/office'
import { Button, Figures, Notice, Panel, Section } from '../../ui'
import { CopyDialog } from './CopyDialog'
import { RestoreDialog } from './RestoreDialog'
import { type Trial, useBackups } from './store'
import styles from './backups.module.css'
import { reasonText, sizeText } from './words'

interface BackupPanelProps {
  backup: BackupLine
  onClose: () => void
  onPrevious: (() => void) | undefined
  onNext: (() => void) | undefined
  focusKey: number | null
}

/** One backup: what is in it, and the two ways back to it. */
export function BackupPanel({ backup, ...place }: BackupPanelProps) {
  const { name, madeAt, reason, size } = backup
  const trial = useBackups(({ trials }) => trials[name])
  const { tryOpen } = useBackups()
  const mayCoordinate = useMay('workspace', 'coordinate')
  const [asking, setAsking] = useState<'restore' | 'copy' | null>(null)
  const whyNot = mayCoordinate ? null : t('Das darf nur die Koordination.')
  return (
    <Panel
      title={t('Sicherung vom {moment}', { moment: formatMoment(madeAt) })}
      identity={`${reasonText(reason)} · ${sizeText(size)}`}
      {...place}
    >
      <Section title={t('Probe')}>
        <div className={styles.ways}>
          <p>{t('Öffnet die Sicherung zum Lesen, prüft jede Seite und vergleicht die Zahlen mit denen beim Anlegen.')}</p>
          <TrialResult trial={trial} />
          <Button whyNot={trial === 'running' ? t('Die Sicherung wird gerade geöffnet.') : null} onPress={() => void tryOpen(name)}>
            {t('Probeweise öffnen')}
          </Button>
        </div>
      </Section>
      <Section title={t('Zurück zu diesem Stand')}>
        <div className={styles.ways}>
          <p>{t('An die Stelle des jetzigen Stands, der davor gesichert wird:')}</p>
          <Button whyNot={whyNot} onPress={() => setAsking('restore')}>
            {t('Zurückholen …')}
          </Button>
          <p>{t('Oder daneben, in einem neuen Ordner, zum Nachsehen:')}</p>
          <Button whyNot={whyNot} onPress={() => setAsking('copy')}>
            {t('Als zweiten Arbeitsbereich …')}
          </Button>
        </div>
      </Section>
      {asking === 'restore' && <RestoreDialog backup={backup} onClose={() => setAsking(null)} />}
      {asking === 'copy' && <CopyDialog backup={backup} onClose={() => setAsking(null)} />}
    </Panel>
  )
}

function TrialResult({ trial }: { trial: Trial | undefined }) {
  if (trial === undefined || trial === 'running') return null
  if ('failure' in trial) return <Notice kind="error">{trial.failure.sentence}</Notice>
  const { people, records, hasNote, differing } = trial.checked
  if (differing.length > 0) {
    return (
      <Notice kind="error">
        {t('Die Sicherung öffnet, hat aber nicht mehr alles, was sie beim Anlegen hatte ({tables}). Nehmen Sie eine andere.', {
          tables: differing.join(', '),
        })}
      </Notice>
    )
  }
  return (
    <>
      <Notice kind="success">
        {hasNote
          ? t('Die Sicherung öffnet und ist vollständig.')
          : t('Die Sicherung öffnet. Sie stammt von einer älteren Version, die keine Zahlen zum Vergleich vermerkt hat.')}
      </Notice>
      <Figures
        items={[
          { label: t('Personen'), value: formatNumber(people) },
          { label: t('Einträge'), value: formatNumber(records) },
        ]}
      />
    </>
  )
}
