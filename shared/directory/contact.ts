import * as z from 'zod'
import { entity, field, reference } from '../core/entity'

const text = (longest: number) => z.string().trim().max(longest)

/** A person to talk to in a body, known by name or function. No `person` record: it is about the body, not about them. */
export const contact = entity(
  'contact',
  { label: 'Ansprechpersonen', scope: 'directory', responsible: 'KOO', retention: 'actorContact' },
  {
    organisationId: field('Organisation', reference('organisation'), { privacy: 'none' }),
    contactName: field('Name oder Funktion', text(200).min(1), { privacy: 'personal', keys: 'person' }),
    contactRole: field('Aufgabe', text(200).nullable(), { privacy: 'none', search: 'words' }),
    phone: field('Telefon', text(60).nullable(), { privacy: 'personal', search: 'number' }),
    email: field('E-Mail', text(200).nullable(), { privacy: 'personal', search: 'words' }),
  },
)
