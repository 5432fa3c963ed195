import { type directory, municipalityThere } from '../../shared/directory/calls'
import { WorkbenchError } from '../../shared/core/errors'
import { contact } from '../../shared/directory/contact'
import { municipality } from '../../shared/directory/municipality'
import { organisation } from '../../shared/directory/organisation'
import { person } from '../../shared/directory/person'
import type { Command } from '../store/store'

/** Adds a person and returns the id. Whether it is there already is the screen's question before and a finding after. */
export const createPerson: Command<typeof directory.createPerson> = (store, values) => store.create(person, values)

/** Changes the named fields of a person. @throws recordGone */
export const changePerson: Command<typeof directory.changePerson> = (store, { id, values }) => {
  store.put(person, id, values)
  return null
}

/** Deletes a person. @throws recordGone, stillReferred while a participant refers to it */
export const removePerson: Command<typeof directory.removePerson> = (store, { id }) => {
  store.remove(person, id)
  return null
}

/** Adds an organisation and returns the id. */
export const createOrganisation: Command<typeof directory.createOrganisation> = (store, values) => store.create(organisation, values)

/** Changes the named fields of an organisation. @throws recordGone */
export const changeOrganisation: Command<typeof directory.changeOrganisation> = (store, { id, values }) => {
  store.put(organisation, id, values)
  return null
}

/** Deletes an organisation. @throws recordGone, stillReferred while contacts, sites, courses or participants refer to it */
export const removeOrganisation: Command<typeof directory.removeOrganisation> = (store, { id }) => {
  store.remove(organisation, id)
  return null
}

/** Adds a contact of an organisation and returns the id. */
export const createContact: Command<typeof directory.createContact> = (store, values) => store.create(contact, values)

/** Changes the named fields of a contact. @throws recordGone */
export const changeContact: Command<typeof directory.changeContact> = (store, { id, values }) => {
  store.put(contact, id, values)
  return null
}

/** Deletes a contact. @throws recordGone */
export const removeContact: Command<typeof directory.removeContact> = (store, { id }) => {
  store.remove(contact, id)
  return null
}

/** Adds a municipality; its id is computed from the AGS, so that two offices that add it have one record. @throws municipalityThere */
export const createMunicipality: Command<typeof directory.createMunicipality> = (store, values) => {
  const { municipalityKey } = values
  if (store.find(municipality, { municipalityKey }).length > 0) throw new WorkbenchError(municipalityThere, { municipalityKey })
  return store.create(municipality, values, { key: municipalityKey })
}

/** Changes the named fields of a municipality. @throws recordGone */
export const changeMunicipality: Command<typeof directory.changeMunicipality> = (store, { id, values }) => {
  store.put(municipality, id, values)
  return null
}

/** Deletes a municipality. @throws recordGone, stillReferred while somebody or something lies in it */
export const removeMunicipality: Command<typeof directory.removeMunicipality> = (store, { id }) => {
  store.remove(municipality, id)
  return null
}
