// Who saw what, and who has or had access: kept beside the log of changes, for the audit. Scope local, never sent.
import * as z from 'zod'
import { accessHash } from '../../shared/workspace/accessChain'
import type { WorkspaceUser } from '../../shared/workspace/users'
import type { Connection } from './database'
import { sha256 } from './hash'
import type { AccessEntry } from './messages'

const ChainEnd = z.object({ number: z.int(), hash: z.string().nullable() })

/** Writes who saw which records, each entry chained to the one before. */
export function keepAccess(database: Connection, entries: readonly AccessEntry[]): void {
  const newest = database.prepare('SELECT number, hash FROM access ORDER BY number DESC LIMIT 1')
  const keep = database.prepare('INSERT INTO access (number, at, user, call, records, hash) VALUES (?, ?, ?, ?, ?, ?)')
  database.transaction(() => {
    let { number, hash } = ChainEnd.parse(newest.get() ?? { number: 0, hash: null })
    for (const { at, user, call, records } of entries) {
      number += 1
      const entry = { number, at, user, call, records: JSON.stringify(records) }
      // Entries from before there was a chain have no hash: it begins after them.
      hash = accessHash(hash ?? '', entry, sha256)
      keep.run(number, at, user, call, entry.records, hash)
    }
  })()
}

/** Keeps who has access as the keyring says, and since when somebody has it no more, so that the audit can name them. */
export function keepUsers(database: Connection, users: readonly WorkspaceUser[], now: number): void {
  const keep = database.prepare(`INSERT INTO knownUser (id, name, functionName, role, removedAt) VALUES (?, ?, ?, ?, NULL)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, functionName = excluded.functionName, role = excluded.role, removedAt = NULL`)
  const remove = database.prepare(
    'UPDATE knownUser SET removedAt = ? WHERE removedAt IS NULL AND id NOT IN (SELECT value FROM json_each(?))',
  )
  database.transaction(() => {
    for (const { id, name, functionName, role } of users) keep.run(id, name, functionName, role)
    remove.run(now, JSON.stringify(users.map(({ id }) => id)))
  })()
}
