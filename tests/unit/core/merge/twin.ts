// The slow twin: everything worked out anew, by the words of architecture.md, from what came into a file and from what each author's file
// truly held. It knows no epochs, vectors or pending lists, and shares no code with shared/core/merge.
import type { Change } from '../../../../shared/core/change'
import type { Written } from './offices'

export interface TwinRecord {
  standing: string
  fields: Record<string, { shown: unknown; values: string[] }>
  /** Fields that need a row of their own in `head`. */
  rows: string[]
}
export interface Twin {
  applied: string[]
  waiting: string[]
  records: Record<string, TwinRecord>
}
export type HeldBy = (hash: string) => ReadonlySet<string>

/** What a file shows that received these changes: by hash, with or without values. */
export function twin(received: ReadonlyMap<string, boolean>, written: ReadonlyMap<string, Written>): Twin {
  const held: HeldBy = (hash) => written.get(hash)!.held
  const applied = applicable([...received.keys()], held)
  const changes = [...applied].map((hash) => ({ ...written.get(hash)!.change, ...(received.get(hash) !== true && { fields: null }) }))
  const records = [...new Set(changes.map(({ record }) => record))].sort()
  return {
    applied: [...applied].sort(),
    waiting: [...received.keys()].filter((hash) => !applied.has(hash)).sort(),
    records: Object.fromEntries(
      records.map((record) => [
        record,
        twinRecord(
          changes.filter((change) => change.record === record),
          held,
        ),
      ]),
    ),
  }
}

/** What undoing an act means for one record, from all its changes. */
export function twinUndo(changes: readonly Change[], act: string, held: HeldBy): { fields: Record<string, unknown>; left: string[] } {
  const { standing } = twinRecord(changes, held)
  if (standing === 'erased' || standing === 'withheld') return { fields: {}, left: ['$erased'] }
  const mine = changes.filter((change) => change.act === act)
  const others = changes.filter((change) => change.act !== act)
  const names = (some: readonly Change[]) => [...new Set(some.flatMap(({ fields }) => Object.keys(fields!)))].sort()
  if (!mine.some((one) => others.some((other) => held(one.hash).has(other.hash)))) {
    const since = names(others).filter((field) => field !== '$deleted')
    if (standing === 'gone') return { fields: {}, left: [] }
    return since.length === 0 ? { fields: { $deleted: true }, left: [] } : { fields: {}, left: since }
  }
  const isHeld = (field: string) => headsOfField(changes, field, held).every((head) => head.act === act)
  const before = (field: string) => {
    const heads = headsOfField(others, field, held)
    return heads.length === 0 ? (field === '$deleted' ? false : null) : newest(heads).fields![field]
  }
  const back = names(mine).filter(isHeld)
  if (standing === 'gone' && !back.includes('$deleted')) return { fields: {}, left: names(mine) }
  return { fields: Object.fromEntries(back.map((field) => [field, before(field)])), left: names(mine).filter((field) => !isHeld(field)) }
}

/** The most of what came whose authors' files held nothing that is missing here. */
function applicable(hashes: readonly string[], held: HeldBy): Set<string> {
  let here = new Set(hashes)
  for (let before = -1; before !== here.size;) {
    before = here.size
    here = new Set([...here].filter((hash) => [...held(hash)].every((needed) => here.has(needed))))
  }
  return here
}

function twinRecord(changes: readonly Change[], held: HeldBy): TwinRecord {
  if (changes.some(({ fields }) => fields?.$erased === true)) return { standing: 'erased', fields: {}, rows: [] }
  const fields: TwinRecord['fields'] = {}
  const names = [...new Set(changes.flatMap((change) => Object.keys(change.fields ?? {})))].sort()
  for (const field of names) {
    const heads = headsOfField(changes, field, held)
    fields[field] = {
      shown: newest(heads).fields![field],
      values: [...new Set(heads.map((one) => JSON.stringify(one.fields![field])))].sort(),
    }
  }
  const deletions = headsOfField(changes, '$deleted', held).filter((one) => one.fields!.$deleted === true)
  const others = changes.filter((one) => one.fields?.$deleted !== true)
  const isGone = deletions.some((deletion) => others.every((one) => held(deletion.hash).has(one.hash)))
  const isWithheld = changes.some((change) => change.fields === null)
  // Set once only, by the change that all others came after: no row.
  const first = changes.find((one) => changes.every((other) => other === one || held(other.hash).has(one.hash)))
  const rows = names.filter((field) => !changes.every((one) => !(field in (one.fields ?? {})) || one === first))
  return { standing: isWithheld ? 'withheld' : isGone ? 'gone' : 'present', fields, rows }
}

function headsOfField(changes: readonly Change[], field: string, held: HeldBy): Change[] {
  const setting = changes.filter(({ fields }) => fields !== null && field in fields)
  return setting.filter((one) => !setting.some((other) => held(other.hash).has(one.hash)))
}

function newest(heads: readonly Change[]): Change {
  return heads.reduce((best, one) => {
    if (one.at !== best.at) return one.at > best.at ? one : best
    if (one.writer !== best.writer) return one.writer > best.writer ? one : best
    return one.seq > best.seq ? one : best
  })
}
