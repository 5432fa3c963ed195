// Writes the fictional Landkreis Erlenmark into a new workspace: "Musterkreis ansehen", the demo run, tests.
import { contact } from '../../shared/directory/contact'
import { municipality } from '../../shared/directory/municipality'
import { organisation } from '../../shared/directory/organisation'
import { person } from '../../shared/directory/person'
import { rooms } from '../../shared/rooms'
import type { Writer } from '../store/store'
import { drawCounty, type DemoDouble, type DemoParticipant } from './county'
import { courses, DEMO_COUNTY_KEY, municipalities, organisations } from './files'
import { sizeOf } from './seats'

const { course, enrolment, paceJudgement, participant, placement, site } = rooms.courses.records

/** Ids by the names of the demo county's data. */
interface Ids {
  municipalities: Map<string, string>
  organisations: Map<string, string>
  sites: Map<string, string>
  courses: Map<string, string>
}

/**
 * Fills an empty workspace in the act of the caller: municipalities, organisations with contacts, sites, courses; with `people: 'all'`
 * also 180 participants and 15 who stand in two lists under two spellings. `'none'` leaves the people to the providers' lists.
 */
export function fillDemoCounty(store: Writer, { people }: { people: 'all' | 'none' }): void {
  const ids: Ids = { municipalities: new Map(), organisations: new Map(), sites: new Map(), courses: new Map() }
  fillDirectory(store, ids)
  fillCourses(store, ids)
  if (people === 'none') return
  const { participants, doubles } = drawCounty()
  for (const one of participants) createParticipant(store, one, ids)
  for (const one of doubles) createDouble(store, one, ids)
}

function fillDirectory(store: Writer, ids: Ids): void {
  for (const { number, name, inhabitants, east, north } of municipalities) {
    const municipalityKey = `${DEMO_COUNTY_KEY}${number}`
    const values = { municipalityKey, municipalityName: name, inhabitants, gridEast: east, gridNorth: north }
    ids.municipalities.set(number, store.create(municipality, values, { key: municipalityKey }))
  }
  organisations.forEach((one, index) => {
    const home = municipalities.find(({ number }) => number === one.municipality)
    const phone = (line: number) => `+493023125${String(100 + 5 * index + line).padStart(3, '0')}`
    const organisationId = store.create(organisation, {
      organisationName: one.name,
      bodyKind: one.bodyKind,
      street: one.street,
      postcode: home?.postcode ?? null,
      city: home === undefined ? null : townOf(home.name),
      municipalityId: ids.municipalities.get(one.municipality) ?? null,
      phone: phone(0),
      email: `stelle${String(index + 1).padStart(2, '0')}@example.org`,
      remarks: one.remarks ?? null,
    })
    ids.organisations.set(one.name, organisationId)
    one.contacts.forEach(({ function: contactName, role: contactRole }, line) => {
      store.create(contact, { organisationId, contactName, contactRole, phone: phone(line + 1), email: null })
    })
  })
}

function fillCourses(store: Writer, ids: Ids): void {
  for (const { name, sites } of organisations) {
    for (const { name: siteName, municipality: number, street } of sites) {
      ids.sites.set(
        siteName,
        store.create(site, {
          siteName,
          organisationId: idOf(ids.organisations, name),
          municipalityId: idOf(ids.municipalities, number),
          street,
        }),
      )
    }
  }
  for (const one of courses) {
    const { courseNumber, courseType, courseState, slot, courseStart, courseEnd, childcarePlaces } = one
    const { min: minSize, max: maxSize } = sizeOf(one)
    ids.courses.set(
      courseNumber,
      store.create(course, {
        courseNumber,
        courseType,
        courseState,
        organisationId: idOf(ids.organisations, one.provider),
        siteId: idOf(ids.sites, one.site),
        slot,
        courseStart,
        courseEnd,
        minSize,
        maxSize,
        childcarePlaces,
      }),
    )
  }
}

function createParticipant(store: Writer, one: DemoParticipant, ids: Ids): void {
  const {
    participantState,
    registrationDate,
    entitlementBasis,
    entitlementDate,
    entitlementUntil,
    literacy,
    schoolYears,
    availableSlots,
    childcareNeed,
    wishSlot,
  } = one
  const participantId = store.create(participant, {
    personId: createPerson(store, one, one, ids),
    organisationId: idOf(ids.organisations, one.provider),
    participantState,
    registrationDate,
    entitlementBasis,
    entitlementDate,
    entitlementUntil,
    literacy,
    schoolYears,
    availableSlots,
    childcareNeed,
    wishSiteId: null,
    wishSlot,
    remarks: null,
  })
  const { placementDate, placementScore, scoreOral, scoreWritten, cefr, recommendedType, recommendedModule } = one
  store.create(placement, {
    participantId,
    placementDate,
    placementScore,
    scoreOral,
    scoreWritten,
    cefr,
    recommendedType,
    recommendedModule,
  })
  // Judges are named by their function only, as all staff of the demo county.
  const judgedBy = one.course === null ? 'Kursberatung' : `Lehrkraft ${one.course.courseNumber}`
  store.create(paceJudgement, {
    participantId,
    learningPace: one.learningPace,
    judgedOn: one.enrolledOn ?? placementDate,
    judgedBy,
    paceReason: 'Einstufung und Schulbesuch',
  })
  if (one.course !== null)
    store.create(enrolment, {
      participantId,
      courseId: idOf(ids.courses, one.course.courseNumber),
      enrolledOn: one.enrolledOn,
      endedOn: null,
    })
}

function createDouble(store: Writer, { of, lastName, firstName, provider, course: left, leftOn }: DemoDouble, ids: Ids): void {
  const { registrationDate, literacy, schoolYears, availableSlots, childcareNeed } = of
  const participantId = store.create(participant, {
    personId: createPerson(store, of, { lastName, firstName }, ids),
    organisationId: idOf(ids.organisations, provider),
    participantState: leftOn === null ? 'registered' : 'changed',
    registrationDate,
    entitlementBasis: null,
    entitlementDate: null,
    entitlementUntil: null,
    literacy,
    schoolYears,
    availableSlots,
    childcareNeed,
    wishSiteId: null,
    wishSlot: null,
    remarks: null,
  })
  if (left !== null)
    store.create(enrolment, { participantId, courseId: idOf(ids.courses, left.courseNumber), enrolledOn: null, endedOn: leftOn })
}

function createPerson(
  store: Writer,
  one: DemoParticipant,
  { lastName, firstName }: { lastName: string; firstName: string },
  ids: Ids,
): string {
  const { birthDate, birthDatePrecision, sex, firstLanguage, otherLanguages, street, houseNo, home, phone, mobile, email } = one
  return store.create(person, {
    lastName,
    firstName,
    birthName: null,
    birthDate,
    birthDatePrecision,
    sex,
    nationalities: [one.origin.nationality],
    firstLanguage,
    otherLanguages,
    street,
    houseNo,
    postcode: home.postcode,
    city: townOf(home.name),
    district: null,
    municipalityId: idOf(ids.municipalities, home.number),
    phone,
    mobile,
    email,
  })
}

/** A municipality's name as it stands in addresses: "Erlenburg (Stadt)" is Erlenburg. */
export function townOf(name: string): string {
  return name.replace(/\s*\(.*\)$/, '')
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name)
  if (id === undefined) throw new RangeError(`The demo county's data name "${name}", which is not there`)
  return id
}
