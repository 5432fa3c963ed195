// Numbers as clerks type them: German signs in German, English signs in English.
import { currentLanguage, t } from './text'

/** The number that was meant (`null`: nothing typed), or a sentence that says what is wrong. */
export type TypedNumber = { number: number | null } | { problem: string }

/** Understands 1.284, 62,5, −3 and 1 284 in German, 1,284 and 62.5 in English. `isWhole`: decimals are refused, not cut. */
export function typedNumber(text: string, { isWhole }: { isWhole: boolean }): TypedNumber {
  const typed = text.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-')
  if (typed === '') return { number: null }
  const [group, decimal] = currentLanguage() === 'de' ? ['.', ','] : [',', '.']
  const pattern = new RegExp(`^-?(\\d{1,3}(\\${group}\\d{3})+|\\d{1,12})(\\${decimal}\\d{1,9})?$`)
  if (!pattern.test(typed)) return { problem: t('{typed} ist keine Zahl.', { typed: text.trim() }) }
  const number = Number(typed.replaceAll(group, '').replace(decimal, '.'))
  if (isWhole && !Number.isInteger(number)) return { problem: t('Hier sind nur ganze Zahlen möglich.') }
  return { number }
}
