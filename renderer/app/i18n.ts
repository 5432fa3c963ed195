// Binds the language to React: what reads it is drawn anew when it changes. `t` itself is in shared/i18n/text.ts.
import type { Language } from '../../shared/i18n/text'
import { useShell } from './shellState'

/** The language in force. Reading it at the root draws the whole window anew, without losing what was typed. */
export function useLanguage(): Language {
  return useShell(({ state }) => state?.preferences.language ?? 'de')
}
