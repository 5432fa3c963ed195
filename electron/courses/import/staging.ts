import * as z from 'zod'
import { WorkbenchError } from '../../../shared/core/errors'
import type { Finding } from '../../../shared/core/finding'
import { importGone, type ImportKind } from '../../../shared/courses/import/calls'
import type { ReadRow } from './stagedRow'
import { courseKey, type CourseIds, compare } from './comparison'
import { identityIn, type KnownPeople, knownPeople } from './knownPeople'
import { nameWords } from '../../../shared/directory/matching/samePerson'
import type { Reader, Writer } from '../../store/store'
import { nameIn } from './stagedRow'

const ImportRecord = z.object({
  id: z.string(),
  file: z.string(),
  organisationId: z.string().nullable(),
  summary: z.string(),
  revision: z.int(),
})

/** The import of this id. @throws importGone */
export function presentImport(store: Reader, id: string): z.infer<typeof ImportRecord> {
  const found = store.row(ImportRecord, 'SELECT id, file, organisationId, summary, readAt AS revision FROM import WHERE id = :id', { id })
  if (found === undefined) throw new WorkbenchError(importGone, {})
  return found
}

/** What a classification needs of the workspace, read once. */
export interface Surroundings {
  people: KnownPeople
  courses: CourseIds
  organisationId: string | null
  /** True if another row of the file, which would be taken, speaks of the same person. */
  isTwice(identity: string): boolean
  /** People whom this act has made: rows further down speak of them too. */
  made: Set<string>
}

/** Reads courses once, and people where rows are matched, for all rows of an import. */
export function surroundingsOf(store: Reader, organisationId: string | null, { withPeople }: { withPeople: boolean }): Surroundings {
  const courses = store.rows(
    z.object({ id: z.string(), courseNumber: z.string(), organisationId: z.string() }),
    'SELECT id, courseNumber, organisationId FROM course',
  )
  const seen = new Set<string>()
  return {
    people: withPeople ? knownPeople(store) : { find: () => null, add: () => undefined },
    courses: new Map(courses.map((one) => [courseKey(one.courseNumber, one.organisationId), one.id])),
    organisationId,
    isTwice: (identity) => seen.size === seen.add(identity).size,
    made: new Set(),
  }
}

/** Whom a row speaks of, as text: names in search form and the birthday. A row without a birthday is like no other. */
function identityOf({ sheet, row, values }: ReadRow): string {
  const identity = identityIn(values)
  return `${nameWords(identity).join(' ')} ${identity.birthDate ?? `row ${sheet} ${row}`}`
}

/** True if another row of the import has the same person and would be taken. */
export function isTakenElsewhere(store: Reader, importId: string, position: number): (identity: string) => boolean {
  return (identity) =>
    store.count(
      'SELECT count(*) FROM importRow WHERE importId = :importId AND identity = :identity AND position <> :position AND taken = 1',
      {
        importId,
        identity,
        position,
      },
    ) > 0
}

/** A row with its kind, whom it speaks of, and whether it is taken unless somebody decides otherwise. */
export interface Classified extends ReadRow {
  kind: z.infer<typeof ImportKind>
  taken: boolean
  name: string
  personId: string | null
  participantId: string | null
}

/** Says what taking a row would do. Doubtful rows (a fault, the second of a person, only probably the same) wait for a decision. */
export function classify(store: Reader, row: ReadRow, around: Surroundings): Classified {
  const identity = identityIn(row.values)
  const match = identity.lastName === '' ? null : around.people.find(identity)
  const ids = { personId: match?.personId ?? null, participantId: match?.participantId ?? null }
  const isDouble = around.isTwice(identityOf(row))
  const findings = [...row.findings, ...courseFindings(row, around)]
  const isFaulty = identity.lastName === '' || findings.some(({ severity }) => severity === 'error')
  const done = { ...row, findings, name: nameIn(row.values), ...ids }
  if (isFaulty) return { ...done, kind: 'faulty', taken: false }
  if (isDouble) return { ...done, kind: 'double', taken: false }
  if (match === null) return { ...done, kind: 'new', taken: true }
  const { isChange } = compare(store, row.values, ids, around.organisationId, around.courses)
  const isNewWay = match.participantId === null
  if (!match.isCertain) return { ...done, findings: [...findings, probably(row)], kind: 'changed', taken: false }
  return { ...done, kind: isChange || isNewWay ? 'changed' : 'unchanged', taken: isChange || isNewWay }
}

function courseFindings({ sheet, row, values, findings }: ReadRow, { courses, organisationId }: Surroundings): Finding[] {
  const { courseNumber } = values
  if (typeof courseNumber !== 'string' || courseNumber === '' || courses.has(courseKey(courseNumber, organisationId))) return []
  if (findings.some(({ code }) => code === 'course-unknown')) return []
  return [
    {
      code: 'course-unknown',
      severity: 'warning',
      place: { sheet, row, cell: '', field: 'courseNumber' },
      sentence:
        'Den Kurs „{courseNumber}“ gibt es bei diesem Träger nicht. Die Person wird ohne Kurs übernommen; legen Sie den Kurs an oder berichtigen Sie die Nummer.',
      params: { courseNumber },
      repair: null,
    },
  ]
}

function probably({ sheet, row }: ReadRow): Finding {
  return {
    code: 'probably-same',
    severity: 'warning',
    place: { sheet, row, cell: '', field: 'lastName' },
    sentence:
      'Eine Person dieses Namens ist schon da, das Geburtsdatum fehlt auf einer Seite. Haken Sie die Zeile an, wenn es dieselbe Person ist.',
    params: {},
    repair: null,
  }
}

/** Writes a classified row into the working table. */
export function keepRow(store: Writer, importId: string, position: number, row: Classified): void {
  store.work(
    `INSERT OR REPLACE INTO importRow (importId, position, sheet, row, kind, taken, name, personId, participantId, identity, vals, findings)
    VALUES (:importId, :position, :sheet, :row, :kind, :taken, :name, :personId, :participantId, :identity, :vals, :findings)`,
    {
      importId,
      position,
      sheet: row.sheet,
      row: row.row,
      kind: row.kind,
      taken: row.taken ? 1 : 0,
      name: row.name,
      identity: identityOf(row),
      personId: row.personId,
      participantId: row.participantId,
      vals: JSON.stringify(row.values),
      findings: JSON.stringify(row.findings),
    },
  )
}
