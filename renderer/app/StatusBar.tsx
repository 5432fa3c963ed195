import { useEffect, useState } from 'react'
import { dayOf } from '../../shared/core/clock'
import { formatMoment, formatTime } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import type { ShellState } from '../../shared/workspace/shell'
import { Icon } from '../ui'
import { useActivity } from './activity'
import { useUnsaved } from './drafts'
import { useToday } from './office'
import { JobTray } from './JobTray'
import type { OpenWorkspace } from './shellState'
import styles from './StatusBar.module.css'

const LOOK_MS = 15_000

/** Saved state, jobs, the newest backup, how long until the lock; and on what it runs, if that is not for real data. */
export function StatusBar({ opened, state }: { opened: OpenWorkspace; state: ShellState }) {
  const unsaved = Object.keys(useUnsaved().views).length
  const today = useToday()
  const minutes = useMinutesLeft(opened.locksAt, state.preferences.idleMinutes)
  return (
    <footer className={styles.bar} data-region="status" tabIndex={-1}>
      <span role="status" className={styles.item}>
        <Icon name={unsaved > 0 ? 'edit' : 'check'} size={14} />
        {unsaved > 0
          ? t('{unsaved, plural, one {Änderungen an 1 Eintrag} other {Änderungen an # Einträgen}} nicht gespeichert', { unsaved })
          : t('Alles gespeichert')}
      </span>
      <JobTray />
      <span className={styles.spacer} />
      {state.isTestRuntime && <span className={styles.item}>{t('Testlaufzeit: nur für den Musterkreis')}</span>}
      <span className={`${styles.item} ${styles.wide}`}>{t('Version {version}', { version: state.version })}</span>
      <span className={styles.item}>{backupText(opened.backedUpAt, today)}</span>
      <span className={styles.item}>{t('Sperrt in {minutes} Min.', { minutes })}</span>
    </footer>
  )
}

function backupText(at: number | null, today: string): string {
  if (at === null) return t('Noch keine Sicherung')
  if (dayOf(at) === today) return t('Sicherung heute {time}', { time: formatTime(at) })
  return t('Sicherung {moment}', { moment: formatMoment(at) })
}

/** Whole minutes until the idle lock: the main process's word, or what our own last sign of life made of it. */
function useMinutesLeft(locksAt: number, idleMinutes: number): number {
  const { reportedAt } = useActivity()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS)
    return () => clearInterval(timer)
  }, [])
  const end = reportedAt === 0 ? locksAt : Math.max(locksAt, reportedAt + idleMinutes * 60_000)
  return Math.max(0, Math.round((end - Math.max(now, reportedAt)) / 60_000))
}
