// Texts for screen, menu, workbook and document alike. The German sentence is the key; en.ts holds the English.
import { IntlMessageFormat } from 'intl-messageformat'
import { english } from './en'

export type Language = 'de' | 'en'
export type TextValues = Record<string, string | number>

let language: Language = 'de'
const formats = new Map<string, IntlMessageFormat>()

/** Sets the language of this process; the screen is drawn anew by renderer/app/i18n.ts. */
export function setLanguage(next: Language): void {
  language = next
  formats.clear()
}

/** The language in force. */
export function currentLanguage(): Language {
  return language
}

/**
 * The text in the language in force, ICU placeholders filled: `t('{count, plural, one {# Person} other {# Personen}}', { count })`.
 * `context` tells two meanings of one word apart. Where English lacks the text, the German one stands; a test names those.
 */
export function t(german: string, values?: TextValues, about?: { context: string }): string {
  const key = about === undefined ? german : `${german}|${about.context}`
  const pattern = language === 'de' ? german : (english[key] ?? german)
  if (values === undefined && !pattern.includes('{')) return pattern
  let format = formats.get(pattern)
  if (format === undefined) {
    format = new IntlMessageFormat(pattern, language === 'de' ? 'de-DE' : 'en-GB', undefined, { ignoreTag: true })
    formats.set(pattern, format)
  }
  return String(format.format(values ?? {}))
}
