// Days as people type them in lists. Only what leaves no doubt becomes a day; the rest is named.
import type { IsoDate } from '../../core/entity'

export type DateFault = 'date-invalid' | 'date-incomplete' | 'date-unknown' | 'date-implausible'
/** `day` null with a fault: nothing can be taken. `repair`: a day that could be meant, `null` where none is near. */
export interface ReadDay {
  day: IsoDate | null
  fault: DateFault | null
  repair: IsoDate | null
}
/** Which of two numbers is the day where a date has slashes: German lists say day first, American ones month first. */
export type SlashOrder = 'day-month' | 'month-day'

/** No day needs more signs, with remark. */
const LONGEST = 200
const MONTHS = [
  'januar january jaenner',
  'februar february feber',
  'maerz march',
  'april',
  'mai may',
  'juni june',
  'juli july',
  'august',
  'september sept',
  'oktober october',
  'november',
  'dezember december',
]
const UNKNOWN =
  /^(\?+|-+|–|—|x+|k\.? ?a\.?|n\.? ?n\.?|n\/a|n\. ?[abv]\.?|unbekannt|unbek\.?|keine angabe|ohne angabe|fehlt|offen|noch offen|nicht bekannt|liegt nicht vor)$/i

/** Reads a text. `today` decides two-digit years: 26 is 2026 until then, later ones are of the last century. */
export function readDay(text: string, { today, order = 'day-month' }: { today: IsoDate; order?: SlashOrder }): ReadDay {
  if (text.length > LONGEST) return none('date-invalid')
  const bare = withoutRemark(text)
  if (bare === '') return { day: null, fault: null, repair: null }
  if (UNKNOWN.test(bare)) return none('date-unknown')
  const named = bare
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .match(/^(\d{1,2})(?:\.? ?|-)([a-z]+)(?:\.? ?|-)(\d{4}|\d{2})$/)
  if (named !== null) {
    const month = monthOf(named[2] ?? '')
    return month === null
      ? none('date-invalid', dayMeant(bare, today, order))
      : dayOf(fullYear(named[3] ?? '', today), month, Number(named[1]))
  }
  const american = bare.toLowerCase().match(/^([a-z]+)\.? (\d{1,2}),? (\d{4})$/)
  if (american !== null) {
    const month = monthOf(american[1] ?? '')
    if (month !== null) return dayOf(Number(american[3]), month, Number(american[2]))
  }
  const iso = bare.match(/^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ].*)?$/)
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const packed = bare.match(/^((?:19|20)\d{2})(0\d|1[0-2])(\d{2})$/)
  if (packed !== null) return dayOf(Number(packed[1]), Number(packed[2]), Number(packed[3]))
  const packedGerman = bare.match(/^(\d{2})(0\d|1[0-2])((?:19|20)\d{2})$/)
  if (packedGerman !== null) return dayOf(Number(packedGerman[3]), Number(packedGerman[2]), Number(packedGerman[1]))
  const parts =
    bare.match(/^(\d{1,2}) ?([./,\- ]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})$/) ?? bare.match(/^(\d{1,2})([./-])(\d{1,2})[./-](\d{4}|\d{2})$/)
  if (parts !== null) {
    const [first, second, year] = [Number(parts[1]), Number(parts[3]), fullYear(parts[4] ?? '', today)]
    const isMonthFirst = parts[2] === '/' && order === 'month-day'
    return isMonthFirst ? dayOf(year, first, second) : dayOf(year, second, first)
  }
  if (isIncomplete(bare)) return none('date-incomplete')
  return none('date-invalid', dayMeant(bare, today, order))
}

/** Letters where digits belong ("O1.O2.199O"), or one day among other words: a proposal, never taken by itself. */
function dayMeant(bare: string, today: IsoDate, order: SlashOrder): IsoDate | null {
  const digits = bare.replaceAll(/[oO]/g, '0').replaceAll(/[lI]/g, '1')
  if (digits !== bare && /^[\d./-]+$/.test(digits)) return readDay(digits, { today, order }).day
  const days = [...bare.matchAll(/(?<![\p{L}\d.])\d{1,2}\.\d{1,2}\.\d{4}(?![\p{L}\d])/gu)].map(([day]) => day)
  return days.length === 1 && days[0] !== bare ? readDay(days[0]!, { today, order }).day : null
}

/**
 * A birthday that nobody who attends a course can have: not yet, or before 1900 (then nothing is taken). `null`: it can be.
 */
export function birthdayFault(day: IsoDate, today: IsoDate): DateFault | null {
  return day > today || day < '1900-01-01' ? 'date-implausible' : null
}

/** Full years that somebody born on `day` has on `today`. */
export function ageOn(day: IsoDate, today: IsoDate): number {
  return Number(today.slice(0, 4)) - Number(day.slice(0, 4)) - (today.slice(5) < day.slice(5) ? 1 : 0)
}

/** Day or month first, as the header says (MM/DD/YYYY) or the whole column: one 24/12 or one 12/24 decides. */
export function slashOrderOf(header: string, texts: Iterable<string>): SlashOrder {
  if (/\bMM ?[/.-] ?(?:DD|TT)\b/i.test(header)) return 'month-day'
  for (const text of texts) {
    const [, first, second] = text.match(/^(\d{1,2})\/(\d{1,2})\/\d{2,4}/) ?? []
    if (Number(first) > 12) return 'day-month'
    if (Number(second) > 12) return 'month-day'
  }
  return 'day-month'
}

function dayOf(year: number, month: number, date: number): ReadDay {
  if (month === 0 || date === 0) return none('date-incomplete')
  if (isDay(year, month, date)) return { day: iso(year, month, date), fault: null, repair: null }
  // A month above 12 was probably the day.
  if (month > 12 && isDay(year, date, month)) return none('date-invalid', iso(year, date, month))
  return none('date-invalid')
}

function isDay(year: number, month: number, date: number): boolean {
  const value = new Date(Date.UTC(year, month - 1, date))
  return value.getUTCFullYear() === year && value.getUTCMonth() === month - 1 && value.getUTCDate() === date
}

function iso(year: number, month: number, date: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

function none(fault: DateFault, repair: IsoDate | null = null): ReadDay {
  return { day: null, fault, repair }
}

function withoutRemark(text: string): string {
  return text
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^['’*] ?/, '')
    .replace(/^(?:geb\.?|am) /i, '')
    .replace(/^(?:mo|di|mi|do|fr|sa|so)[a-z]{0,8}\.?,? (?=\d)/i, '')
    .replace(/,? \d{1,2}:\d{2}(?::\d{2})?(?: ?uhr)?$/i, '')
}

function fullYear(digits: string, today: IsoDate): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  return year > Number(today.slice(2, 4)) ? 1900 + year : 2000 + year
}

function monthOf(word: string): number | null {
  if (word.length < 3) return null
  const at = MONTHS.findIndex((names) => names.split(' ').some((name) => name.startsWith(word) || (word === 'mrz' && name === 'maerz')))
  return at === -1 ? null : at + 1
}

/** A year, or a month and a year, with or without "ca.": something is known, but no day. */
function isIncomplete(text: string): boolean {
  const bare = text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replace(/^(?:ca\.?|circa|etwa|um|~|jg\.?|jahrgang) ?/, '')
    .replace(/ ?\?$/, '')
  if (
    /^\d{4}$/.test(bare) ||
    /^\d{1,2}[./-]\d{4}$/.test(bare) ||
    /^(?:x{1,2}|0{1,2}|\?{1,2}|_+)[./-](?:(?:x{1,2}|0{1,2}|\?{1,2}|_+|\d{1,2})[./-])?\d{4}$/.test(bare)
  )
    return true
  const [, word] = bare.match(/^([a-z]+)\.? ?\d{4}$/) ?? []
  return word !== undefined && monthOf(word) !== null
}
