// Two names in one cell: the header says the order where it does, capitals and signs where they stand, and the rest is a guess that is named.
import { expect, test } from 'vitest'
import { nameOrderOf, splitName } from '../../../../shared/courses/import/names'

test.each<[header: string, order: ReturnType<typeof nameOrderOf>]>([
  ['Name, Vorname', { first: 'family', isParted: true }],
  ['Name / Vorname', { first: 'family', isParted: true }],
  ['Nachname Vorname', { first: 'family', isParted: false }],
  ['Teilnehmende (Name, Vorname)', { first: 'family', isParted: true }],
  ['Vorname Nachname', { first: 'given', isParted: false }],
  ['Vorname, Nachname', { first: 'given', isParted: true }],
  ['Vor- und Zuname', { first: 'given', isParted: false }],
  ['Teilnehmer', null],
  ['Full Name', null],
  ['Name', null],
])('the header "%s" says the order %o', (header, order) => {
  expect(nameOrderOf(header)).toEqual(order)
})

test.each<[header: string, cell: string, lastName: string, firstName: string, isGuess: boolean]>([
  ['Nachname Vorname', 'Kovalenko Olena', 'Kovalenko', 'Olena', false],
  ['Vorname Nachname', 'Olena Kovalenko', 'Kovalenko', 'Olena', false],
  ['Nachname Vorname', 'Al Khatib Rania', 'Al Khatib', 'Rania', false],
  ['Vorname Nachname', 'Sofie van der Meer', 'van der Meer', 'Sofie', false],
  ['Nachname Vorname', 'Nguyễn Thị Hương', 'Nguyễn', 'Thị Hương', true],
  ['Teilnehmer', 'Zahra Rahimi', 'Rahimi', 'Zahra', true],
  ['Name / Vorname', 'Kovalenko / Olena', 'Kovalenko', 'Olena', false],
  ['Name; Vorname', 'Kovalenko; Olena', 'Kovalenko', 'Olena', false],
  ['Vorname, Nachname', 'Olena, Kovalenko', 'Kovalenko', 'Olena', false],
  ['Vorname, Nachname', 'KOVALENKO, Olena', 'Kovalenko', 'Olena', false],
  ['Vor- und Zuname', 'Kovalenko, Olena', 'Kovalenko', 'Olena', false],
  ['Name', 'Prof. Dr. Haddad, Yousef', 'Haddad', 'Yousef', false],
  ['Name', 'Haddad, Dr. Yousef', 'Haddad', 'Yousef', false],
])('under "%s" the cell "%s" is %s and %s', (header, cell, lastName, firstName, isGuess) => {
  expect(splitName(cell, nameOrderOf(header))).toMatchObject({ lastName, firstName, isSplit: true, isGuess })
})

test('whoever is addressed as Frau Dr. is a woman, and the title is no name', () => {
  expect(splitName('Frau Dr. Tesfay, Selam')).toEqual({ lastName: 'Tesfay', firstName: 'Selam', sex: 'w', isSplit: true, isGuess: false })
})
