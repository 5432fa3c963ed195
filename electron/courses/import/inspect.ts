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

interface Outcome {
  status: 'ok' | 'refused'
  reason: string | null
  message: string | null
  rows: number
  good: number
  notices: string[]
}
interface Fault {
  sheet: string
  cell: string
  code: string
  severity: string
  message: string
  repair: Json
}
interface InspectedRow {
  sheet: string
  row: number
  values: Record<string, Json>
}
export interface Inspection extends Outcome {
  faults: Fault[]
  records: InspectedRow[]
}

/** Reads a list from a path. Proposals for doubtful values are named, never put into the record: a guess is a person's to make. */
export async function inspect(path: string): Promise<Inspection> {
  const faults: Fault[] = []
  const records: InspectedRow[] = []
  const outcome = await read(path, (record, found) => {
    records.push(record)
    faults.push(...found)
  })
  return { ...outcome, ...(outcome.status === 'ok' ? { faults, records } : { faults: [], records: [] }) }
}

/** The same as one line of JSON, in pieces: a list of 200,000 rows never lies in memory as objects. */
export async function* inspectAsJson(path: string): AsyncGenerator<string | Buffer> {
  const faults = new JsonList()
  const records = new JsonList()
  const outcome = await read(path, (record, found) => {
    records.add(record)
    for (const fault of found) faults.add(fault)
  })
  const isRead = outcome.status === 'ok'
  yield `${JSON.stringify(outcome).slice(0, -1)},"faults":[`
  if (isRead) yield* faults.pieces()
  yield '],"records":['
  if (isRead) yield* records.pieces()
  yield ']}\n'
}

/** Items of a JSON array as bytes. */
class JsonList {
  private readonly full: Buffer[] = []
  private text = ''

  add(item: unknown): void {
    this.text += `${this.text === '' && this.full.length === 0 ? '' : ','}${JSON.stringify(item)}`
    if (this.text.length < 2 ** 20) return
    this.full.push(Buffer.from(this.text))
    this.text = ''
  }

  pieces(): (string | Buffer)[] {
    return [...this.full, this.text]
  }
}

async function read(path: string, onRow: (record: InspectedRow, faults: Fault[]) => void): Promise<Outcome> {
  try {
    const summary = await readProviderList(await readListFile(path, basename(path)), {
      fileName: basename(path),
      mapping: null,
      today: dayOf(Date.now()),
      signal: { aborted: false },
      report: () => undefined,
      onRow: ({ sheet, row, values, findings }) => onRow({ sheet, row, values: forChecker(values) }, findings.map(faultOf)),
    })
    const notices = summary.notices.map(({ sentence, params }) => t(sentence, params))
    return { status: 'ok', reason: null, message: null, rows: summary.rows, good: summary.good, notices }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { status: 'refused', reason: error.reason, message: t(error.definition.sentence, error.params), rows: 0, good: 0, notices: [] }
  }
}

function faultOf(finding: ReadRow['findings'][number]): Fault {
  const { place, code, severity, repair } = finding
  return { sheet: place.sheet, cell: place.cell, code, severity, message: findingInWords(finding), repair }
}

/** The labelled workbooks write sex as f and m, and an unknown birthday as null. */
function forChecker(values: ReadRow['values']): Record<string, Json> {
  return { birthDate: null, ...values, ...(values.sex === 'w' && { sex: 'f' }) }
}
