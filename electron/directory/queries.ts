import { Choice } from '../../shared/core/call'
import { searchForm } from '../../shared/core/textKeys'
import { ContactLine, type directory, OrganisationLine, PersonLine } from '../../shared/directory/calls'
import { contact } from '../../shared/directory/contact'
import { municipality } from '../../shared/directory/municipality'
import { organisation } from '../../shared/directory/organisation'
import { person } from '../../shared/directory/person'
import { fieldColumn, fieldColumns, joinedColumn, type ListSource, numberColumn, readList } from '../store/list'
import type { Query } from '../store/store'

const { municipalityName } = municipality.fields
const { organisationName } = organisation.fields

/** People are found by family name, first name, or both in either order. */
const PERSONS: ListSource = {
  table: 'person',
  joins: 'LEFT JOIN municipality ON municipality.id = person.municipalityId',
  columns: {
    ...fieldColumns(person.fields),
    municipalityId: fieldColumn(person.fields.municipalityId, municipalityName),
    municipalityName: joinedColumn(municipalityName),
  },
  search: `person.lastName_search || ' ' || person.firstName_search || ' ' || person.lastName_search`,
  order: [
    { column: 'lastName', isDescending: false },
    { column: 'firstName', isDescending: false },
  ],
}

/** Persons by name, as phone books sort. */
export const listPersons: Query<typeof directory.listPersons> = (store, window) => readList(store, PERSONS, PersonLine, window)

/** One person, or `null` if it is not here. */
export const getPerson: Query<typeof directory.getPerson> = (store, { id }) => store.get(person, id) ?? null

const ORGANISATIONS: ListSource = {
  table: 'organisation',
  joins: 'LEFT JOIN municipality ON municipality.id = organisation.municipalityId',
  columns: {
    ...fieldColumns(organisation.fields),
    municipalityId: fieldColumn(organisation.fields.municipalityId, municipalityName),
    municipalityName: joinedColumn(municipalityName),
    contacts: numberColumn('(SELECT count(*) FROM contact WHERE contact.organisationId = organisation.id)'),
  },
  search: 'organisation.organisationName_search',
  order: [{ column: 'organisationName', isDescending: false }],
}

/** Organisations by name. `contacts` counts their contacts. */
export const listOrganisations: Query<typeof directory.listOrganisations> = (store, window) =>
  readList(store, ORGANISATIONS, OrganisationLine, window)

/** One organisation, or `null` if it is not here. */
export const getOrganisation: Query<typeof directory.getOrganisation> = (store, { id }) => store.get(organisation, id) ?? null

const CONTACTS: ListSource = {
  table: 'contact',
  joins: 'LEFT JOIN organisation ON organisation.id = contact.organisationId',
  columns: {
    ...fieldColumns(contact.fields),
    organisationId: fieldColumn(contact.fields.organisationId, organisationName),
    organisationName: joinedColumn(organisationName),
  },
  search: `contact.contactName_search || ' ' || ifnull(organisation.organisationName_search, '')`,
  order: [{ column: 'contactName', isDescending: false }],
}

/** Contacts by name. */
export const listContacts: Query<typeof directory.listContacts> = (store, window) => readList(store, CONTACTS, ContactLine, window)

/** One contact, or `null` if it is not here. */
export const getContact: Query<typeof directory.getContact> = (store, { id }) => store.get(contact, id) ?? null

const MUNICIPALITIES: ListSource = {
  table: 'municipality',
  columns: fieldColumns(municipality.fields),
  search: 'municipality.municipalityName_search',
  order: [{ column: 'municipalityName', isDescending: false }],
}

/** Municipalities by name. */
export const listMunicipalities: Query<typeof directory.listMunicipalities> = (store, window) =>
  readList(store, MUNICIPALITIES, municipality.schema, window)

/** One municipality, or `null` if it is not here. */
export const getMunicipality: Query<typeof directory.getMunicipality> = (store, { id }) => store.get(municipality, id) ?? null

const CHOICES = {
  person: {
    title: `lastName || CASE firstName WHEN '' THEN '' ELSE ', ' || firstName END`,
    search: `lastName_search || ' ' || firstName_search`,
    order: 'lastName_sort, firstName_sort',
  },
  organisation: { title: 'organisationName', search: 'organisationName_search', order: 'organisationName_sort' },
  municipality: { title: 'municipalityName', search: 'municipalityName_search', order: 'municipalityName_sort' },
}

/** Records to choose in a reference field. The one that is selected now comes first, whatever is searched. */
export const chooseReference: Query<typeof directory.chooseReference> = (store, { entity, search, selected, limit }) => {
  const { title, search: key, order } = CHOICES[entity]
  return store.rows(
    Choice,
    `SELECT id, ${title} AS label FROM ${entity}
    WHERE id = :selected OR :search = '' OR instr(${key}, :search) > 0
    ORDER BY id IS :selected DESC, ${order}, id LIMIT :limit`,
    { search: searchForm(search), selected, limit },
  )
}
