// What `npm run inspect` prints: the review of a list as a user sees it who accepts every proposal, from the import's own code.
import { basename } from 'node:path'
import { dayOf } from '../../../shared/core/clock'
import type { Json } from '../../../shared/core/change'
import { findingInWords } from '../../../shared/i18n/finding'
import { t } from '../../../shared/i18n/text'
import type { ReadRow } from '../../../shared/courses/import/reading'
import { readProviderList } from './providerList'
import { readListFile } from '../../excel/reading/listFile'
import { Refused } from '../../excel/reading/refusals'

export interface Inspection {
  status: 'ok' | 'refused'
  reason: string | null
  message: string | null
  rows: number
  good: number
  faults: { sheet: string; cell: string; code: string; severity: string; message: string; repair: Json }[]
  records: { sheet: string; row: number; values: Record<string, Json> }[]
  notices: string[]
}

/** Reads a list from a path. Proposals for doubtful values are named, never put into the record: a guess is a person's to make. */
export async function inspect(path: string): Promise<Inspection> {
  const rows: ReadRow[] = []
  try {
    const summary = await readProviderList(await readListFile(path, basename(path)), {
      fileName: basename(path),
      mapping: null,
      today: dayOf(Date.now()),
      signal: { aborted: false },
      report: () => undefined,
      onRow: (row) => rows.push(row),
    })
    return {
      status: 'ok',
      reason: null,
      message: null,
      rows: summary.rows,
      good: summary.good,
      faults: rows.flatMap(({ findings }) =>
        findings.map((finding) => ({
          sheet: finding.place.sheet,
          cell: finding.place.cell,
          code: finding.code,
          severity: finding.severity,
          message: findingInWords(finding),
          repair: finding.repair,
        })),
      ),
      records: rows.map(({ sheet, row, values }) => ({ sheet, row, values: forChecker(values) })),
      notices: summary.notices.map(({ sentence, params }) => t(sentence, params)),
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return {
      status: 'refused',
      reason: error.reason,
      message: t(error.definition.sentence, error.params),
      rows: 0,
      good: 0,
      faults: [],
      records: [],
      notices: [],
    }
  }
}

/** The labelled workbooks write sex as f and m, and an unknown birthday as null. */
function forChecker(values: ReadRow['values']): Record<string, Json> {
  return { birthDate: null, ...values, ...(values.sex === 'w' && { sex: 'f' }) }
}
