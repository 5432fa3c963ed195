// Days as clerks type them into a form. Workbooks are read by rules of their own (shared/courses/import): there nobody is asked back.
import type { IsoDate } from '../core/entity'
import { formatDate } from './format'
import { t } from './text'

/** The day that was meant (`null`: nothing typed), or a sentence that says what is wrong. */
export type TypedDay = { day: IsoDate | null } | { problem: string }

const RELATIVE: Record<string, number> = { heute: 0, today: 0, gestern: -1, yesterday: -1, morgen: 1, tomorrow: 1 }

/**
 * Understands 1.3.85, 01.03.1985, 1/3/85, 01031985, 010385, 1985-03-01, 1.3. (this year), heute, gestern, morgen, +14 and -3 (days from `today`).
 * Two-digit years lie at most ten years ahead of `today`: 85 is 1985, in 2026 "36" is 2036 and "37" is 1937.
 */
export function typedDay(text: string, today: IsoDate): TypedDay {
  const typed = text.trim().toLowerCase()
  if (typed === '') return { day: null }
  const relative = RELATIVE[typed] ?? (/^[+\-−]\d{1,4}$/.test(typed) ? Number(typed.replace('−', '-')) : undefined)
  if (relative !== undefined) return { day: daysAfter(today, relative) }
  const parts = partsOf(typed, today)
  if (parts === null) return { problem: t('{typed} ist kein Datum. Schreiben Sie zum Beispiel 01.03.1985.', { typed: text.trim() }) }
  return checked(parts)
}

interface Parts {
  year: number
  month: number
  date: number
}

function partsOf(typed: string, today: IsoDate): Parts | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), date: Number(iso[3]) }
  const german = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*(?:[./-]\s*(\d{4}|\d{2})?)?$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed)
  if (!german) return null
  return { year: yearOf(german[3], today), month: Number(german[2]), date: Number(german[1]) }
}

function yearOf(typed: string | undefined, today: IsoDate): number {
  const thisYear = Number(today.slice(0, 4))
  if (typed === undefined) return thisYear
  if (typed.length === 4) return Number(typed)
  const inThisCentury = Math.floor(thisYear / 100) * 100 + Number(typed)
  return inThisCentury > thisYear + 10 ? inThisCentury - 100 : inThisCentury
}

function checked({ year, month, date }: Parts): TypedDay {
  if (month < 1 || month > 12) return { problem: t('Einen {month}. Monat gibt es nicht.', { month }) }
  if (year < 1900 || year > 2200) return { problem: t('Das Jahr {year} liegt außerhalb von 1900 bis 2200.', { year: String(year) }) }
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const day = (number: number) => `${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`
  if (date < 1) return { problem: t('Einen {date}. Tag gibt es nicht.', { date }) }
  if (date > last)
    return { problem: t('Diesen Tag gibt es nicht. Letzter Tag des Monats ist der {last}.', { last: formatDate(day(last)) }) }
  return { day: day(date) }
}

function daysAfter(day: IsoDate, count: number): IsoDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10)
}
