import { useEffect, useRef } from 'react'
import { t } from '../../../shared/i18n/text'
import type { AuditFilter } from '../../../shared/workspace/auditCalls'
import { workspace } from '../../../shared/workspace/calls'
import type { Act } from '../../app/acts'
import { shell } from '../../app/client'
import { resultOf, useJob } from '../../app/jobs'
import { failedFrom } from '../../app/live'
import { useNotices } from '../../app/noticeStore'

/** Writes what the filter shows into a folder that the user chooses, and says under which name, or why not. */
export function useAuditExport(filter: AuditFilter): Act {
  const writer = useJob(workspace.exportAudit)
  const { say } = useNotices()
  const awaited = useRef<string | null>(null)
  const run = async () => {
    try {
      const folder = await shell('chooseFolder', { purpose: 'output' })
      if (folder === null) return
      writer.dismiss()
      awaited.current = folder.name
      await writer.start({ folder: folder.token, filter })
    } catch (error) {
      say('error', failedFrom(error).sentence)
    }
  }
  const { state, failure } = writer
  const written = resultOf(workspace.exportAudit, state)
  useEffect(() => {
    if (awaited.current === null || (failure === null && written === null)) return
    if (failure !== null) say('error', failure.sentence)
    else
      say(
        'success',
        t('{entries, plural, one {# Eintrag} other {# Einträge}} als „{name}“ im Ordner „{folder}“ geschrieben.', {
          entries: written?.entries ?? 0,
          name: written?.name ?? '',
          folder: awaited.current,
        }),
      )
    awaited.current = null
  }, [failure, written, say])
  return {
    label: t('Als CSV ausgeben …'),
    icon: 'export',
    whyNot: state?.state === 'running' ? t('Das Protokoll wird gerade geschrieben.') : null,
    run: () => void run(),
  }
}
