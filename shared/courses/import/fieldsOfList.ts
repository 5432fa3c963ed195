// Which record takes which field of a provider's list (names of domain.md 2.8; where a record's own name differs, it says so).
import type * as z from 'zod'
import type { AnyEntity, Field } from '../../core/entity'
import { paceJudgement } from '../paceJudgement'
import { participant } from '../participant'
import { placement } from '../placement'
import { person } from '../../directory/person'
import { course } from '../course'

/** Values of one row by the field names of domain.md 2.8. */
export type ListValues = Record<string, z.core.util.JSONType>

/** A record's field that a list can fill. `from` names the list's field, `as` turns its value into the record's. */
interface Source {
  field: Field
  from: string
  as: (value: z.core.util.JSONType) => z.core.util.JSONType
}

const same = (value: z.core.util.JSONType) => value
const from = (record: AnyEntity, name: string, listName = name, as: Source['as'] = same): Source => {
  const field = record.fields[name]
  if (field === undefined) throw new TypeError(`${record.name} has no field ${name}`)
  return { field, from: listName, as }
}

const PERSON = [
  ...[
    'lastName',
    'firstName',
    'birthName',
    'birthDate',
    'birthDatePrecision',
    'sex',
    'firstLanguage',
    'otherLanguages',
    'street',
    'houseNo',
    'postcode',
    'city',
    'district',
    'phone',
    'mobile',
    'email',
  ].map((name) => from(person, name)),
  from(person, 'nationalities', 'nationality', (value) => (Array.isArray(value) ? value : [value])),
]
const PARTICIPANT = [
  ...[
    'registrationDate',
    'entitlementBasis',
    'entitlementDate',
    'entitlementUntil',
    'literacy',
    'schoolYears',
    'childcareNeed',
    'remarks',
  ].map((name) => from(participant, name)),
  // The time of the course somebody is in now is what suits them, but does not exclude others.
  from(participant, 'wishSlot', 'slot'),
]
const PLACEMENT = [
  ...['placementDate', 'placementScore', 'scoreOral', 'scoreWritten', 'cefr', 'recommendedModule'].map((name) => from(placement, name)),
  from(placement, 'recommendedType', 'courseType'),
]
const PACE = [from(paceJudgement, 'learningPace')]
const SOURCES = { person: PERSON, participant: PARTICIPANT, placement: PLACEMENT, pace: PACE }

/**
 * The part of a row that belongs to one record, by the record's own names. An empty cell means unchanged, so it is left out;
 * a value that the record's definition refuses is left out too, its finding stands beside it.
 */
export function valuesFor(part: keyof typeof SOURCES, values: ListValues): Record<string, z.core.util.JSONType> {
  const found: Record<string, z.core.util.JSONType> = {}
  for (const { field, from: listName, as } of SOURCES[part]) {
    const value = values[listName]
    if (value === undefined || value === null || value === '') continue
    const fitting = as(value)
    if (field.schema.safeParse(fitting).success) found[field.name] = fitting
  }
  return found
}

/** The list's field that fills a record's field, for showing what is here beside what the file says. */
export function listNameOf(part: keyof typeof SOURCES, fieldName: string): string {
  return SOURCES[part].find(({ field }) => field.name === fieldName)?.from ?? fieldName
}

/** Fields of a list that a column can be read as, in the order of forms: those that a record takes, and two that are taken apart. */
export const FIELDS_TAKEN: readonly string[] = [
  'fullName',
  ...Object.values(SOURCES)
    .flat()
    .map((one) => one.from),
  'postcodeCity',
  'courseNumber',
]

/** The record's field behind a list's field, for its word and its way of being shown; `undefined` for what no record takes. */
export function fieldFor(listName: string): Field | undefined {
  if (listName === 'courseNumber') return course.fields.courseNumber
  return Object.values(SOURCES)
    .flat()
    .find((one) => one.from === listName)?.field
}

const sourcesByName = new Map<string, Source[]>()
for (const source of Object.values(SOURCES).flat()) sourcesByName.set(source.from, [...(sourcesByName.get(source.from) ?? []), source])

/** True if every record that takes this value of a list can keep it; also where none takes it. */
export function fits(listName: string, value: z.core.util.JSONType): boolean {
  return (sourcesByName.get(listName) ?? []).every(({ field, as }) => field.schema.safeParse(as(value)).success)
}
