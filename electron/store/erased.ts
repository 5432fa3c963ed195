// erased.bin: ids of records that were erased (Art. 17 DSGVO), so that a backup from before erases them again before anybody opens it.
// 12 bytes nonce, 16 bytes tag, AES-256-GCM of the ids, one a line, under a key of its own that the workspace's key gives.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { Id } from '../../shared/core/entity'
import { WorkbenchError } from '../../shared/core/errors'
import { entities } from '../../shared/rooms'
import { erasedUnreadable } from '../../shared/workspace/backups'
import { writeAtomically } from './atomicFile'
import type { Connection } from './database'
import { SearchIndex } from './searchIndex'
import { filesOf } from './workspaceFolder'

/** The ids in a workspace's erased.bin; none where there is no such file. @throws erasedUnreadable */
export function readErased(folder: string, key: Uint8Array): string[] {
  const { erased } = filesOf(folder)
  if (!existsSync(erased)) return []
  try {
    const sealed = readFileSync(erased)
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(key), sealed.subarray(0, 12), { authTagLength: 16 }).setAuthTag(
      sealed.subarray(12, 28),
    )
    const text = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
    return z.array(Id).parse(text.split('\n').filter(Boolean))
  } catch {
    // Cut off, changed, or of another workspace: whoever goes on would bring erased people back.
    throw new WorkbenchError(erasedUnreadable, {})
  }
}

/** Seals erased.bin anew with another key of the workspace; one that neither opens is damaged and stays as it is. @throws errors of the file system */
export function resealErased(folder: string, former: Uint8Array, key: Uint8Array): void {
  const { erased } = filesOf(folder)
  if (!existsSync(erased) || opens(folder, key) || !opens(folder, former)) return
  const ids = readErased(folder, former)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(key), nonce, { authTagLength: 16 })
  const sealed = Buffer.concat([cipher.update(ids.join('\n'), 'utf8'), cipher.final()])
  writeAtomically(erased, Buffer.concat([nonce, cipher.getAuthTag(), sealed]))
}

function opens(folder: string, key: Uint8Array): boolean {
  try {
    readErased(folder, key)
    return true
  } catch (error) {
    if (error instanceof WorkbenchError) return false
    throw error
  }
}

function sealingKey(key: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', 'kreiswerkbank erased records', 32))
}

const Mentioned = z.object({ entity: z.string() })

/**
 * Takes the values of records out of a file: tables, log, heads, what waits, search index, drafts, lists that are being read, free pages.
 * Hashes and commitments stay, so the chain of the log is whole.
 */
export function eraseRecords(database: Connection, ids: readonly string[]): void {
  if (ids.length === 0) return
  const index = new SearchIndex(database)
  database.transaction(() => {
    for (const id of ids) {
      for (const row of database.prepare('SELECT DISTINCT entity FROM change WHERE record = ?').all(id)) {
        const { entity } = Mentioned.parse(row)
        if (entities.has(entity)) database.prepare(`DELETE FROM ${entity} WHERE id = ?`).run(id)
      }
      index.drop(id)
      database.prepare('UPDATE change SET fields = NULL, salt = NULL WHERE record = ?').run(id)
      database.prepare('DELETE FROM head WHERE record = ?').run(id)
      database
        .prepare(
          `UPDATE pending SET change = json_set(change, '$.fields', NULL, '$.salt', NULL) WHERE json_extract(change, '$.record') = ?`,
        )
        .run(id)
      database.prepare('DELETE FROM draft WHERE instr(view, ?) > 0').run(id)
      database.prepare('DELETE FROM importRow WHERE personId = ? OR participantId = ?').run(id, id)
    }
    // Words that only these records had are in the index's pairs as well.
    index.settle()
  })()
  database.exec('VACUUM')
}
