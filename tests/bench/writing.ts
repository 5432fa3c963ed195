// The whole write path beside bare statements: `npm run bench -- writing [--changes N] [--rounds N]`.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { sqliteBinding } from '../../electron/store/binding'
import { configure, type Connection, openDatabase } from '../../electron/store/database'
import { migrate } from '../../electron/store/migrate'
import type { Writer } from '../../electron/store/store'
import { StoreWriter } from '../../electron/store/writer'
import { openWriter } from '../../electron/store/writers'
import { systemClock } from '../../shared/core/clock'
import { person } from '../../shared/directory/person'
import { temporaryFolder } from '../fixtures/folder'
import { amira } from '../fixtures/people'
import { bareStatements, tableAlone } from './bareStatements'
import { median } from './figures'

/** One change of the plan: a person who is entered, or whose town is changed (`of`: which of those entered). */
export type PlannedChange = { kind: 'enter'; lastName: string; firstName: string } | { kind: 'move'; of: number; city: string }

/** Goals of the issue: bare statements in the same encrypted file; encrypted beside plain. */
const GOAL = { bare: 1.5, encrypted: 1.35 }

/**
 * Writes the same changes in acts of 1, 100 and all, in turns: the store into an encrypted file, bare prepared statements with the same
 * rows into another encrypted one, the store into a plain file, and the table's rows alone into a plain one. Prints ratios of the
 * medians, each with the least and the greatest ratio of a single turn.
 */
export async function benchWriting(argv: string[]): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: { changes: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '3' } },
  })
  const plan = planned(Number(values.changes))
  console.log(`${plan.length} Änderungen; Last vorher ${loadavg()[0]!.toFixed(2)}`)
  console.log('Vorgänge zu     Speicher s   /bloße Anweisungen (Ziel 1,5)   verschlüsselt/offen (Ziel 1,35)   /Tabelle allein, offen')
  for (const size of [1, 100, plan.length]) {
    const rounds = Array.from({ length: Number(values.rounds) }, () => oneRound(plan, size))
    const ratio = (over: keyof Round, to: keyof Round) =>
      ratioOf(
        rounds.map((round) => round[over]),
        rounds.map((round) => round[to]),
      )
    const [bare, encrypted, table] = [ratio('store', 'bare'), ratio('store', 'plain'), ratio('store', 'table')]
    const verdict = (found: Ratio, goal: number) => `${inWords(found)} ${found.middle <= goal ? 'erreicht' : 'verfehlt'}`
    console.log(
      `${String(size).padStart(7)}  ${median(rounds.map(({ store }) => store))
        .toFixed(2)
        .padStart(12)}   ${verdict(bare, GOAL.bare).padEnd(32)}${verdict(encrypted, GOAL.encrypted).padEnd(34)}${inWords(table)}`,
    )
  }
  console.log(`Last nachher ${loadavg()[0]!.toFixed(2)}`)
}

interface Round {
  store: number
  bare: number
  plain: number
  table: number
}
interface Ratio {
  middle: number
  least: number
  greatest: number
}

function oneRound(plan: readonly PlannedChange[], size: number): Round {
  using place = temporaryFolder()
  const key = randomBytes(32)
  const encrypted = openDatabase(join(place.path, 'store.db'), key)
  const store = seconds(writesOfStore(encrypted, plan, size))
  const peer = openDatabase(join(place.path, 'bare.db'), key)
  migrate(peer, { version: '0', backup: () => undefined })
  const bare = seconds(bareStatements(peer, encrypted, plan, size))
  if (countOf(peer) !== countOf(encrypted)) throw new Error(`The peer wrote ${countOf(peer)} rows, the store ${countOf(encrypted)}`)
  const open = openPlain(join(place.path, 'plain.db'))
  const plain = seconds(writesOfStore(open, plan, size))
  const rows = openPlain(join(place.path, 'table.db'))
  migrate(rows, { version: '0', backup: () => undefined })
  const table = seconds(tableAlone(rows, encrypted, plan, size))
  for (const database of [encrypted, peer, open, rows]) database.close()
  return { store, bare, plain, table }
}

function writesOfStore(database: Connection, plan: readonly PlannedChange[], size: number): () => void {
  migrate(database, { version: '0', backup: () => undefined })
  const writer = openWriter(database, { fileId: '1', seenRevision: null, office: 'Messung', now: Date.now() })
  const actor = { id: 'USER', name: 'Messung', role: 'coordinator', body: 'KOO', mayWriteFor: 'all', isReadOnly: false } as const
  const store = new StoreWriter(database, systemClock, actor, writer)
  const ids: string[] = []
  const write = (act: Writer, one: PlannedChange) => {
    if (one.kind === 'enter') ids.push(act.create(person, { ...amira, lastName: one.lastName, firstName: one.firstName }))
    else act.put(person, ids[one.of]!, { city: one.city })
  }
  return () => {
    for (let from = 0; from < plan.length; from += size) {
      store.run('directory.createPerson', (act) => {
        for (const one of plan.slice(from, from + size)) write(act, one)
      })
    }
  }
}

/** The same settings as the store's files, without a key. */
function openPlain(file: string): Connection {
  const nativeBinding = sqliteBinding()
  const database = new Database(file, nativeBinding === undefined ? {} : { nativeBinding })
  configure(database)
  return database
}

/** Three people entered, then a town of an earlier one changed: no list is only new people. */
function planned(count: number): PlannedChange[] {
  const plan: PlannedChange[] = []
  for (let number = 0; plan.length < count; number++) {
    const entered = plan.length - Math.floor(plan.length / 4)
    if (plan.length % 4 === 3) plan.push({ kind: 'move', of: (number * 7919) % entered, city: `Kaltensee ${number}` })
    else plan.push({ kind: 'enter', lastName: `Haddad ${number % 3000}`, firstName: `Amira ${number}` })
  }
  return plan
}

function countOf(database: Connection): string {
  return ['person', 'act', 'change', 'head', 'found', 'foundRow']
    .map((table) => `${table} ${Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get())}`)
    .join(', ')
}

function seconds(work: () => void): number {
  const begun = performance.now()
  work()
  return (performance.now() - begun) / 1000
}

function ratioOf(over: readonly number[], to: readonly number[]): Ratio {
  const each = over.map((value, index) => value / to[index]!)
  return { middle: median(over) / median(to), least: Math.min(...each), greatest: Math.max(...each) }
}

function inWords({ middle, least, greatest }: Ratio): string {
  return `${middle.toFixed(2)} (${least.toFixed(2)}–${greatest.toFixed(2)})`
}
