import * as z from 'zod'
import type { AnyEntity } from '../../shared/core/entity'
import { labelOf } from '../../shared/core/lists'
import { entities, roomOf } from '../../shared/rooms'
import type { workspace } from '../../shared/workspace/calls'
import { leastShared, pairsOf, slipsAllowed, slipsBetween } from '../../shared/workspace/search/edits'
import { type Findable, hasLetters, rankOf } from '../../shared/workspace/search/rank'
import { soundOf } from '../../shared/workspace/search/sound'
import { fieldWords, type SearchTerm, searchTerms } from '../../shared/workspace/search/terms'
import { isFindable } from '../store/searchIndex'
import { INDEX_STATE, isIndexing } from '../store/searchRebuild'
import type { Query, Reader } from '../store/store'

const Row = z.object({
  number: z.int(),
  record: z.string(),
  entity: z.string(),
  shown: z.string(),
  title: z.string(),
  detail: z.string(),
})
type Row = z.infer<typeof Row>

// The index is a virtual table: a change of any record with a title changes it.
const READS = ['found', ...[...entities.values()].filter(isFindable).map(({ name }) => name)]
const ROWS = `SELECT number, record, entity, foundRow.title AS shown, found.title AS title, found.detail AS detail
  FROM found JOIN foundRow ON number = found.rowid`

/** So many rows of one step are compared with each other. Who searches for a word that more have types another one. */
const MOST_COMPARED = 300
/** Who finds so many did not mistype; what a slip would find as well would only be in the way. */
const FEW = 5
/** So many words of the index that are near a mistyped one are looked for. */
const MOST_NEAR = 24
/** So many records that are named by a found one are shown with it. */
const MOST_NAMED = 3

/**
 * Records that have all that was typed, best first: the word itself before its beginning, that before another spelling of its sound, that
 * before a slip; the title before other fields; what was opened last before what was not.
 */
export const search: Query<typeof workspace.search> = (store, { search: text, limit, recent }) => {
  const state = store.row(z.object({ value: z.string() }), 'SELECT value FROM meta WHERE name = :name', { name: INDEX_STATE })
  const terms = searchTerms(text, store.today())
  if (terms.length === 0) return { hits: [], isIndexing: isIndexing(state?.value) }
  const rows = new Map<number, Row>()
  for (const match of steps(store, terms, () => rows.size < FEW)) {
    if (rows.size >= limit) break
    const found = store.rows(Row, `${ROWS} WHERE found MATCH :match LIMIT ${MOST_COMPARED}`, { match }, READS)
    for (const row of found) rows.set(row.number, row)
  }
  // What was opened last may lie behind the rows that were compared.
  for (const record of rows.size >= limit ? recent : []) {
    const row = store.row(Row, `${ROWS} WHERE record = :record`, { record }, READS)
    if (row !== undefined) rows.set(row.number, row)
  }
  const ranked = [...rows.values()]
    .map((row) => ({ row, rank: rankOf(terms, findable(row)), opened: placeIn(recent, row.record) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => a.rank! - b.rank! || a.opened - b.opened || (a.row.title < b.row.title ? -1 : 1))
  return { hits: ranked.slice(0, limit).flatMap(({ row }) => hitsOf(store, row, terms)), isIndexing: isIndexing(state?.value) }
}

/** What is asked of the index, one after another until enough is found: each asks for less than the one before. */
function* steps(store: Reader, terms: readonly SearchTerm[], isPoor: () => boolean): Generator<string> {
  const near = new Map<string, string[]>()
  const nearTo = (word: string) => {
    const words = near.get(word) ?? nearWords(store, word)
    near.set(word, words)
    return words
  }
  const begun = (word: string) => [`"${word}" *`]
  const sounding = (word: string) => [...begun(word), ...(hasLetters(word) ? [`"${soundOf(word)}"`] : [])]
  const mistyped = (word: string) => [...sounding(word), ...nearTo(word).map((one) => `"${one}"`)]
  for (const [step, alternatives] of [(word: string) => [`"${word}"`], begun, sounding, mistyped].entries()) {
    if (alternatives === mistyped && !isPoor()) return
    const wordMatch = (word: string) => `(${alternatives(word).join(' OR ')})`
    const asked = terms
      .map(({ words, joined }) => [words.map(wordMatch).join(' AND '), ...joined.map((word) => `"${word}"${step === 0 ? '' : ' *'}`)])
      .map((either) => `(${either.join(' OR ')})`)
      .join(' AND ')
    yield `{title sounds} : (${asked})`
    yield asked
  }
}

const NearWord = z.object({ word: z.string() })

/** Words of the index that differ from what was typed by a slip or two, nearest first. */
function nearWords(store: Reader, typed: string): string[] {
  const most = slipsAllowed(typed.length)
  if (most === 0 || !hasLetters(typed)) return []
  const pairs = pairsOf(typed)
  return store
    .rows(
      NearWord,
      `SELECT word FROM foundPair WHERE pair IN (SELECT value FROM json_each(:pairs)) AND length BETWEEN :shortest AND :longest
        GROUP BY word HAVING count(*) >= :least`,
      {
        pairs: JSON.stringify(pairs),
        shortest: typed.length - most,
        longest: typed.length + most,
        least: leastShared(pairs.length, most),
      },
      READS,
    )
    .map(({ word }) => ({ word, slips: slipsBetween(word, typed, most) }))
    .filter(({ slips }) => slips !== null)
    .sort((a, b) => a.slips! - b.slips!)
    .slice(0, MOST_NEAR)
    .map(({ word }) => word)
}

function findable({ title, detail }: Row): Findable {
  return { title: title.split(' '), detail: detail.split(' ') }
}

function placeIn(recent: readonly string[], record: string): number {
  const place = recent.indexOf(record)
  return place === -1 ? recent.length : place
}

/** The record, and those that carry its name: a person and the participant. */
function hitsOf(store: Reader, { entity: name, record: id, shown: title }: Row, terms: readonly SearchTerm[]) {
  const entity = entities.get(name)
  const room = roomOf(name)
  if (entity === undefined || room === undefined) return []
  const record = store.get(entity, id)
  const detail = record === undefined ? '' : detailOf(entity, record, terms)
  const named = [...entities.values()].flatMap((other) => {
    const by = other.namedBy === undefined ? undefined : other.fields[other.namedBy]
    const otherRoom = roomOf(other.name)
    if (by?.kind.type !== 'reference' || by.kind.entity !== name || otherRoom === undefined) return []
    return store
      .rows(z.object({ id: z.string() }), `SELECT id FROM ${other.name} WHERE ${by.name} = :id LIMIT ${MOST_NAMED}`, { id })
      .map((one) => ({ entity: other.name, id: one.id, room: otherRoom, title, detail: detail || other.label }))
  })
  return [{ entity: name, id, room, title, detail: detail || entity.label }, ...named]
}

/** What tells one Müller from another: born, place, kind of body; and the field by which the record was found. */
function detailOf(entity: AnyEntity, record: Record<string, unknown>, terms: readonly SearchTerm[]): string {
  const { birthDate, city, bodyKind } = record
  const found = Object.values(entity.fields).filter((field) => {
    const words = field.search === undefined ? [] : fieldWords(field, record[field.name])
    return words.length > 0 && terms.some((term) => rankOf([term], { title: words, detail: [] }) !== null)
  })
  const parts = [
    birthDate,
    city,
    typeof bodyKind === 'string' ? labelOf('bodyKind', bodyKind) : null,
    ...found.map(({ name }) => record[name]),
  ]
  return [...new Set(parts.filter((part): part is string => typeof part === 'string' && part !== ''))].join(' · ')
}
