// A writer is one life of one file. A new one begins when the file may have a twin, so that no number is ever used twice.
import * as z from 'zod'
import { canonicalJson, Seen } from '../../shared/core/change'
import { idFromBytes } from '../../shared/core/id'
import { epochNow } from '../../shared/core/merge/knowledge'
import { sixteenBytes } from './chance'
import type { Connection } from './database'

export interface PresentWriter {
  number: number
  id: string
  epoch: number
  /** What it had seen when this epoch began. */
  seen: Seen
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
const StoredEpoch = z.object({ epoch: z.int(), seen: z.string().transform((text) => Seen.parse(JSON.parse(text))) })

/** The writer that goes on with this file, or a new one where it may be a copy, restored, or brought from elsewhere. */
export function openWriter(database: Connection, { fileId, seenRevision, office, now }: WriterCircumstances): PresentWriter {
  return database.transaction((): PresentWriter => {
    const meta = (name: string) => {
      const value = database.prepare('SELECT value FROM meta WHERE name = ?').pluck().get(name)
      return typeof value === 'string' ? value : null
    }
    const isOlder = seenRevision !== null && Number(meta('revision') ?? 0) < seenRevision
    const isSameFile = meta('fileId') === fileId && !isOlder
    const present = Row.optional().parse(database.prepare('SELECT number, id FROM writer ORDER BY number DESC LIMIT 1').get())
    const writer = isSameFile && present !== undefined ? present : beginWriter(database, office, now)
    const keep = database.prepare('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
    keep.run('fileId', fileId)
    // It counts on from where this PC has seen it, so that the next one that is put in its place is known to be older, too.
    if (isOlder) keep.run('revision', String(seenRevision))
    const { epoch, seen } = StoredEpoch.parse(
      database.prepare('SELECT epoch, seen FROM epoch WHERE writer = ? ORDER BY epoch DESC LIMIT 1').get(writer.number),
    )
    return { ...writer, epoch, seen }
  })()
}

function beginWriter(database: Connection, office: string, now: number): z.infer<typeof Row> {
  const id = idFromBytes(sixteenBytes())
  const { epoch, seen } = epochNow(id, null, vectorOf(database))
  const number = Number(database.prepare('INSERT INTO writer (id, office, since) VALUES (?, ?, ?)').run(id, office, now).lastInsertRowid)
  database.prepare('INSERT INTO epoch (writer, epoch, seen) VALUES (?, ?, ?)').run(number, epoch, canonicalJson(seen))
  return { number, id }
}

/** The last number of every writer in every scope of this file. */
function vectorOf(database: Connection): Seen {
  const rows = z
    .array(z.object({ writer: z.string(), scope: z.string(), seq: z.int() }))
    .parse(
      database
        .prepare(
          'SELECT writer.id AS writer, scope, max(seq) AS seq FROM change JOIN writer ON writer.number = change.writer GROUP BY writer.id, scope',
        )
        .all(),
    )
  const vector: Seen = {}
  for (const { writer, scope, seq } of rows) vector[scope] = { ...vector[scope], [writer]: seq }
  return vector
}
