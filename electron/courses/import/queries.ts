import * as z from 'zod'
import { type courses } from '../../../shared/courses/calls'
import { ImportOverview } from '../../../shared/courses/import/calls'
import type { Query, Reader } from '../../store/store'
import { compare } from './comparison'
import { STAGED, StagedRow } from './stagedRow'
import { surroundingsOf } from './staging'

const KindCount = z.object({ kind: z.string(), rows: z.int(), taken: z.int() })
const Stored = z.object({ id: z.string(), file: z.string(), organisationId: z.string().nullable(), summary: z.string() })

/** Imports that wait for a decision, newest first; they survive closing the program. */
export const listImports: Query<typeof courses.listImports> = (store) =>
  store.rows(Stored, 'SELECT id, file, organisationId, summary FROM import ORDER BY createdAt DESC, id').map((one) => overview(store, one))

/** One import with its counts by kind, or `null` once it is taken or discarded. */
export const getImport: Query<typeof courses.getImport> = (store, { id }) => {
  const found = store.row(Stored, 'SELECT id, file, organisationId, summary FROM import WHERE id = :id', { id })
  return found === undefined ? null : overview(store, found)
}

/** A window of an import's rows, of one kind or all, in the order of the file; faulty ones first where all are shown. */
export const listImportRows: Query<typeof courses.listImportRows> = (store, { id, kind, offset, limit }) => {
  const found = store.row(Stored, 'SELECT id, file, organisationId, summary FROM import WHERE id = :id', { id })
  if (found === undefined) return { rows: [], total: 0 }
  const { courses: ids } = surroundingsOf(store, found.organisationId, { withPeople: false })
  const rows = store.rows(
    StagedRow,
    `SELECT ${STAGED} FROM importRow WHERE importId = :id AND (:kind IS NULL OR kind = :kind)
    ORDER BY CASE kind WHEN 'faulty' THEN 0 WHEN 'double' THEN 1 WHEN 'changed' THEN 2 WHEN 'new' THEN 3 ELSE 4 END, position LIMIT :limit OFFSET :offset`,
    { id, kind, offset, limit },
  )
  return {
    rows: rows.map(({ personId, participantId, ...row }) => ({
      ...row,
      personId,
      current: personId === null ? null : compare(store, row.values, { personId, participantId }, found.organisationId, ids).current,
    })),
    total: store.count('SELECT count(*) FROM importRow WHERE importId = :id AND (:kind IS NULL OR kind = :kind)', { id, kind }),
  }
}

function overview(store: Reader, { id, file, organisationId, summary }: z.infer<typeof Stored>): z.infer<typeof ImportOverview> {
  const kinds = store.rows(
    KindCount,
    'SELECT kind, count(*) AS rows, total(taken) AS taken FROM importRow WHERE importId = :id GROUP BY kind',
    { id },
  )
  return {
    id,
    file,
    organisationId,
    summary: ImportOverview.shape.summary.parse(JSON.parse(summary)),
    counts: Object.fromEntries(kinds.map(({ kind, rows }) => [kind, rows])),
    taken: kinds.reduce((sum, { taken }) => sum + taken, 0),
  }
}
