// A writer is one life of one file. A new one begins when the file may have a twin, so that no number is ever used twice.
import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { canonicalJson, type Seen } from '../../shared/core/change'
import { idFromBytes } from '../../shared/core/id'
import type { Connection } from './database'
import { sha256 } from './hash'

export interface PresentWriter {
  number: number
  id: string
  epoch: number
  seenHash: string
}

export interface WriterCircumstances {
  /** Names the file on this volume (device and inode, or the file id of Windows): a copy has another one. */
  fileId: string
  /** The highest revision at which this PC has seen the workspace, `null` if never: an older file is a restored one. */
  seenRevision: number | null
  office: string
  now: number
}

const Row = z.object({ number: z.int(), id: z.string() })

/** The writer that goes on with this file, or a new one where it may be a copy, restored, or brought from elsewhere. */
export function openWriter(database: Connection, { fileId, seenRevision, office, now }: WriterCircumstances): PresentWriter {
  return database.transaction((): PresentWriter => {
    const meta = (name: string) => {
      const value = database.prepare('SELECT value FROM meta WHERE name = ?').pluck().get(name)
      return typeof value === 'string' ? value : null
    }
    const isSameFile = meta('fileId') === fileId && (seenRevision === null || Number(meta('revision') ?? 0) >= seenRevision)
    const present = Row.optional().parse(database.prepare('SELECT number, id FROM writer ORDER BY number DESC LIMIT 1').get())
    const writer = isSameFile && present !== undefined ? present : beginWriter(database, office, now)
    database
      .prepare(`INSERT INTO meta (name, value) VALUES ('fileId', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`)
      .run(fileId)
    const epoch = z
      .object({ epoch: z.int(), hash: z.string() })
      .parse(database.prepare('SELECT epoch, hash FROM epoch WHERE writer = ? ORDER BY epoch DESC LIMIT 1').get(writer.number))
    return { ...writer, epoch: epoch.epoch, seenHash: epoch.hash }
  })()
}

function beginWriter(database: Connection, office: string, now: number): z.infer<typeof Row> {
  const id = idFromBytes(randomBytes(16))
  const seen = seenNow(database)
  const number = Number(database.prepare('INSERT INTO writer (id, office, since) VALUES (?, ?, ?)').run(id, office, now).lastInsertRowid)
  const text = canonicalJson(seen)
  database.prepare('INSERT INTO epoch (writer, epoch, seen, hash) VALUES (?, 1, ?, ?)').run(number, text, sha256(text))
  return { number, id }
}

function seenNow(database: Connection): Seen {
  const rows = z
    .array(z.object({ writer: z.string(), scope: z.string(), seq: z.int() }))
    .parse(
      database
        .prepare(
          'SELECT writer.id AS writer, scope, max(seq) AS seq FROM change JOIN writer ON writer.number = change.writer GROUP BY writer.id, scope',
        )
        .all(),
    )
  const seen: Seen = {}
  for (const { writer, scope, seq } of rows) seen[writer] = { ...seen[writer], [scope]: seq }
  return seen
}
