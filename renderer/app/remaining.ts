// How long a job will still take, from how far it has come. A guess is shown only where there is something to guess from.
import { t } from '../../shared/i18n/text'

/** How far a job was at a moment (UTC ms): a share from 0 to 1. */
export interface Mark {
  at: number
  share: number
}

/** Before that a guess jumps more than it tells. */
const LEAST_MS = 3_000

/** Seconds that are left if it goes on as since the first mark; `null` while nobody can know. */
export function remainingSeconds(first: Mark, now: Mark): number | null {
  const passed = now.at - first.at
  const done = now.share - first.share
  if (passed < LEAST_MS || done <= 0 || now.share >= 1) return null
  return (passed / 1000 / done) * (1 - now.share)
}

/** "noch etwa 20 Sekunden": as exact as a guess can be. */
export function remainingText(seconds: number): string {
  if (seconds > 90) return t('noch etwa {minutes, plural, one {# Minute} other {# Minuten}}', { minutes: Math.ceil(seconds / 60) })
  return t('noch etwa {seconds, plural, one {# Sekunde} other {# Sekunden}}', { seconds: Math.max(5, Math.ceil(seconds / 5) * 5) })
}
