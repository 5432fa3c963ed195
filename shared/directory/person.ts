import * as z from 'zod'
import { code, codes, entity, field, IsoDate, reference } from '../core/entity'

const text = (longest: number) => z.string().trim().max(longest)

/** A human being known to the office, entered once; rooms refer to it. Labels are the words of screen, workbook and report. */
export const person = entity(
  'person',
  { label: 'Personen', scope: 'persons', responsible: 'MELD', retention: 'nameAndBirthDate' },
  {
    lastName: field('Familienname', text(200).min(1), { privacy: 'personal', keys: 'person' }),
    // Empty: some people have one name only.
    firstName: field('Vorname', text(200), { privacy: 'personal', keys: 'person', hint: 'Bleibt leer, wenn jemand nur einen Namen hat.' }),
    birthName: field('Geburtsname', text(200).nullable(), { privacy: 'personal', search: 'words' }),
    birthDate: field('Geburtsdatum', IsoDate.nullable(), {
      privacy: 'personal',
      short: 'Geboren',
      search: 'words',
      hint: 'Ist nur das Jahr bekannt, schreiben Sie den 01.01. und wählen Sie darunter „nur Jahr“.',
    }),
    // 01.01. often means that only the year is known (domain.md 9).
    birthDatePrecision: field('Genauigkeit des Geburtsdatums', code('birthDatePrecision'), { privacy: 'personal', short: 'Genauigkeit' }),
    sex: field('Geschlecht', code('sex').nullable(), { privacy: 'personal' }),
    nationalities: field('Staatsangehörigkeiten', codes('nationality'), { privacy: 'personal', responsible: 'ABH', short: 'Staatsang.' }),
    firstLanguage: field('Herkunftssprache', code('language').nullable(), { privacy: 'personal', responsible: 'KT', short: 'Sprache' }),
    otherLanguages: field('Weitere Sprachen', codes('language'), { privacy: 'personal', responsible: 'KT' }),
    street: field('Straße', text(200).nullable(), { privacy: 'personal' }),
    houseNo: field('Hausnummer', text(20).nullable(), { privacy: 'personal', short: 'Nr.' }),
    postcode: field(
      'Postleitzahl',
      z
        .string()
        .regex(/^\d{5}$/)
        .nullable(),
      { privacy: 'personal', short: 'PLZ' },
    ),
    city: field('Wohnort', text(200).nullable(), { privacy: 'personal', search: 'words' }),
    district: field('Ortsteil', text(200).nullable(), { privacy: 'personal' }),
    municipalityId: field('Gemeinde', reference('municipality').nullable(), { privacy: 'personal' }),
    phone: field('Telefon', text(60).nullable(), { privacy: 'personal', responsible: 'KT', search: 'number' }),
    mobile: field('Mobiltelefon', text(60).nullable(), { privacy: 'personal', responsible: 'KT', search: 'number' }),
    email: field('E-Mail', text(200).nullable(), { privacy: 'personal', responsible: 'KT', search: 'words' }),
  },
)
