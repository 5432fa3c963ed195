// Names in lists: two in one cell, capitals, salutations, titles.
import { searchForm } from '../../core/textKeys'

const SALUTATION = /^(herrn?|frau|hr\.?|fr\.?|dr\.?|prof\.?|dipl\.-\p{L}+\.?)\s+/iu
/** Small words that belong to the family name behind them. */
const PARTICLES = new Set(
  'al el ben bin ibn bint abu abd van von vom zu zum zur de der den del della di da do dos du la le las los ter ten san'.split(' '),
)

/** Which name a cell of both begins with, as its header says ("Vorname Name"). `isParted`: the header has a sign between them, so cells have too. */
export interface NameOrder {
  first: 'family' | 'given'
  isParted: boolean
}

/** `isSplit` false: one word alone, so nobody can tell which name it is. */
export interface SplitName {
  lastName: string
  firstName: string
  /** `m` or `w` from "Herr" or "Frau", else `null`. */
  sex: 'm' | 'w' | null
  isSplit: boolean
  /** Family name and given name stood without a sign between them, and nothing says which is which (given name first, as in letters). */
  isGuess: boolean
}

/** What a header says of the order of two names in one cell; `null`: nothing. */
export function nameOrderOf(header: string): NameOrder | null {
  const words = ` ${searchForm(header)} `
  const given = words.search(/ (?:vor|vornamen?|rufname|first|given) /)
  const family = words.search(/ (?:name|nach|nachname|familienname|zuname|last|family|surname) /)
  if (given < 0 || family < 0 || given === family) return null
  return { first: family < given ? 'family' : 'given', isParted: /\p{L}\s*[,;/]\s*\p{L}/u.test(header) }
}

/** Takes a name of one cell apart: "AL-HASSAN, Mohammed", "Herr AHMADI, Farid", "Zahra Rahimi". */
export function splitName(text: string, order: NameOrder | null = null): SplitName {
  const { name, sex } = withoutSalutation(text)
  const parted = name.match(order?.isParted === true ? /^([^,;/]*)[,;/](.*)$/ : /^([^,;]*)[,;](.*)$/)
  if (parted !== null) {
    const [before, after] = [parted[1]!.trim(), withoutSalutation(parted[2]!.trim()).name]
    const isGivenFirst = order?.isParted === true && order.first === 'given' && !(isCapital(before) && !isCapital(after))
    const [lastName, firstName] = isGivenFirst ? [after, before] : [before, after]
    return named(lastName, firstName, { sex, isSplit: lastName !== '' && firstName !== '', isGuess: false })
  }
  const words = name.split(' ').filter(Boolean)
  if (words.length < 2) return named(name, '', { sex, isSplit: false, isGuess: false })
  // Capitals mark the family name: "HADDAD Yousef" as well as "Yousef HADDAD".
  const capitals = words.filter(isCapital)
  if (capitals.length > 0 && capitals.length < words.length) {
    const others = words.filter((word) => !isCapital(word))
    return { lastName: inMixedCase(capitals.join(' ')), firstName: others.join(' '), sex, isSplit: true, isGuess: false }
  }
  const units = unitsOf(words)
  const isGuess = order === null || units.length > 2
  if (units.length < 2) return named(units[0] ?? '', '', { sex, isSplit: false, isGuess: false })
  return order?.first === 'family'
    ? named(units[0]!, units.slice(1).join(' '), { sex, isSplit: true, isGuess })
    : named(units.at(-1)!, units.slice(0, -1).join(' '), { sex, isSplit: true, isGuess })
}

function named(lastName: string, firstName: string, rest: Pick<SplitName, 'sex' | 'isSplit' | 'isGuess'>): SplitName {
  return { lastName: inMixedCase(lastName), firstName: inMixedCase(firstName), ...rest }
}

/** "Frau Dr. Tesfay" without what stands before the name. */
function withoutSalutation(text: string): { name: string; sex: 'm' | 'w' | null } {
  let name = text.trim()
  let sex: 'm' | 'w' | null = null
  for (let found = name.match(SALUTATION); found !== null; found = name.match(SALUTATION)) {
    if (/^h/i.test(found[1]!)) sex = 'm'
    if (/^f/i.test(found[1]!)) sex = 'w'
    name = name.slice(found[0].length).trim()
  }
  return { name, sex }
}

/** Words with the particles before them: "Rania", "Al Khatib". */
function unitsOf(words: readonly string[]): string[] {
  const units: string[] = []
  let particles = ''
  for (const word of words) {
    if (PARTICLES.has(word.toLowerCase())) {
      particles += `${word} `
      continue
    }
    units.push(particles + word)
    particles = ''
  }
  if (particles !== '') units.push(particles.trim())
  return units
}

function isCapital(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
}

/** A name written in capitals as people write it: "AL-HASSAN" is "Al-Hassan", "D'SOUZA" is "D'Souza". Mixed case stays as typed. */
export function inMixedCase(name: string): string {
  const letters = name.replaceAll(/[^\p{L}]/gu, '')
  if (letters.length < 2 || letters !== letters.toUpperCase() || letters === letters.toLowerCase()) return name
  // A Turkish İ becomes an i and a dot that nobody typed.
  const small = name.toLowerCase().replaceAll('i\u0307', 'i')
  return small.replaceAll(/(^|[\s\-'’.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}
