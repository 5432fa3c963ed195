import { courses } from '../../shared/courses/calls'
import { t } from '../../shared/i18n/text'
import type { Act } from '../app/acts'
import { shell } from '../app/client'
import { useJob } from '../app/jobs'
import { failedFrom } from '../app/live'
import { useNotices } from '../app/noticeStore'
import { useMay } from '../app/office'

/** Writes one workbook per provider into a folder that the user chooses; the job tray says where they are. */
export function useExportAct(): Act {
  const writer = useJob(courses.writeProviderWorkbooks)
  const mayEdit = useMay('courses', 'edit')
  const run = async () => {
    try {
      const folder = await shell('chooseFolder', { purpose: 'output' })
      if (folder !== null) await writer.start({ folder: folder.token })
    } catch (error) {
      useNotices.getState().say('error', failedFrom(error).sentence)
    }
  }
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
