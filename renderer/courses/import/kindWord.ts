import type { z } from 'zod'
import type { ImportKind } from '../../../shared/courses/import/calls'
import { t } from '../../../shared/i18n/text'

/** What the kind of a row is called on screen. */
export function kindWord(kind: z.infer<typeof ImportKind>): string {
  return { faulty: t('Fehlerhaft'), double: t('Doppelt in der Datei'), changed: t('Geändert'), new: t('Neu'), unchanged: t('Unverändert') }[
    kind
  ]
}
