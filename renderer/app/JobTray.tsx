import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import * as z from 'zod'
import type { JobState } from '../../shared/core/bridge'
import { formatDuration, formatNumber } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { rooms } from '../rooms'
import { Button, Icon, IconButton, type IconName, LinkButton, ProgressLine, StateText } from '../ui'
import { cancelJob, shell } from './client'
import { countedOf, useJobs } from './jobs'
import { remainingSeconds, remainingText } from './remaining'
import type { Room, RoomJob } from './room'
import { pathOf, usePlace } from './routes'
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
        <Remaining job={job} />
        <Ways job={job} />
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
      <Ways job={job} />
    </>
  )
}

/** How long it will still take, once that can be told. */
function Remaining({ job }: { job: JobState }) {
  const first = useJobs(({ marks }) => marks[job.id])
  const counted = countedOf(job)
  if (first === undefined || counted === null) return null
  const seconds = remainingSeconds(first, { at: Date.now(), share: counted.done / counted.total })
  return seconds === null ? null : <p>{remainingText(seconds)}</p>
}

/** What came out, and the way there: the view, or the folder in the system's file manager. */
function Ways({ job }: { job: JobState }) {
  const { go, place } = usePlace()
  const folder = useJobs(({ folders }) => folders[job.id])
  const { room, about } = roomJobOf(job.name)
  const view = room?.views.find(({ path }) => path === about?.path)
  const said = job.state === 'done' ? about?.said?.(job, folder?.name ?? '') : null
  const isThere = view === place.view
  return (
    <>
      {said && <p>{said}</p>}
      {view !== undefined && !isThere && job.state !== 'failed' && (
        <LinkButton onPress={() => go(pathOf(job.name.split('.')[0] ?? '', view.path))}>
          {t('Zu „{view}“', { view: view.title() })}
        </LinkButton>
      )}
      {folder !== undefined && job.state === 'done' && (
        <LinkButton onPress={() => void shell('showFolder', { token: folder.token })}>{t('Ordner anzeigen')}</LinkButton>
      )}
    </>
  )
}

function roomJobOf(name: string): { room?: Room; about?: RoomJob } {
  const [roomName, call = ''] = name.split('.')
  const room = Object.entries<Room>(rooms).find(([one]) => one === roomName)?.[1]
  const about = room?.jobs?.[call]
  return { ...(room && { room }), ...(about && { about }) }
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

const Rows = z.object({ rows: z.number() })

/** How far a job is: a share where it counts, else rows, else the time it has run. */
function progressFigure(job: JobState): { share: number | null; figure: string } {
  const { progress, startedAt } = job
  const counted = countedOf(job)
  if (counted !== null) {
    const { done, total } = counted
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
    // At once: what has the focus now must not lie under the tray.
    const leave = ({ target }: Event) => {
      if (target instanceof Element && target.closest('[data-region="status"]') === null) flushSync(() => setOpen(false))
    }
    window.addEventListener('keydown', hear, true)
    window.addEventListener('hashchange', close)
    window.addEventListener('pointerdown', leave, true)
    window.addEventListener('focusin', leave, true)
    return () => {
      window.removeEventListener('keydown', hear, true)
      window.removeEventListener('hashchange', close)
      window.removeEventListener('pointerdown', leave, true)
      window.removeEventListener('focusin', leave, true)
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
