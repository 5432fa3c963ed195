// One key for the spellings that one foreign name has in German and English papers: Шевченко, Shevchenko, Schewtschenko.

/** In this order: the longer spellings of a sound before the parts of them. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/schtsch|shch/g, 's'],
  [/tzsch|tsch|tch/g, 'c'],
  [/sch|sh|zh/g, 's'],
  [/kh/g, 'h'],
  [/ch/g, 'c'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/gh/g, 'g'],
  [/ts|tz/g, 'z'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/[jy]/g, 'i'],
  [/(.)\1+/g, '$1'],
]

/** The sound of a word in search form; digits and what is spelled alike everywhere stay as they are. */
export function soundOf(word: string): string {
  return SPELLINGS.reduce((sound, [spelling, sign]) => sound.replaceAll(spelling, sign), word)
}
