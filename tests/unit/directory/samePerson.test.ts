import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Identity, samePerson } from '../../../shared/directory/matching/samePerson'

const who = (lastName: string, firstName: string, birthDate: string | null, birthDatePrecision = 'day'): Identity => ({
  lastName,
  firstName,
  birthDate,
  birthDatePrecision,
})

test.each([
  ['another spelling of the same letters', who("D'SOUZA", 'Melanie', '1987-11-05'), who("D'Souza", 'Melanie', '1987-11-05'), 'same'],
  ['a second given name', who('Perera', 'Nimal A.', '1977-08-13'), who('Perera', 'Nimal', '1977-08-13'), 'same'],
  ['names swapped', who('Khaled', 'Sulaiman', '1990-01-17'), who('Sulaiman', 'Khaled', '1990-01-17'), 'same'],
  ['umlauts written out', who('Müller', 'Jürgen', '1977-07-12'), who('Mueller', 'Juergen', '1977-07-12'), 'same'],
  ['another birthday', who('Perera', 'Nimal', '1977-08-13'), who('Perera', 'Nimal', '1977-08-14'), 'different'],
  ['only the family name in common', who('Perera', 'Nimal', '1977-08-13'), who('Perera', 'Kamal', '1977-08-13'), 'different'],
  [
    'a birthday of which only the year is known, and a name more',
    who('Noori', 'Ali Reza', '1984-01-01', 'year'),
    who('Noori', 'Ali', '1984-01-01', 'year'),
    'different',
  ],
  [
    'a birthday of which only the year is known, all names equal',
    who('Noori', 'Ali', '1984-01-01', 'year'),
    who('Noori', 'Ali', '1984-01-01', 'year'),
    'same',
  ],
  [
    'a name more, where only one of both birthdays is sure',
    who('Noori', 'Ali Reza', '1984-01-01', 'day'),
    who('Noori', 'Ali', '1984-01-01', 'year'),
    'different',
  ],
  ['one name against the same and more', who('Perera', '', '1977-08-13'), who('Perera', 'Nimal', '1977-08-13'), 'different'],
  [
    'two names in common and another one each',
    who('Perera', 'Nimal Ruwan', '1977-08-13'),
    who('Perera', 'Nimal Kamal', '1977-08-13'),
    'different',
  ],
  ['no birthday', who('Perera', 'Nimal', null), who('Perera', 'Nimal', '1977-08-13'), 'probably'],
  ['no birthday and one name', who('Perera', '', null), who('Perera', '', null), 'different'],
])('%s', (_, one, other, expected) => {
  expect(samePerson(one, other)).toBe(expected)
})

const name = fc.constantFrom('Ali', 'Reza', 'Noori', 'Müller', 'Mueller', '', 'Al-Hassan')
const identity = fc.record({
  lastName: name,
  firstName: name,
  birthDate: fc.constantFrom(null, '1984-01-01', '1990-05-06'),
  birthDatePrecision: fc.constantFrom('day', 'year'),
})

test('sameness does not depend on who is asked first, and everybody with a birthday and a name is the same as themselves', () => {
  fc.assert(fc.property(identity, identity, (one, other) => samePerson(one, other) === samePerson(other, one)))
  fc.assert(fc.property(identity, (one) => one.birthDate === null || samePerson(one, one) === 'same'))
})
