import * as z from 'zod'
import { entity, field, reference } from '../core/entity'

/** Kursort: an address of a provider where courses take place; the way to it counts from its municipality. */
export const site = entity(
  'site',
  { label: 'Kursorte', scope: 'courses', responsible: 'KT', retention: 'permanent' },
  {
    siteName: field('Kursort', z.string().trim().min(1).max(200), { privacy: 'none', keys: 'thing' }),
    organisationId: field('Kursträger', reference('organisation'), { privacy: 'none' }),
    municipalityId: field('Gemeinde', reference('municipality').nullable(), { privacy: 'none' }),
    street: field('Straße und Hausnummer', z.string().trim().max(200).nullable(), { privacy: 'none', short: 'Straße', search: 'words' }),
  },
)
