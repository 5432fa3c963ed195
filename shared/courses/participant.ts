import * as z from 'zod'
import { code, codes, entity, field, IsoDate, reference } from '../core/entity'

/** A person's way through courses. Who it is: `person`. What happens on the way (placement, pace, enrolment): dated records. */
export const participant = entity(
  'participant',
  { label: 'Teilnehmende', scope: 'courses', responsible: 'KT', retention: 'courseData', namedBy: 'personId' },
  {
    personId: field('Person', reference('person'), { privacy: 'personal' }),
    organisationId: field('Kursträger', reference('organisation').nullable(), { privacy: 'personal', short: 'Träger' }),
    participantState: field('Stand', code('participantState'), { privacy: 'personal' }),
    registrationDate: field('Angemeldet am', IsoDate.nullable(), { privacy: 'personal', short: 'Angemeldet' }),
    entitlementBasis: field('Berechtigung', code('entitlementBasis').nullable(), { privacy: 'social', responsible: 'ABH' }),
    entitlementDate: field('Berechtigung vom', IsoDate.nullable(), { privacy: 'social', responsible: 'ABH' }),
    entitlementUntil: field('Berechtigung gültig bis', IsoDate.nullable(), { privacy: 'social', responsible: 'ABH', short: 'Gültig bis' }),
    literacy: field('Alphabetisierung', code('literacy').nullable(), { privacy: 'personal' }),
    schoolYears: field('Schuljahre', z.int().min(0).max(30).nullable(), { privacy: 'personal' }),
    // Codes of `slot`; empty: at any time.
    availableSlots: field('Zeit für Kurse', codes('slot'), { privacy: 'personal', short: 'Zeiten', hint: 'Leer heißt: zu jeder Zeit.' }),
    childcareNeed: field('Kinder mit Betreuungsbedarf', z.int().min(0).max(12), {
      privacy: 'personal',
      short: 'Kinder',
      hint: 'Kinder, die während des Kurses betreut werden müssen.',
    }),
    wishSiteId: field('Wunschort', reference('site').nullable(), { privacy: 'personal' }),
    wishSlot: field('Wunschzeit', code('slot').nullable(), { privacy: 'personal' }),
    remarks: field('Bemerkungen', z.string().trim().max(2000).nullable(), { privacy: 'personal' }),
  },
)
