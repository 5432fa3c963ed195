import * as z from 'zod'
import { Choice, command, query } from '../core/call'
import { Id } from '../core/entity'
import { failure, recordGone, stillReferred } from '../core/errors'
import { listOf, ListWindow } from '../core/list'
import { contact } from './contact'
import { municipality } from './municipality'
import { organisation } from './organisation'
import { person } from './person'

export const municipalityThere = failure<{ municipalityKey: string }>(
  'directory/municipality-there',
  'Die Gemeinde mit dem Schlüssel {municipalityKey} gibt es schon. Bitte den Schlüssel prüfen oder die vorhandene ändern.',
)

export const PersonLine = person.schema.extend({ municipalityName: z.string().nullable() })
export const OrganisationLine = organisation.schema.extend({ municipalityName: z.string().nullable(), contacts: z.int() })
export const ContactLine = contact.schema.extend({ organisationName: z.string().nullable() })

/** Persons, organisations, contacts, municipalities: what every room refers to. */
export const directory = {
  listPersons: query({
    label: 'Liste der Personen',
    right: 'read',
    input: ListWindow,
    output: listOf(PersonLine),
    access: ({ rows }) => rows.map(({ id }) => id),
  }),
  getPerson: query({
    label: 'Person',
    right: 'read',
    input: z.object({ id: Id }),
    output: person.schema.nullable(),
    access: (one) => (one === null ? [] : [one.id]),
  }),
  createPerson: command({ label: 'Person aufnehmen', right: 'edit', input: person.schema.omit({ id: true }), output: Id }),
  changePerson: command({
    label: 'Person ändern',
    right: 'edit',
    input: z.object({ id: Id, values: person.schema.omit({ id: true }).partial() }),
    output: z.null(),
    raises: [recordGone],
  }),
  removePerson: command({
    label: 'Person löschen',
    right: 'edit',
    input: z.object({ id: Id }),
    output: z.null(),
    raises: [recordGone, stillReferred],
  }),

  listOrganisations: query({
    right: 'figures',
    input: ListWindow,
    output: listOf(OrganisationLine),
  }),
  getOrganisation: query({ right: 'figures', input: z.object({ id: Id }), output: organisation.schema.nullable() }),
  createOrganisation: command({ label: 'Organisation anlegen', right: 'edit', input: organisation.schema.omit({ id: true }), output: Id }),
  changeOrganisation: command({
    label: 'Organisation ändern',
    right: 'edit',
    input: z.object({ id: Id, values: organisation.schema.omit({ id: true }).partial() }),
    output: z.null(),
    raises: [recordGone],
  }),
  removeOrganisation: command({
    label: 'Organisation löschen',
    right: 'edit',
    input: z.object({ id: Id }),
    output: z.null(),
    raises: [recordGone, stillReferred],
  }),

  listContacts: query({
    label: 'Liste der Ansprechpersonen',
    right: 'read',
    input: ListWindow,
    output: listOf(ContactLine),
    access: ({ rows }) => rows.map(({ id }) => id),
  }),
  getContact: query({
    label: 'Ansprechperson',
    right: 'read',
    input: z.object({ id: Id }),
    output: contact.schema.nullable(),
    access: (one) => (one === null ? [] : [one.id]),
  }),
  createContact: command({ label: 'Ansprechperson anlegen', right: 'edit', input: contact.schema.omit({ id: true }), output: Id }),
  changeContact: command({
    label: 'Ansprechperson ändern',
    right: 'edit',
    input: z.object({ id: Id, values: contact.schema.omit({ id: true }).partial() }),
    output: z.null(),
    raises: [recordGone],
  }),
  removeContact: command({
    label: 'Ansprechperson löschen',
    right: 'edit',
    input: z.object({ id: Id }),
    output: z.null(),
    raises: [recordGone],
  }),

  listMunicipalities: query({ right: 'figures', input: ListWindow, output: listOf(municipality.schema) }),
  getMunicipality: query({ right: 'figures', input: z.object({ id: Id }), output: municipality.schema.nullable() }),
  createMunicipality: command({
    label: 'Gemeinde anlegen',
    right: 'edit',
    input: municipality.schema.omit({ id: true }),
    output: Id,
    raises: [municipalityThere],
  }),
  changeMunicipality: command({
    label: 'Gemeinde ändern',
    right: 'edit',
    input: z.object({ id: Id, values: municipality.schema.omit({ id: true }).partial() }),
    output: z.null(),
    raises: [recordGone],
  }),
  removeMunicipality: command({
    label: 'Gemeinde löschen',
    right: 'edit',
    input: z.object({ id: Id }),
    output: z.null(),
    raises: [recordGone, stillReferred],
  }),

  /** Records of an entity of the directory to choose in a reference field, by their title. */
  chooseReference: query({
    label: 'Auswahl in einem Feld',
    right: 'figures',
    rightFor: ({ entity }) => (entity === 'person' ? 'read' : 'figures'),
    input: z.object({
      entity: z.enum(['person', 'organisation', 'municipality']),
      search: z.string().max(200),
      selected: Id.nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: z.array(Choice),
    access: (choices, { entity }) => (entity === 'person' ? choices.map(({ id }) => id) : []),
  }),
}
