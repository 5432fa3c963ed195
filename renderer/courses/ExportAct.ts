import { useEffect, useRef } from 'react'
import { courses } from '../../shared/courses/calls'
import { t } from '../../shared/i18n/text'
import type { Act } from '../app/acts'
import { shell } from '../app/client'
import { resultOf, useJob } from '../app/jobs'
import { failedFrom } from '../app/live'
import { useNotices } from '../app/noticeStore'
import { useMay } from '../app/office'
import { writtenText } from './jobs'

/** Writes one workbook per provider into a folder that the user chooses, and says how many, or why not. */
export function useExportAct(): Act {
  const writer = useJob(courses.writeProviderWorkbooks)
  const mayEdit = useMay('courses', 'edit')
  const { say } = useNotices()
  const awaited = useRef<string | null>(null)
  const run = async () => {
    try {
      const folder = await shell('chooseFolder', { purpose: 'output' })
      if (folder === null) return
      writer.dismiss()
      awaited.current = folder.name
      await writer.start({ folder: folder.token }, { folder })
    } catch (error) {
      say('error', failedFrom(error).sentence)
    }
  }
  const { state, failure } = writer
  const written = resultOf(courses.writeProviderWorkbooks, state)
  useEffect(() => {
    if (awaited.current === null || (failure === null && written === null)) return
    if (failure !== null) say('error', failure.sentence)
    else say('success', writtenText(written?.files ?? [], awaited.current))
    awaited.current = null
  }, [failure, written, say])
  const isRunning = writer.state?.state === 'running'
  return {
    label: t('An Träger ausgeben …'),
    icon: 'export',
    whyNot: !mayEdit
      ? t('Dafür brauchen Sie das Recht zum Bearbeiten.')
      : isRunning
        ? t('Die Arbeitsmappen werden gerade geschrieben.')
        : null,
    run: () => void run(),
  }
}
