import type { BackupReason } from '../../../shared/workspace/backups'
import { formatNumber } from '../../../shared/i18n/format'
import { t } from '../../../shared/i18n/text'
import type { Trial } from './store'

/** Why a backup was made, in a word or two. */
export function reasonText(reason: BackupReason): string {
  const words: Record<BackupReason, string> = {
    daily: t('täglich'),
    hand: t('von Hand'),
    import: t('vor Einlesen'),
    update: t('vor Aktualisierung'),
    restore: t('vor Zurückholen'),
  }
  return words[reason]
}

/** Megabytes, so that sizes can be compared down the column. */
export function sizeText(bytes: number): string {
  return t('{size} MB', { size: formatNumber(bytes / 1_000_000) })
}

/** In what state a backup is, and how good that is. */
export function trialText(trial: Trial | undefined): { kind: 'good' | 'warning' | 'bad' | 'muted'; text: string } {
  if (trial === undefined) return { kind: 'muted', text: t('beim Anlegen geprüft') }
  if (trial === 'running') return { kind: 'muted', text: t('wird geöffnet …') }
  if ('failure' in trial) return { kind: 'bad', text: t('öffnet nicht') }
  const { people, hasNote, differing } = trial.checked
  if (differing.length > 0) return { kind: 'bad', text: t('unvollständig') }
  const persons = { people }
  return hasNote
    ? { kind: 'good', text: t('geprüft, {people, plural, one {# Person} other {# Personen}}', persons) }
    : { kind: 'good', text: t('öffnet, {people, plural, one {# Person} other {# Personen}}, ohne Vermerk zum Vergleich', persons) }
}
