// The one place where dates and numbers become text for people. Stored values stay plain.
import type { IsoDate } from '../core/entity'
import { currentLanguage } from './text'

const locale = () => (currentLanguage() === 'de' ? 'de-DE' : 'en-GB')

/** A day as 24.11.2026 (German) or 24/11/2026 (English). */
export function formatDate(day: IsoDate): string {
  const [year, month, date] = day.split('-')
  return currentLanguage() === 'de' ? `${date}.${month}.${year}` : `${date}/${month}/${year}`
}

/** A moment (UTC milliseconds) as 24.11.2026, 14:27 in Europe/Berlin. */
export function formatMoment(moment: number): string {
  return new Intl.DateTimeFormat(locale(), { timeZone: 'Europe/Berlin', dateStyle: 'medium', timeStyle: 'short' }).format(moment)
}

/** The time of a moment (UTC milliseconds) as 14:27 in Europe/Berlin. */
export function formatTime(moment: number): string {
  return new Intl.DateTimeFormat(locale(), { timeZone: 'Europe/Berlin', timeStyle: 'short' }).format(moment)
}

/** A number with at most `digits` decimals: 1.284 or 62,5. */
export function formatNumber(value: number, digits = 1): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value)
}

/** A share (0 to 1) as 1,4 %. */
export function formatPercent(share: number, digits = 1): string {
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: digits }).format(share)
}

/** Seconds as 0:14 or 12:05. */
export function formatDuration(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
}

/** The weekday of a day: Sonntag. */
export function formatWeekday(day: IsoDate): string {
  return new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', weekday: 'long' }).format(Date.parse(`${day}T00:00:00Z`))
}
