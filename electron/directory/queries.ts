import { Choice } from '../../shared/core/call'
import { searchForm } from '../../shared/core/textKeys'
import { type directory, MunicipalityLine, OrganisationLine, PersonLine } from '../../shared/directory/calls'
import { contact } from '../../shared/directory/contact'
import { municipality } from '../../shared/directory/municipality'
import { organisation } from '../../shared/directory/organisation'
import { person } from '../../shared/directory/person'
import * as z from 'zod'
import type { Query } from '../store/store'

const PERSONS = `FROM person LEFT JOIN municipality ON municipality.id = person.municipalityId
  WHERE :search = '' OR instr(person.lastName_search || ' ' || person.firstName_search || ' ' || person.lastName_search, :search) > 0`

/** Persons by name, as phone books sort. `total` counts every match. */
export const listPersons: Query<typeof directory.listPersons> = (store, { search, offset, limit }) => {
  const values = { search: searchForm(search) }
  return {
    rows: store.rows(
      PersonLine,
      `SELECT person.id, lastName, firstName, birthDate, birthDatePrecision, city, municipalityName ${PERSONS}
      ORDER BY lastName_sort, firstName_sort, person.id LIMIT :limit OFFSET :offset`,
      { ...values, offset, limit },
    ),
    total: store.count(`SELECT count(*) ${PERSONS}`, values),
  }
}

/** One person, or `null` if it is not here. */
export const getPerson: Query<typeof directory.getPerson> = (store, { id }) => store.get(person, id) ?? null

const ORGANISATIONS = `FROM organisation LEFT JOIN municipality ON municipality.id = organisation.municipalityId
  WHERE (:search = '' OR instr(organisationName_search, :search) > 0) AND (:bodyKind IS NULL OR bodyKind = :bodyKind)`

/** Organisations by name; `bodyKind` null lists every kind. `contacts` counts their contacts. */
export const listOrganisations: Query<typeof directory.listOrganisations> = (store, { search, bodyKind, offset, limit }) => {
  const values = { search: searchForm(search), bodyKind }
  return {
    rows: store.rows(
      OrganisationLine,
      `SELECT organisation.id, organisationName, bodyKind, city, municipalityName,
      (SELECT count(*) FROM contact WHERE contact.organisationId = organisation.id) AS contacts ${ORGANISATIONS}
      ORDER BY organisationName_sort, organisation.id LIMIT :limit OFFSET :offset`,
      { ...values, offset, limit },
    ),
    total: store.count(`SELECT count(*) ${ORGANISATIONS}`, values),
  }
}

/** One organisation, or `null` if it is not here. */
export const getOrganisation: Query<typeof directory.getOrganisation> = (store, { id }) => store.get(organisation, id) ?? null

const CONTACTS = `FROM contact LEFT JOIN organisation ON organisation.id = contact.organisationId
  WHERE (:search = '' OR instr(contactName_search || ' ' || ifnull(organisationName_search, ''), :search) > 0)
    AND (:organisationId IS NULL OR organisationId = :organisationId)`
const ContactLine = contact.schema.extend({ organisationName: z.string().nullable() })

/** Contacts by name, of one organisation or all. */
export const listContacts: Query<typeof directory.listContacts> = (store, { search, organisationId, offset, limit }) => {
  const values = { search: searchForm(search), organisationId }
  return {
    rows: store.rows(
      ContactLine,
      `SELECT contact.id, organisationId, contactName, contactRole, contact.phone, contact.email, organisationName ${CONTACTS}
      ORDER BY contactName_sort, contact.id LIMIT :limit OFFSET :offset`,
      { ...values, offset, limit },
    ),
    total: store.count(`SELECT count(*) ${CONTACTS}`, values),
  }
}

/** One contact, or `null` if it is not here. */
export const getContact: Query<typeof directory.getContact> = (store, { id }) => store.get(contact, id) ?? null

const MUNICIPALITIES = `FROM municipality WHERE :search = '' OR instr(municipalityName_search, :search) > 0`

/** Municipalities by name. */
export const listMunicipalities: Query<typeof directory.listMunicipalities> = (store, { search, offset, limit }) => {
  const values = { search: searchForm(search) }
  return {
    rows: store.rows(
      MunicipalityLine,
      `SELECT id, municipalityKey, municipalityName, inhabitants ${MUNICIPALITIES}
      ORDER BY municipalityName_sort, id LIMIT :limit OFFSET :offset`,
      { ...values, offset, limit },
    ),
    total: store.count(`SELECT count(*) ${MUNICIPALITIES}`, values),
  }
}

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
