import { courses } from '../../shared/courses/calls'
import { t } from '../../shared/i18n/text'
import type { Act } from '../app/acts'
import { useMay } from '../app/office'
import { writtenText } from './jobs'
import { useWriting } from './useWriting'

/** Writes one workbook per provider into a folder that the user chooses, and says how many, or why not. */
export function useExportAct(): Act {
  const { isRunning, write } = useWriting(courses.writeProviderWorkbooks, ({ files }, folder) => writtenText(files, folder))
  const mayEdit = useMay('courses', 'edit')
  return {
    label: t('An Träger ausgeben …'),
    icon: 'export',
    whyNot: !mayEdit
      ? t('Dafür brauchen Sie das Recht zum Bearbeiten.')
      : isRunning
        ? t('Die Arbeitsmappen werden gerade geschrieben.')
        : null,
    run: () => void write((folder) => ({ folder })),
  }
}
