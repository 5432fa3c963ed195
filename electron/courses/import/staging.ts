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
  /** Names and birthdays of the rows above, to find a person who stands in the file twice. */
  seen: Set<string>
}

/** Reads courses once, and people where rows are matched, for all rows of an import. */
export function surroundingsOf(store: Reader, organisationId: string | null, { withPeople }: { withPeople: boolean }): Surroundings {
  const courses = store.rows(
    z.object({ id: z.string(), courseNumber: z.string(), organisationId: z.string() }),
    'SELECT id, courseNumber, organisationId FROM course',
  )
  return {
    people: withPeople ? knownPeople(store) : { find: () => null },
    courses: new Map(courses.map((one) => [courseKey(one.courseNumber, one.organisationId), one.id])),
    organisationId,
    seen: new Set(),
  }
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
  const key = `${nameWords(identity).join(' ')} ${identity.birthDate ?? `row ${row.sheet} ${row.row}`}`
  const isDouble = around.seen.has(key)
  around.seen.add(key)
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
        'Blatt „{sheet}“, Zeile {row}: Den Kurs „{courseNumber}“ gibt es bei diesem Träger nicht. Die Person wird ohne Kurs übernommen; legen Sie den Kurs an oder berichtigen Sie die Nummer.',
      params: { sheet, row, courseNumber },
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
      'Blatt „{sheet}“, Zeile {row}: Eine Person dieses Namens ist schon da, das Geburtsdatum fehlt auf einer Seite. Haken Sie die Zeile an, wenn es dieselbe Person ist.',
    params: { sheet, row },
    repair: null,
  }
}

/** Writes a classified row into the working table. */
export function keepRow(store: Writer, importId: string, position: number, row: Classified): void {
  store.work(
    `INSERT OR REPLACE INTO importRow (importId, position, sheet, row, kind, taken, name, personId, participantId, vals, findings)
    VALUES (:importId, :position, :sheet, :row, :kind, :taken, :name, :personId, :participantId, :vals, :findings)`,
    {
      importId,
      position,
      sheet: row.sheet,
      row: row.row,
      kind: row.kind,
      taken: row.taken ? 1 : 0,
      name: row.name,
      personId: row.personId,
      participantId: row.participantId,
      vals: JSON.stringify(row.values),
      findings: JSON.stringify(row.findings),
    },
  )
}
