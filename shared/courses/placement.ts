import * as z from 'zod'
import { code, entity, field, IsoDate, reference } from '../core/entity'

/**
 * The result of one placement test. Points are whole: the mean of both parts, a half rounded up (62.5 is kept as 63).
 * `null`: tested, points not known, which is not 0. Bounds are a dated rule, for the test changes. Source: domain.md 2.3.
 */
export const placement = entity(
  'placement',
  { label: 'Einstufungen', scope: 'courses', responsible: 'KT', retention: 'courseData' },
  {
    participantId: field('Teilnehmende', reference('participant'), { privacy: 'personal' }),
    placementDate: field('Einstufung am', IsoDate.nullable(), { privacy: 'personal' }),
    placementScore: field('Einstufungspunkte', z.int().nullable(), {
      privacy: 'personal',
      bounds: 'placementScore',
      short: 'Punkte',
      hint: 'Mittel beider Teile, halbe Punkte aufgerundet. Leer heißt: getestet, Punkte nicht bekannt.',
    }),
    scoreOral: field('Punkte mündlich', z.number().nullable(), { privacy: 'personal', bounds: 'placementScore', short: 'Mündlich' }),
    scoreWritten: field('Punkte schriftlich', z.number().nullable(), {
      privacy: 'personal',
      bounds: 'placementScore',
      short: 'Schriftlich',
    }),
    cefr: field('Niveau', code('cefr').nullable(), { privacy: 'personal' }),
    recommendedType: field('Empfohlene Kursart', code('courseType').nullable(), { privacy: 'personal', short: 'Kursart' }),
    recommendedModule: field('Empfohlenes Modul', z.int().nullable(), { privacy: 'personal', bounds: 'recommendedModule', short: 'Modul' }),
  },
)
