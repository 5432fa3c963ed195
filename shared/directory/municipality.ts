import * as z from 'zod'
import { entity, field } from '../core/entity'

/** A municipality of the county. Its id is computed from the AGS, so two offices that enter it have one record. */
export const municipality = entity(
  'municipality',
  { label: 'Gemeinden', scope: 'directory', responsible: 'KOO', retention: 'permanent' },
  {
    municipalityKey: field('Gemeindeschlüssel (AGS)', z.string().regex(/^\d{8}$/), {
      privacy: 'none',
      short: 'AGS',
      search: 'words',
      hint: 'Acht Ziffern: Land, Kreis und Gemeinde.',
    }),
    municipalityName: field('Gemeinde', z.string().trim().min(1).max(200), { privacy: 'none', keys: 'thing' }),
    inhabitants: field('Einwohnerzahl', z.int().min(0).nullable(), { privacy: 'none', short: 'Einwohner' }),
    // Kilometres in a plane grid (UTM or the demo county's own), for ways between municipalities.
    gridEast: field('Rechtswert', z.number().nullable(), { privacy: 'none', unit: 'km' }),
    gridNorth: field('Hochwert', z.number().nullable(), { privacy: 'none', unit: 'km' }),
  },
)
