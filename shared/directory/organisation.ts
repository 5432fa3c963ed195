import * as z from 'zod'
import { code, entity, field, reference } from '../core/entity'

const text = (longest: number) => z.string().trim().max(longest)

/** A legal entity or public body that carries an offer or has a task: course provider, authority, club, care facility. */
export const organisation = entity(
  'organisation',
  { label: 'Organisationen', scope: 'directory', responsible: 'KOO', retention: 'permanent' },
  {
    organisationName: field('Name', text(200).min(1), { privacy: 'none', keys: 'thing' }),
    bodyKind: field('Art', code('bodyKind'), { privacy: 'none' }),
    street: field('Straße und Hausnummer', text(200).nullable(), { privacy: 'none', short: 'Straße' }),
    postcode: field(
      'Postleitzahl',
      z
        .string()
        .regex(/^\d{5}$/)
        .nullable(),
      { privacy: 'none', short: 'PLZ' },
    ),
    city: field('Ort', text(200).nullable(), { privacy: 'none', search: 'words' }),
    municipalityId: field('Gemeinde', reference('municipality').nullable(), { privacy: 'none' }),
    phone: field('Telefon', text(60).nullable(), { privacy: 'none', search: 'number' }),
    email: field('E-Mail', text(200).nullable(), { privacy: 'none', search: 'words' }),
    remarks: field('Bemerkungen', text(2000).nullable(), { privacy: 'none' }),
  },
)
