// The search index over every record with a title, inside the encrypted file and kept in the transaction that changes the record.
import type { Statement } from 'better-sqlite3'
import * as z from 'zod'
import type { AnyEntity } from '../../shared/core/entity'
import { titleOf } from '../../shared/core/title'
import { pairsOf } from '../../shared/workspace/search/edits'
import { hasLetters } from '../../shared/workspace/search/rank'
import { soundOf } from '../../shared/workspace/search/sound'
import { fieldWords, wordsOf } from '../../shared/workspace/search/terms'
import type { Connection } from './database'

const Stored = z.object({ number: z.int(), title: z.string(), detail: z.string() })

/** So many words are remembered as being in the index; more than an import of 50,000 people brings. */
const MOST_KNOWN = 100_000

/** Keeps records findable: by the texts of their fields with `keys`, which are the title, and by those with `search`. */
export class SearchIndex {
  private readonly stored: Statement
  private readonly keep: Statement
  private readonly insert: Statement
  private readonly rename: Statement
  private readonly change: Statement
  private readonly forget: Statement
  private readonly remove: Statement
  private readonly addPair: Statement
  private readonly removePair: Statement
  private readonly isUsed: Statement
  /** Words whose pairs are in the file: nearly every word of a list is there already. */
  private known = new Set<string>()
  /** Words that a record lost in this transaction, and that perhaps no other has. */
  private lost = new Set<string>()

  constructor(database: Connection) {
    this.stored = database.prepare(
      'SELECT number, found.title AS title, found.detail AS detail FROM foundRow JOIN found ON found.rowid = foundRow.number WHERE record = ?',
    )
    this.keep = database.prepare('INSERT INTO foundRow (record, entity, title) VALUES (?, ?, ?)')
    this.insert = database.prepare('INSERT INTO found (rowid, title, detail, sounds) VALUES (?, ?, ?, ?)')
    this.rename = database.prepare('UPDATE foundRow SET title = ? WHERE number = ?')
    this.change = database.prepare('UPDATE found SET title = ?, detail = ?, sounds = ? WHERE rowid = ?')
    this.forget = database.prepare('DELETE FROM foundRow WHERE number = ?')
    this.remove = database.prepare('DELETE FROM found WHERE rowid = ?')
    this.addPair = database.prepare('INSERT OR IGNORE INTO foundPair (pair, length, word) VALUES (?, ?, ?)')
    this.removePair = database.prepare('DELETE FROM foundPair WHERE pair = ? AND length = ? AND word = ?')
    this.isUsed = database.prepare('SELECT 1 FROM found WHERE found MATCH ? LIMIT 1').pluck()
  }

  /** A new record. `values` are its fields as given. */
  add(entity: AnyEntity, record: string, values: Record<string, unknown>): void {
    const words = wordsInIndex(entity, values)
    if (words === null) return
    const { lastInsertRowid } = this.keep.run(record, entity.name, words.shown)
    this.insert.run(lastInsertRowid, words.title, words.detail, words.sounds)
    this.addWords(words)
  }

  /** A changed record: `values` are all of its fields now. */
  replace(entity: AnyEntity, record: string, values: Record<string, unknown>): void {
    const words = wordsInIndex(entity, values)
    const stored = Stored.optional().parse(this.stored.get(record))
    if (stored === undefined) return this.add(entity, record, values)
    if (words === null) return this.drop(record)
    this.loseWords(stored)
    this.rename.run(words.shown, stored.number)
    this.change.run(words.title, words.detail, words.sounds, stored.number)
    this.addWords(words)
  }

  /** A record that is gone. */
  drop(record: string): void {
    const stored = Stored.optional().parse(this.stored.get(record))
    if (stored === undefined) return
    this.loseWords(stored)
    this.remove.run(stored.number)
    this.forget.run(stored.number)
  }

  /** At the end of a transaction: a word that nothing has any more leaves no trace. */
  settle(): void {
    for (const word of this.lost) {
      if (this.isUsed.get(`{title detail} : "${word}"`) !== undefined) continue
      for (const pair of pairsOf(word)) this.removePair.run(pair, word.length, word)
      this.known.delete(word)
    }
    this.lost.clear()
  }

  /** After a transaction that left nothing behind. */
  rollback(): void {
    this.known.clear()
    this.lost.clear()
  }

  private addWords({ title, detail }: { title: string; detail: string }): void {
    if (this.known.size > MOST_KNOWN) this.known.clear()
    for (const word of [...title.split(' '), ...detail.split(' ')]) {
      if (this.known.has(word) || !hasLetters(word)) continue
      for (const pair of pairsOf(word)) this.addPair.run(pair, word.length, word)
      this.known.add(word)
    }
  }

  private loseWords({ title, detail }: { title: string; detail: string }): void {
    for (const word of [...title.split(' '), ...detail.split(' ')]) if (hasLetters(word)) this.lost.add(word)
  }
}

/** True if a change of this field changes how the record is found. */
export function isSearched(entity: AnyEntity, name: string): boolean {
  const { keys, search } = entity.fields[name] ?? {}
  return keys !== undefined || search !== undefined
}

/** True for a record that the search finds. */
export function isFindable(entity: AnyEntity): boolean {
  return Object.values(entity.fields).some(({ keys }) => keys !== undefined)
}

/** What the index holds of a record; `null` for those that nobody searches by name. `shown`: "Haddad, Amira". */
export function wordsInIndex(
  entity: AnyEntity,
  values: Record<string, unknown>,
): { shown: string; title: string; detail: string; sounds: string } | null {
  const shown = titleOf(entity, values)
  if (shown === null) return null
  const fields = Object.values(entity.fields)
  const title = wordsOf(shown)
  const detail = fields.filter(({ search }) => search !== undefined).flatMap((field) => fieldWords(field, values[field.name]))
  const sounds = title.map((word) => ({ word, sound: soundOf(word) })).filter(({ word, sound }) => sound !== word)
  return { shown, title: title.join(' '), detail: detail.join(' '), sounds: sounds.map(({ sound }) => sound).join(' ') }
}
