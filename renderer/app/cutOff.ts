// After the unlock: which long work did not come to its end, and what that means.
import { useEffect } from 'react'
import { actLabel } from '../../shared/rooms'
import { formatMoment } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import type { CutOffJob } from '../../shared/workspace/cutOff'
import { shell } from './client'
import { useNotices } from './noticeStore'

/** Says what was cut off, until somebody closes the notice. */
export function useCutOffNotice(): void {
  useEffect(() => {
    void shell('listCutOffJobs', {}).then((jobs) => {
      if (jobs.length === 0) return
      const onClose = () => void shell('forgetCutOffJobs', {})
      useNotices.getState().say('warning', jobs.map(cutOffText).join(' '), { onClose })
    })
  }, [])
}

/** One job in a sentence or three. */
export function cutOffText({ name, startedAt, endedBy, leftIn }: CutOffJob): string {
  const about = { job: t(actLabel(name)), moment: formatMoment(startedAt) }
  const said =
    endedBy === 'crash'
      ? t('„{job}“ vom {moment} wurde unterbrochen, denn das Programm oder der Rechner fiel aus.', about)
      : t('„{job}“ vom {moment} wurde abgebrochen, als gesperrt oder das Programm beendet wurde.', about)
  const meaning = t('Nichts wurde halb geschrieben; beginnen Sie es noch einmal.')
  const left = leftIn.map((folder) =>
    t(
      'Im Ordner „{folder}“ kann ein unverschlüsselter Rest mit der Endung .part liegen: Er war gerade nicht erreichbar. Löschen Sie ihn.',
      {
        folder,
      },
    ),
  )
  return [said, left.length === 0 ? meaning : '', ...left].filter(Boolean).join(' ')
}
