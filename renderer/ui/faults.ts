// What is wrong with a typed value, as a sentence that says what to do. The rules are the field's zod type and its dated bounds.
import type * as z from 'zod'
import type { Field, IsoDate } from '../../shared/core/entity'
import { boundsOf } from '../../shared/core/lists'
import { formatNumber } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'

/** The fault of a value in a field, `null` if it can be taken. */
export function faultOf(field: Pick<Field, 'schema' | 'bounds'>, value: unknown, today: IsoDate): string | null {
  const parsed = field.schema.safeParse(value)
  if (!parsed.success) return sentenceOf(parsed.error.issues[0], value)
  if (field.bounds === undefined || typeof value !== 'number') return null
  const { min, max } = boundsOf(field.bounds, today)
  return outside(value, min, max)
}

function outside(value: number, min: number, max: number): string | null {
  const values = { value: formatNumber(value), min: formatNumber(min), max: formatNumber(max) }
  if (value > max) return t('{value} liegt über {max}. Tragen Sie {min} bis {max} ein.', values)
  if (value < min) return t('{value} liegt unter {min}. Tragen Sie {min} bis {max} ein.', values)
  return null
}

function sentenceOf(issue: z.core.$ZodIssue | undefined, value: unknown): string {
  if (value === null || value === '' || value === undefined) return t('Dieses Feld braucht eine Angabe.')
  if (issue?.code === 'too_big' && issue.origin === 'string')
    return t('Zu lang: Höchstens {longest} Zeichen haben Platz.', { longest: Number(issue.maximum) })
  if (issue?.code === 'too_big') return t('Der größte mögliche Wert ist {most}.', { most: formatNumber(Number(issue.maximum)) })
  if (issue?.code === 'too_small' && issue.origin !== 'string')
    return t('Der kleinste mögliche Wert ist {least}.', { least: formatNumber(Number(issue.minimum)) })
  const digits =
    issue?.code === 'invalid_format' && 'pattern' in issue ? /^\/\^\\d\{(\d+)\}\$\/$/.exec(String(issue.pattern))?.[1] : undefined
  if (digits !== undefined) return t('Hier gehören genau {digits} Ziffern hin.', { digits })
  return t('Diese Angabe hat eine Form, die hier nicht möglich ist. Bitte berichtigen Sie sie.')
}
