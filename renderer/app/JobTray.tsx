import { useEffect, useState } from 'react'
import * as z from 'zod'
import type { JobState } from '../../shared/core/bridge'
import { formatDuration, formatNumber } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { Button, Icon, IconButton, type IconName, ProgressLine, StateText } from '../ui'
import { cancelJob } from './client'
import { useJobs } from './jobs'
import styles from './StatusBar.module.css'

const SIGNS: Record<JobState['state'], IconName> = { running: 'clock', done: 'success', cancelled: 'stop', failed: 'error' }

/** One line while something runs; opens to a list with cancel, result and error sentence. Finished ones stay until they are taken away. */
export function JobTray() {
  const { jobs } = useJobs()
  const [isOpen, setOpen] = useState(false)
  useClosing(isOpen, setOpen)
  useTick(jobs.some(({ state }) => state === 'running'))
  const newest = jobs.filter(({ state }) => state === 'running').at(-1) ?? jobs.at(-1)
  return (
    <>
      <span className={styles.quiet} role="status">
        {newest && announcement(newest)}
      </span>
      {newest && (
        <button type="button" className={styles.item} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Icon name={SIGNS[newest.state]} size={14} />
          {newest.state === 'running' ? (
            <>
              {t(newest.label)} <ProgressLine label={t(newest.label)} {...progressFigure(newest)} />
            </>
          ) : (
            announcement(newest)
          )}
        </button>
      )}
      {isOpen && jobs.length > 0 && (
        <section className={styles.tray} aria-label={t('Laufende Arbeiten')}>
          <ul>
            {[...jobs].reverse().map((job) => (
              <li key={job.id} className={styles.job}>
                <JobLine job={job} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function JobLine({ job }: { job: JobState }) {
  const { dismiss } = useJobs()
  if (job.state === 'running') {
    return (
      <>
        <div className={styles.jobHead}>
          <span className={styles.jobName}>{t(job.label)}</span>
          <Button onPress={() => void cancelJob(job.id)}>{t('Abbrechen')}</Button>
        </div>
        <div className={styles.jobLine}>
          <ProgressLine label={t(job.label)} {...progressFigure(job)} />
        </div>
      </>
    )
  }
  return (
    <>
      <div className={styles.jobHead}>
        <span className={styles.jobName}>
          <StateText kind={job.state === 'failed' ? 'bad' : job.state === 'done' ? 'good' : 'muted'}>{announcement(job)}</StateText>
        </span>
        <IconButton label={t('Aus der Liste nehmen')} icon="close" onPress={() => dismiss(job.id)} />
      </div>
      {job.failure && <p>{t(job.failure.sentence, job.failure.params)}</p>}
    </>
  )
}

function announcement({ label, state, result }: JobState): string {
  const values = { job: t(label) }
  // Stopped with the best so far is what the user wanted.
  if (state === 'cancelled' && result !== null) return t('{job} ist angehalten', values)
  if (state === 'running') return t('{job} läuft', values)
  if (state === 'done') return t('{job} ist fertig', values)
  if (state === 'cancelled') return t('{job} ist abgebrochen', values)
  return t('{job} hat nicht geklappt', values)
}

const Counted = z.object({ done: z.number(), total: z.number().positive() })
const Rows = z.object({ rows: z.number() })

/** How far a job is: a share where it counts, else rows, else the time it has run. */
function progressFigure({ progress, startedAt }: JobState): { share: number | null; figure: string } {
  const counted = Counted.safeParse(progress)
  if (counted.success) {
    const { done, total } = counted.data
    return { share: done / total, figure: t('{done} von {total}', { done: formatNumber(done), total: formatNumber(total) }) }
  }
  const rows = Rows.safeParse(progress)
  if (rows.success) return { share: null, figure: t('{rows, plural, one {# Zeile} other {# Zeilen}}', { rows: rows.data.rows }) }
  return { share: null, figure: formatDuration(Math.max(0, (Date.now() - startedAt) / 1000)) }
}

/** Closes with Esc while open, before anything under it hears the key; with another view; and when somebody works beside it. */
function useClosing(isOpen: boolean, setOpen: (isOpen: boolean) => void): void {
  useEffect(() => {
    if (!isOpen) return
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      setOpen(false)
    }
    const close = () => setOpen(false)
    const press = ({ target }: PointerEvent) => {
      if (target instanceof Element && target.closest('[data-region="status"]') === null) setOpen(false)
    }
    window.addEventListener('keydown', hear, true)
    window.addEventListener('hashchange', close)
    window.addEventListener('pointerdown', press, true)
    return () => {
      window.removeEventListener('keydown', hear, true)
      window.removeEventListener('hashchange', close)
      window.removeEventListener('pointerdown', press, true)
    }
  }, [isOpen, setOpen])
}

/** Draws anew every second, for running times. */
function useTick(isOn: boolean): void {
  const [, setTick] = useState(0)
  useEffect(() => {
    if (!isOn) return
    const timer = setInterval(() => setTick((tick) => tick + 1), 1000)
    return () => clearInterval(timer)
  }, [isOn])
}
