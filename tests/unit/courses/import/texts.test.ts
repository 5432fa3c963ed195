import fc from 'fast-check'
import { expect, test } from 'vitest'
import providerHeader from '../../../../resources/lists/providerHeader.json'
import { searchForm } from '../../../../shared/core/textKeys'
import { cellText, clean, dayOfSerial } from '../../../../shared/core/sheet'
import { fieldOfHeader } from '../../../../shared/courses/import/headers'
import { inMixedCase, splitName } from '../../../../shared/courses/import/names'
import { readScore } from '../../../../shared/courses/import/scores'

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'0123456789.,% PBM()-/'.split('')) }),
)

test('a header means its field in capitals, with other spaces, line breaks, dots, brackets and spelled-out umlauts', () => {
  const known = fc.constantFrom(...providerHeader.flatMap(({ field, headers }) => headers.map((header) => ({ field, header }))))
  const change = fc.constantFrom<(header: string) => string>(
    (header) => header.toUpperCase(),
    (header) => ` ${header} `,
    (header) => header.replaceAll(' ', '\n'),
    (header) => header.replaceAll('-', '- '),
    (header) => header.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss'),
    (header) => `${header}:`,
  )
  fc.assert(
    fc.property(known, change, ({ field, header }, changed) => {
      expect([header, fieldOfHeader(changed(header))]).toEqual([header, field])
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['TN_Nachname', 'lastName'],
  ['TN_GebDat', 'birthDate'],
  ['PERS_GESCHL', 'sex'],
  ['ADR_PLZ', 'postcode'],
  ['Teilnehmervorname', 'firstName'],
  ['Teilnehmergeburtsdatum', 'birthDate'],
  ['Tel. 1', 'phone'],
  ['Familienname_neu', 'lastName'],
  ['Gbrtsdtm', 'birthDate'],
  ['Vrnm', 'firstName'],
  ['ET mündl.', 'scoreOral'],
  ['empf. Modul', 'recommendedModule'],
  ['ausst. Behörde', 'issuingBody'],
  ['Datum der Einstufung', 'placementDate'],
  ['Datum Kursbeginn', 'courseStart'],
  ['Tag der Einreise', 'entryDate'],
  ['Geburtstdatum', 'birthDate'],
  ['Staatsangehoerigkiet', 'nationality'],
  ['Geburtsdatum (TT.MM.JJJJ)', 'birthDate'],
  ['Geburtsdatum TT.MM.JJJJ', 'birthDate'],
  ['Familienname lt. Pass', 'lastName'],
  ['Nachname / Family name', 'lastName'],
  ['Nachname TN', 'lastName'],
  ['Name und Vorname', 'fullName'],
  ['Name der/des Teilnehmenden', 'fullName'],
  ['Date of birth (dd/mm/yyyy)', 'birthDate'],
  ['Course no.', 'courseNumber'],
  ['Kurs-Nr.¹', 'courseNumber'],
  ['Punkte (max. 100)²', 'placementScore'],
  ['Einstufungstest (Pkt.)', 'placementScore'],
  ['Punktzahl Einstufungstest', 'placementScore'],
  ['ET mdl.', 'scoreOral'],
])('"%s" is read as %s', (header, field) => {
  expect(fieldOfHeader(header)).toBe(field)
})

test.each([
  'Kind_Vorname',
  'Name Kind',
  'Vater_Nachname',
  'Herkunftsland_Kind',
  'Sprachen',
  'Az.',
  'Datum',
  'Datum Antrag',
  'TN-Nr.',
  'Brfsrfhrng',
  'Punkte DTZ',
  'Name Ansprechpartner',
  'Ergebnis LiD',
  'Telefon Notfall',
  'Straße / Kurs',
])('"%s" speaks of somebody or something else, and is left to the clerk', (header) => {
  expect(fieldOfHeader(header)).toBeNull()
})

test('no header breaks it, and a text of nothing that is known names no field', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect([null, expect.any(String)]).toContainEqual(fieldOfHeader(text))
    }),
    { numRuns: 1000 },
  )
  for (const nothing of ['', ' ', '???', '__proto__', 'constructor', 'Lieblingsfarbe']) expect(fieldOfHeader(nothing)).toBeNull()
})

test('points are a number within their bounds, or nothing and a problem', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { values, problems } = readScore('placementScore', { kind: 'text', text }, clean(text), { min: 0, max: 100 })
      const score = values.placementScore
      if (score === undefined) return
      expect(problems).toEqual([])
      expect(Number.isInteger(score) && Number(score) >= 0 && Number(score) <= 100).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('points come back as they were written, with comma or point', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.constantFrom(',', '.'), (halves, sign) => {
      const text = String(halves / 2).replace('.', sign)
      expect(readScore('scoreOral', { kind: 'text', text }, text, { min: 0, max: 100 }).values).toEqual({ scoreOral: halves / 2 })
    }),
  )
})

test('a name with a comma is split there, whatever the names are', () => {
  const name = fc.stringMatching(/^[A-ZÄÖÜŁÇ][a-zäöüßłç]{1,8}(?:[- ][A-ZÄÖÜ][a-zäöü]{1,6})?$/)
  fc.assert(
    fc.property(name, name, (lastName, firstName) => {
      expect(splitName(`${lastName}, ${firstName}`)).toMatchObject({ lastName, firstName, isSplit: true, isGuess: false })
      // Two given names beside two family names: where one ends is a guess.
      if (!firstName.includes(' ')) expect(splitName(`${lastName.toUpperCase()} ${firstName}`)).toMatchObject({ firstName })
    }),
  )
})

test('capitals become a name as people write it, mixed case stays, and no sign is lost', () => {
  expect(['AL-HASSAN', "D'SOUZA", 'ŞAHİN', 'McDonald', 'van der Berg', 'LI'].map(inMixedCase)).toEqual([
    'Al-Hassan',
    "D'Souza",
    'Şahin',
    'McDonald',
    'van der Berg',
    'Li',
  ])
  fc.assert(
    fc.property(anyText, (text) => {
      expect(searchForm(inMixedCase(text))).toBe(searchForm(text))
    }),
  )
})

test('cleaning a text twice is the same as once, and leaves nothing that nobody sees', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = clean(text)
      expect(clean(once)).toBe(once)
      expect(once).toBe(once.trim())
      expect(/[\p{Cc}\u00ad\u200b-\u200d\ufeff\u00a0]/u.test(once)).toBe(false)
      expect(cellText({ kind: 'text', text })).toBe(once)
    }),
    { numRuns: 2000 },
  )
})

test('text of the wrong code page is read as what it was, and honest text stays', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-zÄÖÜäöüßéèçñãõâêôŠšŽž€ ]{1,20}$/), (text) => {
      const honest = clean(text)
      const wrong = new TextDecoder('windows-1252').decode(new TextEncoder().encode(honest))
      expect(clean(wrong)).toBe(honest)
      expect(clean(honest)).toBe(honest)
    }),
    { numRuns: 1000 },
  )
})

test('the days of Excel: first of 1900, the day that never was, and the base of 1904', () => {
  expect([1, 59, 61, 33311].map((serial) => dayOfSerial(serial, false))).toEqual(['1900-01-01', '1900-02-28', '1900-03-01', '1991-03-14'])
  expect(dayOfSerial(0, true)).toBe('1904-01-01')
  expect(dayOfSerial(0, false)).toBeNull()
  expect(dayOfSerial(3_000_000, false)).toBeNull()
})
