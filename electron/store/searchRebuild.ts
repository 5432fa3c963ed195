// Fills the search index of a file whose index is of an older version, in steps, so that neither the start nor a clerk waits for it.
import * as z from 'zod'
import { entities } from '../../shared/rooms'
import { decodeRow } from './columns'
import type { Connection } from './database'
import { isFindable, type SearchIndex } from './searchIndex'

/** One more whenever the index of a record becomes another: searchForm, fields, sounds. */
const VERSION = 1
const A_STEP = 250
const NAME = 'searchIndex'

/** How far the index is: `entity` and `record` are the last that is in it. */
const State = z.object({ version: z.int(), isWhole: z.boolean(), entity: z.string(), record: z.string() })
type State = z.infer<typeof State>

/** True while the search may miss records. */
export function isIndexing(state: string | undefined): boolean {
  return !stateOf(state).isWhole
}

/** The name under which the file keeps how far its index is. */
export const INDEX_STATE = NAME

export class SearchRebuild {
  private readonly database: Connection
  private readonly index: SearchIndex

  constructor(database: Connection, index: SearchIndex) {
    this.database = database
    this.index = index
  }

  /** Indexes the next records, in one transaction. `false`: all are in the index. */
  step(): boolean {
    const state = this.state()
    if (state.isWhole) return false
    this.database
      .transaction(() => {
        this.keep(this.indexAfter(state))
        this.index.settle()
      })
      .immediate()
    return !this.state().isWhole
  }

  private indexAfter({ entity: last, record }: State): State {
    const findable = [...entities.values()].filter(isFindable)
    const at = Math.max(
      0,
      findable.findIndex(({ name }) => name === last),
    )
    for (const entity of findable.slice(at)) {
      const after = entity.name === last ? record : ''
      const rows = this.database.prepare(`SELECT * FROM ${entity.name} WHERE id > ? ORDER BY id LIMIT ?`).all(after, A_STEP)
      for (const row of rows as Record<string, unknown>[]) this.index.replace(entity, String(row['id']), decodeRow(entity, row))
      const newest = rows.at(-1) as { id: string } | undefined
      if (newest !== undefined) return { version: VERSION, isWhole: false, entity: entity.name, record: newest.id }
    }
    return { version: VERSION, isWhole: true, entity: '', record: '' }
  }

  private state(): State {
    return stateOf(this.database.prepare('SELECT value FROM meta WHERE name = ?').pluck().get(NAME))
  }

  private keep(state: State): void {
    this.database
      .prepare('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
      .run(NAME, JSON.stringify(state))
  }
}

function stateOf(stored: unknown): State {
  const begin: State = { version: VERSION, isWhole: false, entity: '', record: '' }
  if (typeof stored !== 'string') return begin
  const state = State.parse(JSON.parse(stored))
  return state.version === VERSION ? state : begin
}
