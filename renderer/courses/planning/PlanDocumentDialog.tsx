import { useState } from 'react'
import type { InputOf } from '../../../shared/core/call'
import type { DocumentFormat } from '../../../shared/core/document'
import type { courses } from '../../../shared/courses/calls'
import type { PlanDocumentScope } from '../../../shared/courses/planDocument'
import { t } from '../../../shared/i18n/text'
import { Button, Dialog, Segmented } from '../../ui'

interface Props {
  formats: readonly DocumentFormat[]
  /** False: it is the plan on screen, which nobody has kept yet. */
  isKept: boolean
  onWrite: (chosen: Pick<InputOf<typeof courses.writePlanDocuments>, 'format' | 'scope'>) => void
  onClose: () => void
}

/** Asks which kind of document and for whom; the folder comes next. */
export function PlanDocumentDialog({ formats, isKept, onWrite, onClose }: Props) {
  const [format, setFormat] = useState(formats[0] ?? 'pdf')
  const [scope, setScope] = useState<PlanDocumentScope>('all')
  const words = { pdf: t('PDF'), docx: t('Word') }
  return (
    <Dialog
      title={t('Plan als Dokument schreiben')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('Nichts ausgeben')}</Button>
          <Button look="primary" onPress={() => onWrite({ format, scope })}>
            {t('Ordner wählen und schreiben …')}
          </Button>
        </>
      }
    >
      <p>
        {isKept
          ? t('Geschrieben wird der Plan, der zuletzt übernommen wurde.')
          : t('Geschrieben wird der Plan, den Sie gerade sehen. Er ist noch nicht übernommen.')}
      </p>
      <p>
        <Segmented
          label={t('Art des Dokuments')}
          value={format}
          onChange={setFormat}
          options={formats.map((code) => ({ code, label: words[code] }))}
        />
      </p>
      <p>
        <Segmented
          label={t('Aufteilung')}
          value={scope}
          onChange={setScope}
          options={[
            { code: 'all', label: t('alle Kursträger in einem') },
            { code: 'eachProvider', label: t('je Kursträger eines') },
          ]}
        />
      </p>
      <p>{t('Persönliche Angaben verlassen damit die verschlüsselte Datei. Die Ausgabe wird im Zugriffsprotokoll vermerkt.')}</p>
    </Dialog>
  )
}
