import * as z from 'zod'
import { code, entity, field, IsoDate, reference } from '../core/entity'

/** A course of a provider: for the planner a candidate group with its type, site, slot and size. Hours are a rule of its type. */
export const course = entity(
  'course',
  { label: 'Kurse', scope: 'courses', responsible: 'KT', retention: 'courseData' },
  {
    courseNumber: field('Kursnummer', z.string().trim().min(1).max(60), { privacy: 'none', keys: 'thing', short: 'Kurs' }),
    courseType: field('Kursart', code('courseType'), { privacy: 'none' }),
    courseState: field('Stand', code('courseState'), { privacy: 'none' }),
    organisationId: field('Kursträger', reference('organisation'), { privacy: 'none' }),
    siteId: field('Kursort', reference('site').nullable(), { privacy: 'none' }),
    slot: field('Kurszeit', code('slot'), { privacy: 'none' }),
    courseStart: field('Beginn', IsoDate.nullable(), { privacy: 'none' }),
    courseEnd: field('Ende', IsoDate.nullable(), { privacy: 'none' }),
    minSize: field('Mindestens', z.int().min(1).max(60), { privacy: 'none', unit: 'Personen', short: 'Min.' }),
    maxSize: field('Höchstens', z.int().min(1).max(60), { privacy: 'none', unit: 'Personen', short: 'Plätze' }),
    childcarePlaces: field('Betreuungsplätze für Kinder', z.int().min(0).max(60), { privacy: 'none', short: 'Kinder' }),
  },
)
