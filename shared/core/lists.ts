// Code lists and dated rules of resources/lists. Records store the code; words, bounds and years come from here.
import * as z from 'zod'
import type { IsoDate } from './entity'
import { type ListEntry, lists, rules } from './listFiles'
import { currentLanguage } from '../i18n/text'

/** All values of a list, also those out of force. @throws TypeError for a list that does not exist */
export function listEntries(list: string): readonly ListEntry[] {
  const entries = lists[list]
  if (entries === undefined) throw new TypeError(`There is no code list "${list}" in resources/lists`)
  return entries
}

/** The values that can be chosen on a day, in the order of the list. */
export function choices(list: string, day: IsoDate): readonly ListEntry[] {
  return listEntries(list).filter((entry) => entry.from <= day && (entry.until === null || day <= entry.until))
}

/** The word for a code in the language in force. An unknown code stands as it came: a newer partner may know it. */
export function labelOf(list: string, code: string): string {
  const entry = listEntries(list).find((one) => one.code === code)
  if (entry === undefined) return code
  return currentLanguage() === 'de' ? entry.de : entry.en
}

/** The value of a dated rule in force on a day; the caller parses it. @throws TypeError for a rule without a version for that day */
export function ruleValue(rule: string, day: IsoDate): unknown {
  const version = versionOn(rules[rule] ?? [], day)
  if (version === undefined) throw new TypeError(`There is no rule "${rule}" in force on ${day} in resources/lists`)
  return version.value
}

/** The version in force on a day; it holds from its first day on, until the next one begins. Oldest first. */
export function versionOn<Version extends { from: IsoDate }>(versions: readonly Version[], day: IsoDate): Version | undefined {
  return versions.filter(({ from }) => from <= day).at(-1)
}

const Bounds = z.strictObject({ min: z.number(), max: z.number() })

/** The least and the greatest value that a field with this rule may have on a day, both included. */
export function boundsOf(rule: string, day: IsoDate): z.infer<typeof Bounds> {
  return Bounds.parse(ruleValue(rule, day))
}
