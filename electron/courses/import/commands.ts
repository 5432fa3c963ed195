import { WorkbenchError } from '../../../shared/core/errors'
import { type courses } from '../../../shared/courses/calls'
import { importGone, importTooLate } from '../../../shared/courses/import/calls'
import { enrolment } from '../../../shared/courses/enrolment'
import { correctedRow } from '../../../shared/courses/import/correction'
import { ReadingSummary } from '../../../shared/courses/import/reading'
import { paceJudgement } from '../../../shared/courses/paceJudgement'
import { participant } from '../../../shared/courses/participant'
import { placement } from '../../../shared/courses/placement'
import { person } from '../../../shared/directory/person'
import { municipality } from '../../../shared/directory/municipality'
import { searchForm } from '../../../shared/core/textKeys'
import type { Command, Writer } from '../../store/store'
import { compare } from './comparison'
import { identityIn } from './knownPeople'
import { ReadRow, STAGED, StagedRow } from './stagedRow'
import { classify, isTakenElsewhere, keepRow, presentImport, type Surroundings, surroundingsOf } from './staging'
import type * as z from 'zod'

const WINDOW = 1000

/** Keeps a reading in the encrypted file, compared with what is here, until it is taken or discarded. Returns the import's id. */
export const stageImport: Command<typeof courses.stageImport> = (store, { file, organisationId, summary, rows }) => {
  const id = store.newId()
  store.work(
    'INSERT INTO import (id, file, organisationId, summary, readAt, createdAt) VALUES (:id, :file, :organisationId, :summary, :revision, :now)',
    { id, file, organisationId, summary: JSON.stringify(summary), revision: store.readAt().revision, now: store.now() },
  )
  const around = surroundingsOf(store, organisationId, { withPeople: true })
  let position = 0
  for (const line of linesOf(rows)) {
    keepRow(store, id, position, classify(store, ReadRow.parse(JSON.parse(line)), around))
    position += 1
    if (position % WINDOW === 0) store.progress(position, summary.rows)
  }
  return id
}

/** Compares all rows anew with what is here; what people corrected in the rows stays. @throws importGone */
export const reviewImport: Command<typeof courses.reviewImport> = (store, { id }) => {
  const { organisationId } = presentImport(store, id)
  const around = surroundingsOf(store, organisationId, { withPeople: true })
  eachRow(store, id, (row) => keepRow(store, id, row.position, classify(store, row, around)))
  store.work('UPDATE import SET readAt = :revision WHERE id = :id', { id, revision: store.readAt().revision })
  return null
}

/** Sets a value of a row as somebody typed it, or takes or leaves out a row. @throws importGone */
export const correctImport: Command<typeof courses.correctImport> = (store, { id, position, taken, field, value }) => {
  const { organisationId } = presentImport(store, id)
  const row = store.row(StagedRow, `SELECT ${STAGED} FROM importRow WHERE importId = :id AND position = :position`, { id, position })
  if (row === undefined) throw new WorkbenchError(importGone, {})
  if (field === null) {
    // Without a family name there is nobody to take.
    const isPossible = identityIn(row.values).lastName !== ''
    store.work('UPDATE importRow SET taken = :taken WHERE importId = :id AND position = :position', {
      id,
      position,
      taken: taken && isPossible ? 1 : 0,
    })
    return null
  }
  const corrected = correctedRow(row, field, value, store.today())
  const around = { ...surroundingsOf(store, organisationId, { withPeople: true }), isTwice: isTakenElsewhere(store, id, position) }
  keepRow(store, id, position, classify(store, { ...row, ...corrected }, around))
  return null
}

/** Throws an import away; nothing of it was in the records. @throws importGone */
export const discardImport: Command<typeof courses.discardImport> = (store, { id }) => {
  presentImport(store, id)
  store.work('DELETE FROM importRow WHERE importId = :id', { id })
  store.work('DELETE FROM import WHERE id = :id', { id })
  return null
}

/**
 * Writes all rows that are to be taken, in one act; the others wait. A row that by now speaks of somebody else than the review
 * showed stops everything. @throws importGone, importTooLate
 */
export const takeImport: Command<typeof courses.takeImport> = (store, { id }) => {
  const { file, organisationId, summary } = presentImport(store, id)
  const around = surroundingsOf(store, organisationId, { withPeople: true })
  const places = municipalities(store)
  const total = store.count('SELECT count(*) FROM importRow WHERE importId = :id AND taken = 1', { id })
  // Before the first change: what an act says of itself is in the hash of each.
  store.describe({ params: { rows: total }, body: 'KT', origin: { kind: 'workbook', file, organisationId, columns: columnsOf(summary) } })
  const counts = { created: 0, changed: 0, unchanged: 0 }
  eachRow(store, id, (row) => {
    if (!row.taken) return
    const result = takeRow(store, row, around, places)
    counts[result] += 1
    store.progress(counts.created + counts.changed + counts.unchanged, total)
  })
  store.work("DELETE FROM importRow WHERE importId = :id AND (taken = 1 OR kind = 'unchanged')", { id })
  const left = store.count('SELECT count(*) FROM importRow WHERE importId = :id', { id })
  if (left === 0) store.work('DELETE FROM import WHERE id = :id', { id })
  return { ...counts, left }
}

/** Which column was read as which field, kept with the act so that history can say where a value came from. */
function columnsOf(summary: string): Record<string, string> {
  const { sheets } = ReadingSummary.parse(JSON.parse(summary))
  return Object.fromEntries(
    sheets.flatMap(({ name, columns }) => columns.flatMap(({ column, field }) => (field === null ? [] : [[`${name}!${column}`, field]]))),
  )
}

type Places = ReadonlyMap<string, string>

function takeRow(store: Writer, row: StagedRow, around: Surroundings, places: Places): 'created' | 'changed' | 'unchanged' {
  const identity = identityIn(row.values)
  const match = around.people.find(identity)
  // Somebody ticked the second row of a person whom the first has just made.
  const isMadeHere = match !== null && around.made.has(match.personId)
  if (!isMadeHere && (match?.personId ?? null) !== row.personId && match?.isCertain !== false) throw new WorkbenchError(importTooLate, {})
  const known = isMadeHere ? match : row
  const { organisationId, courses: ids } = around
  const wanted = compare(store, row.values, known, organisationId, ids)
  const at = { row: row.row }
  const personId =
    known.personId ?? store.create(person, { ...EMPTY_PERSON, municipalityId: placeOf(row, places), ...parsed(person, wanted.person) }, at)
  if (known.personId !== null) store.put(person, personId, parsed(person, wanted.person), at)
  const participantId =
    known.participantId ??
    store.create(participant, { ...EMPTY_PARTICIPANT, organisationId, personId, ...parsed(participant, wanted.participant) }, at)
  if (known.participantId !== null) store.put(participant, participantId, parsed(participant, wanted.participant), at)
  if (known.personId === null) {
    around.people.add(identity, { personId, participantId })
    around.made.add(personId)
  }
  takePlacement(store, participantId, wanted.placement, at)
  if (Object.keys(wanted.pace).length > 0) {
    store.create(
      paceJudgement,
      { participantId, judgedOn: store.today(), judgedBy: null, paceReason: null, ...PaceValues.parse(wanted.pace) },
      at,
    )
  }
  if (wanted.courseId !== null) takeCourse(store, participantId, wanted.courseId, at)
  if (known.personId === null) return 'created'
  return wanted.isChange || known.participantId === null ? 'changed' : 'unchanged'
}

const PaceValues = paceJudgement.schema.pick({ learningPace: true })
const EMPTY_PERSON = {
  lastName: '',
  firstName: '',
  birthName: null,
  birthDate: null,
  birthDatePrecision: 'unknown',
  sex: null,
  nationalities: [],
  firstLanguage: null,
  otherLanguages: [],
  street: null,
  houseNo: null,
  postcode: null,
  city: null,
  district: null,
  municipalityId: null,
  phone: null,
  mobile: null,
  email: null,
}
const EMPTY_PARTICIPANT = {
  participantState: 'registered',
  registrationDate: null,
  entitlementBasis: null,
  entitlementDate: null,
  entitlementUntil: null,
  literacy: null,
  schoolYears: null,
  availableSlots: [],
  childcareNeed: 0,
  wishSiteId: null,
  wishSlot: null,
  remarks: null,
}
const EMPTY_PLACEMENT = {
  placementDate: null,
  placementScore: null,
  scoreOral: null,
  scoreWritten: null,
  cefr: null,
  recommendedType: null,
  recommendedModule: null,
}

// Values come out of the working table as JSON: the record's own definition says what they are.
function parsed<E extends typeof person | typeof participant | typeof placement>(
  record: E,
  values: Record<string, unknown>,
): Partial<z.infer<E['schema']>> {
  return record.schema.partial().parse(values) as Partial<z.infer<E['schema']>>
}

function takePlacement(
  store: Writer,
  participantId: string,
  { id, values }: { id: string | null; values: Record<string, unknown> },
  at: { row: number },
): void {
  if (Object.keys(values).length === 0) return
  const wanted = parsed(placement, values)
  if (id === null) store.create(placement, { ...EMPTY_PLACEMENT, ...wanted, participantId }, at)
  else store.put(placement, id, wanted, at)
}

function takeCourse(store: Writer, participantId: string, courseId: string, at: { row: number }): void {
  for (const { id } of store.find(enrolment, { participantId, endedOn: null })) store.put(enrolment, id, { endedOn: store.today() }, at)
  store.create(enrolment, { participantId, courseId, enrolledOn: null, endedOn: null }, at)
  store.put(participant, participantId, { participantState: 'inCourse' }, at)
}

function municipalities(store: Writer): Places {
  const found = store.rows(municipality.schema.pick({ id: true, municipalityName: true }), 'SELECT id, municipalityName FROM municipality')
  // "Erlenburg (Stadt)" is written "Erlenburg" in addresses.
  return new Map(found.map((one) => [searchForm(one.municipalityName.replace(/\s*\(.*\)$/, '')), one.id]))
}

function placeOf({ values }: StagedRow, places: Places): string | null {
  return typeof values.city === 'string' ? (places.get(searchForm(values.city)) ?? null) : null
}

function eachRow(store: Writer, importId: string, act: (row: StagedRow) => void): void {
  for (let after = -1; ;) {
    const rows = store.rows(
      StagedRow,
      `SELECT ${STAGED} FROM importRow WHERE importId = :importId AND position > :after ORDER BY position LIMIT ${WINDOW}`,
      { importId, after },
    )
    for (const row of rows) act(row)
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.position
  }
}

/** The lines of a text that is too long to be one string in memory twice. */
function* linesOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder()
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(10, start)
    const stop = end === -1 ? bytes.length : end
    if (stop > start) yield decoder.decode(bytes.subarray(start, stop))
    start = stop + 1
  }
}
