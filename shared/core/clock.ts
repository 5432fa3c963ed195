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
