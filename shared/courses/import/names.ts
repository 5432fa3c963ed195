// Names in lists: two in one cell, capitals, salutations.

const SALUTATION = /^(herr|frau|hr\.?|fr\.?|dr\.?|prof\.?)\s+/i

/** `isSplit` false: one word alone, so nobody can tell which name it is. */
export interface SplitName {
  lastName: string
  firstName: string
  /** `m` or `w` from "Herr" or "Frau", else `null`. */
  sex: 'm' | 'w' | null
  isSplit: boolean
  /** Family name and given name stood without a comma: which is which is a guess (given name first, as in letters). */
  isGuess: boolean
}

/** Takes a name of one cell apart: "AL-HASSAN, Mohammed", "Herr AHMADI, Farid", "Zahra Rahimi". */
export function splitName(text: string): SplitName {
  const [, salutation] = text.match(SALUTATION) ?? []
  const bare = text.replace(SALUTATION, '').trim()
  const sex = /^(herr|hr)/i.test(salutation ?? '') ? 'm' : /^(frau|fr)/i.test(salutation ?? '') ? 'w' : null
  const comma = bare.indexOf(',')
  if (comma >= 0) {
    const [lastName, firstName] = [bare.slice(0, comma).trim(), bare.slice(comma + 1).trim()]
    return {
      lastName: inMixedCase(lastName),
      firstName: inMixedCase(firstName),
      sex,
      isSplit: lastName !== '' && firstName !== '',
      isGuess: false,
    }
  }
  const words = bare.split(' ').filter(Boolean)
  if (words.length < 2) return { lastName: inMixedCase(bare), firstName: '', sex, isSplit: false, isGuess: false }
  // Capitals mark the family name: "HADDAD Yousef" as well as "Yousef HADDAD".
  const capitals = words.filter((word) => word.length > 1 && word === word.toUpperCase())
  if (capitals.length > 0 && capitals.length < words.length) {
    const others = words.filter((word) => !capitals.includes(word))
    return { lastName: inMixedCase(capitals.join(' ')), firstName: others.join(' '), sex, isSplit: true, isGuess: false }
  }
  return {
    lastName: inMixedCase(words.at(-1) ?? ''),
    firstName: inMixedCase(words.slice(0, -1).join(' ')),
    sex,
    isSplit: true,
    isGuess: true,
  }
}

/** A name written in capitals as people write it: "AL-HASSAN" is "Al-Hassan", "D'SOUZA" is "D'Souza". Mixed case stays as typed. */
export function inMixedCase(name: string): string {
  const letters = name.replaceAll(/[^\p{L}]/gu, '')
  if (letters.length < 2 || letters !== letters.toUpperCase() || letters === letters.toLowerCase()) return name
  // A Turkish İ becomes an i and a dot that nobody typed.
  const small = name.toLowerCase().replaceAll('i\u0307', 'i')
  return small.replaceAll(/(^|[\s\-'’.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}
