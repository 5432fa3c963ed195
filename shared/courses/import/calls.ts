// Calls of an import: from the provider's file to taken rows. They are part of the room's calls.
import * as z from 'zod'
import { command, FileToken, job, query } from '../../core/call'
import { Id } from '../../core/entity'
import { failure } from '../../core/errors'
import { Finding } from '../../core/finding'
import { refusals } from '../../core/refusals'
import { ColumnMapping, ReadingSummary } from './reading'

export const importGone = failure(
  'courses/import-gone',
  'Diese Einlesung gibt es nicht mehr: Sie wurde schon übernommen oder verworfen. Lesen Sie die Datei noch einmal ein.',
)
export const importTooLate = failure(
  'courses/import-outdated',
  'Seit der Prüfung haben sich Daten geändert, die diese Einlesung betreffen. Es wurde nichts übernommen. Bitte prüfen Sie die neue Vorschau.',
)

/** What an import would do with a row. `double`: the same person stands higher up in the file; `faulty`: cannot be taken as it is. */
export const ImportKind = z.enum(['faulty', 'double', 'changed', 'new', 'unchanged'])

/** One row of an import under review. `values`: fields of domain.md 2.8 as they would be taken; `current`: what is here now, for changed ones. */
export const ImportRow = z.object({
  position: z.int(),
  sheet: z.string(),
  row: z.int(),
  kind: ImportKind,
  taken: z.boolean(),
  name: z.string(),
  /** Who it is here already, `null` for somebody new. */
  personId: Id.nullable(),
  values: z.record(z.string(), z.json()),
  current: z.record(z.string(), z.json()).nullable(),
  findings: z.array(Finding),
})
export const ImportOverview = z.object({
  id: Id,
  file: z.string(),
  organisationId: Id.nullable(),
  summary: ReadingSummary,
  counts: z.record(z.string(), z.int()),
  taken: z.int(),
})

const Reading = z.object({
  file: z.string(),
  organisationId: Id.nullable(),
  summary: ReadingSummary,
  // JSON lines as bytes: 200,000 rows go from the job's worker to the writer thread without a stop in between.
  rows: z.instanceof(Uint8Array),
})
const stageImport = command({ label: 'Einlesung vorbereiten', right: 'edit', output: Id, input: Reading })

/** Reading, reviewing, correcting and taking a provider's list. */
export const importCalls = {
  /** Reads a provider's list in a worker; `stageImport` keeps the reading in the encrypted file until it is taken or discarded. */
  readWorkbook: job({
    label: 'Einlesen',
    right: 'edit',
    keptBy: stageImport,
    raises: Object.values(refusals),
    output: Reading,
    progress: z.object({ rows: z.int() }),
    input: z.object({ file: FileToken, fileName: z.string().max(260), organisationId: Id.nullable(), mapping: ColumnMapping.nullable() }),
  }),
  stageImport,
  listImports: query({ right: 'edit', input: z.object({}), output: z.array(ImportOverview) }),
  getImport: query({ right: 'edit', input: z.object({ id: Id }), output: ImportOverview.nullable() }),
  listImportRows: query({
    label: 'Zeilen einer eingelesenen Liste',
    right: 'edit',
    input: z.object({ id: Id, kind: ImportKind.nullable(), offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    output: z.object({ rows: z.array(ImportRow), total: z.int() }),
    access: ({ rows }) => rows.flatMap(({ personId }) => personId ?? []),
  }),
  /** Corrects a value, takes or leaves out a row; `field` null: only `taken` counts. */
  correctImport: command({
    label: 'Einlesung berichtigen',
    right: 'edit',
    raises: [importGone],
    output: z.null(),
    input: z.object({ id: Id, position: z.int(), taken: z.boolean(), field: z.string().max(60).nullable(), value: z.json() }),
  }),
  /** Compares the rows anew with what is here, after somebody changed it. */
  reviewImport: command({
    label: 'Einlesung vergleichen',
    right: 'edit',
    raises: [importGone],
    input: z.object({ id: Id }),
    output: z.null(),
  }),
  takeImport: command({
    backUpFirst: 'import',
    label: 'Einlesen',
    right: 'edit',
    raises: [importGone, importTooLate],
    input: z.object({ id: Id }),
    output: z.object({ created: z.int(), changed: z.int(), unchanged: z.int(), left: z.int() }),
  }),
  discardImport: command({
    label: 'Einlesung verwerfen',
    right: 'edit',
    raises: [importGone],
    input: z.object({ id: Id }),
    output: z.null(),
  }),
}
