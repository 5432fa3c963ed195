import type { Chart } from '../core/chart'
import { t } from '../i18n/text'

const BAND = 10
const HIGHEST = 100
const BANDS = HIGHEST / BAND

/** How many of these points (0 to 100) lie in each band of ten; 100 is in the last one. */
export function scoreBands(scores: readonly number[]): number[] {
  const bands = Array.from({ length: BANDS }, () => 0)
  for (const score of scores) {
    const band = Math.min(BANDS - 1, Math.floor(score / BAND))
    bands[band] = (bands[band] ?? 0) + 1
  }
  return bands
}

/** How many people have how many points of the placement, one bar a series in each band of ten. */
export function scoreChart(series: readonly { name: string; bands: readonly number[] }[]): Chart {
  return {
    kind: 'bars',
    title: t('Personen nach Punkten der Einstufung'),
    axis: t('Punkte'),
    categories: Array.from({ length: BANDS }, (_, band) => `${band * BAND}–${band === BANDS - 1 ? HIGHEST : band * BAND + BAND - 1}`),
    series: series.map(({ name, bands }) => ({ name, values: bands })),
  }
}
