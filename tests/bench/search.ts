// The search over 100,000 people beside a bare full-text query on the same file: `npm run bench -- search [--people N] [--rounds N]`.
import { randomBytes } from 'node:crypto'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../electron/store/database'
import { migrate } from '../../electron/store/migrate'
import { StoreWriter } from '../../electron/store/writer'
import { openWriter } from '../../electron/store/writers'
import { search } from '../../electron/workspace/search'
import { systemClock } from '../../shared/core/clock'
import { person } from '../../shared/directory/person'
import { searchForm } from '../../shared/core/textKeys'
import { temporaryFolder } from '../fixtures/folder'
import { personOf } from '../fixtures/manyPeople'
import { median } from './figures'

/** The figure of the issue, in milliseconds. */
const GOAL_MS = 50
const A_PAGE = 20

/** What clerks type: a name and its beginning, two words, a town that thousands live in, a day, a number, slips, another alphabet. */
const TYPED = [
  'Haddad',
  'ha',
  'had',
  'Haddad Amira',
  'amira h',
  'Ort 7',
  '14.3.1991',
  '0171 10020',
  'Haddda',
  'Hadad Amria',
  'Schewtschenko',
  'Шевченко',
  'qqqqqq',
]

export async function benchSearch(argv: string[]): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: { people: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '15' } },
  })
  const [people, rounds] = [Number(values.people), Number(values.rounds)]
  using place = temporaryFolder()
  const database = openDatabase(join(place.path, 'search.db'), randomBytes(32))
  migrate(database, { version: '0', backup: () => undefined })
  const writer = openWriter(database, { fileId: '1', seenRevision: null, office: 'Messung', now: Date.now() })
  const actor = { id: 'USER', name: 'Messung', role: 'coordinator', body: 'KOO', mayWriteFor: 'all', isReadOnly: false } as const
  const store = new StoreWriter(database, systemClock, actor, writer)
  store.run('directory.createPerson', (act) => {
    for (let number = 0; number < people; number++) act.create(person, personOf(number))
  })
  const bare = database.prepare(`SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank LIMIT ${A_PAGE}`)
  console.log(`${people} Personen, Ziel ${GOAL_MS} ms; Last ${loadavg()[0]!.toFixed(2)}`)
  console.log('getippt            Treffer   Suche ms (Mitte, 95 %)   bloße Volltextabfrage ms   Verhältnis')
  const all: number[] = []
  for (const typed of TYPED) {
    const match = searchForm(typed)
      .split(' ')
      .map((word) => `"${word}" *`)
      .join(' AND ')
    const found = () => search(store, { search: typed, limit: A_PAGE, recent: [] }).hits.length
    // The first reads pages into memory.
    const hits = found()
    bare.all(match)
    const [ours, theirs] = [times(rounds, found), times(rounds, () => bare.all(match))]
    all.push(...ours)
    const ratio = median(ours) / median(theirs)
    console.log(
      `${typed.padEnd(18)} ${String(hits).padStart(7)}   ${figures(ours).padEnd(22)}   ${figures(theirs).padEnd(24)}   ${ratio.toFixed(1)}`,
    )
  }
  const worst = percentile(all)
  console.log(`alle: ${figures(all)} ms, ${worst <= GOAL_MS ? 'erreicht' : 'verfehlt'}; Last nachher ${loadavg()[0]!.toFixed(2)}`)
  database.close()
}

function times(rounds: number, work: () => unknown): number[] {
  return Array.from({ length: rounds }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
}

function figures(values: readonly number[]): string {
  return `${median(values).toFixed(2)} (${percentile(values).toFixed(2)})`
}

function percentile(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!
}
