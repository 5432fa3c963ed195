import type { CellValue } from '../../core/sheet'
import { isNothing, type ReadValue } from './value'

/** Fields whose records keep whole points: a half is rounded up (62.5 is kept as 63, domain.md 2.3). */
const WHOLE = new Set(['placementScore', 'recommendedModule', 'schoolYears'])

/** Reads points, modules, years: 64, "64", "45,5", "45.5", "72 P.", "B1 (35)", "64 von 100". `bounds`: least and most, of a dated rule. */
export function readScore(field: string, cell: CellValue, text: string, bounds: { min: number; max: number } | undefined): ReadValue {
  if (isNothing(text)) return { values: {}, problems: [] }
  const number = cell.kind === 'number' ? cell.number : numberIn(text, bounds?.max)
  if (number === null) {
    return {
      values: {},
      problems: [
        {
          code: 'score-invalid',
          severity: 'warning',
          repair: null,
          params: { value: text },
          sentence: '„{value}“ ist keine Zahl. Tragen Sie nur die Zahl ein oder lassen Sie die Zelle leer.',
        },
      ],
    }
  }
  // Points have halves at most.
  if (bounds !== undefined && bounds.max >= 100 && number > 0 && number < 1 && number !== 0.5)
    return {
      values: {},
      problems: [
        {
          code: 'score-invalid',
          severity: 'warning',
          repair: Math.round(number * 100),
          params: { value: text },
          sentence: '„{value}“ ist ein Anteil, keine Punktzahl. Tragen Sie die Punkte ein.',
        },
      ],
    }
  const kept = WHOLE.has(field) ? Math.floor(number + 0.5) : number
  if (bounds !== undefined && (kept < bounds.min || kept > bounds.max)) {
    return {
      values: {},
      problems: [
        {
          code: 'score-out-of-range',
          severity: 'error',
          repair: null,
          params: { value: text, min: bounds.min, max: bounds.max },
          sentence: '{value} ist nicht möglich, erlaubt sind {min} bis {max}. Prüfen Sie die Zahl.',
        },
      ],
    }
  }
  return { values: { [field]: kept }, problems: [] }
}

/** The one number in a text, with comma or point; "38 von 45" has two and is none, "38 von 100" is 38 where 100 is the most. */
function numberIn(text: string, most: number | undefined): number | null {
  const bare = text
    .replace(/\s*(?:p\.?|pkte?\.?|punkten?|points?)$/i, '')
    .replace(/^([^/]*\d)\s?(?:\/|von)\s?(\d+)$/i, (whole, points: string, all: string) => (Number(all) === most ? points : whole))
    .replace(/^(\d[\d.,]*)\s?\([^()]*\)$/, '$1')
    .replace(/^[a-z]{1,3}\.?\s?\d?\s?\((.*)\)$/i, '$1')
    .replace(/\s*(?:%|m)$/i, '')
    .replace(/^\+(?=\d)/, '')
    .replace(/^m(?:odul)?\s?(?=\d)/i, '')
    .trim()
  // A point before three digits parts thousands.
  if (/^\d{1,3}(?:\.\d{3})+$/.test(bare)) return Number(bare.replaceAll('.', ''))
  return /^[-−]?\d+(?:[.,]\d*)?$/.test(bare) ? Number(bare.replace(',', '.').replace('−', '-')) : null
}
