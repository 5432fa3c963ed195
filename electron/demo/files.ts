// The data of resources/demo, parsed. All of it is fictional (domain.md 11).
import * as z from 'zod'
import courseFile from '../../resources/demo/courses.json'
import municipalityFile from '../../resources/demo/municipalities.json'
import organisationFile from '../../resources/demo/organisations.json'
import originFile from '../../resources/demo/origins.json'
import streetFile from '../../resources/demo/streets.json'
import { IsoDate } from '../../shared/core/entity'

/** Key of the county: Land code 99 does not exist, so it clashes with none. */
export const DEMO_COUNTY_KEY = '99001'
/** Land, county and number make the AGS. East and north in kilometres of the county's own grid. */
const Municipality = z.object({
  number: z.string().regex(/^\d{3}$/),
  name: z.string(),
  inhabitants: z.int(),
  east: z.number(),
  north: z.number(),
  region: z.string(),
  postcode: z.string(),
})
/** Contacts are functions, never persons. */
const Organisation = z.object({
  name: z.string(),
  bodyKind: z.string(),
  municipality: z.string(),
  street: z.string(),
  remarks: z.string().optional(),
  contacts: z.array(z.object({ function: z.string(), role: z.string() })),
  sites: z.array(z.object({ name: z.string(), municipality: z.string(), street: z.string() })).default([]),
})
const Course = z.object({
  courseNumber: z.string(),
  courseType: z.string(),
  courseState: z.enum(['running', 'planned']),
  provider: z.string(),
  site: z.string(),
  slot: z.string(),
  courseStart: IsoDate,
  courseEnd: IsoDate.nullable(),
  childcarePlaces: z.int(),
})
/** `share` in percent of the participants; `schooling`: middle of the country's people on a scale where the county's middle is 0; `script` of the first schooling. */
const Origin = z.object({
  country: z.string(),
  nationality: z.string(),
  share: z.number(),
  schooling: z.number(),
  script: z.enum(['latin', 'other']),
  languages: z.record(z.string(), z.number()),
  women: z.array(z.string()),
  men: z.array(z.string()),
  families: z.array(z.string()),
})

export type DemoMunicipality = z.infer<typeof Municipality>
export type DemoCourse = z.infer<typeof Course>
export type DemoOrigin = z.infer<typeof Origin>

export const municipalities = z.array(Municipality).parse(municipalityFile)
export const organisations = z.array(Organisation).parse(organisationFile)
export const courses = z.array(Course).parse(courseFile)
/** `spellings`: another usual spelling of a name, both ways. */
export const { origins, spellings } = z.object({ origins: z.array(Origin), spellings: z.record(z.string(), z.string()) }).parse(originFile)
export const streets = z.array(z.string()).parse(streetFile)
