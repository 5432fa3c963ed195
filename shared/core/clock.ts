// Time as a value: rules get it passed in, so tests can set it.
import type { IsoDate } from './entity'

/** Moments are UTC milliseconds. The office's clock, never moved by foreign stamps. */
export interface Clock {
  now(): number
}

/** The clock of this PC. */
export const systemClock: Clock = { now: () => Date.now() }

const berlin = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day in Europe/Berlin at a moment (UTC milliseconds), as ISO text. */
export function dayOf(moment: number): IsoDate {
  return berlin.format(moment)
}

/** The first moment (UTC milliseconds) of a day in Europe/Berlin; `later`: of so many days after it. */
export function startOfDay(day: IsoDate, later = 0): number {
  const midnight = Date.parse(`${day}T00:00:00Z`) + later * 86_400_000
  // Berlin is one hour ahead of UTC or two, and by neither does a day begin twice.
  const [summer, winter] = [midnight - 7_200_000, midnight - 3_600_000]
  return dayOf(summer) === dayOf(winter) ? summer : winter
}
