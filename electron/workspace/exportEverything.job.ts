import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { dayOf } from '../../shared/core/clock'
import { cancelled, WorkbenchError } from '../../shared/core/errors'
import { lists, rules } from '../../shared/core/listFiles'
import { entities } from '../../shared/rooms'
import type { workspace } from '../../shared/workspace/calls'
import { everythingNotWritten } from '../../shared/workspace/everythingCalls'
import { csvFile } from '../excel/writing/csv'
import { safeFileName, unusedName } from '../excel/writing/fileName'
import type { Job } from '../jobs/job'
import { isBegun, partEnding } from '../jobs/part'
import { flushFile, flushFolder } from '../store/atomicFile'
import { readme } from './everythingReadme'

const Row = z.record(z.string(), z.unknown())

/**
 * Writes records, log, lists and a description into a new folder of the chosen one. All or nothing. @throws cancelled,
 * everythingNotWritten with the file system's reason
 */
export const exportEverything: Job<typeof workspace.exportEverything> = async ({ folder: token }, context) => {
  const place = context.path(token)
  const { countyName, at, records, log } = context.fed
  const files = contentOf(context.fed)
  let part: string | null = null
  try {
    const taken = new Set((await readdir(place)).map((name) => name.toLowerCase()))
    const name = unusedName(`${safeFileName(countyName)} ${dayOf(at)}`, null, (one) => taken.has(one) || isBegun(one, taken))
    part = join(place, `${name}${partEnding(context.id)}`)
    for (const folder of ['', 'daten', 'verlauf', 'listen']) await mkdir(join(part, folder), { mode: 0o700 })
    for (const [index, { path, content }] of files.entries()) {
      if (context.signal.aborted) throw new WorkbenchError(cancelled, {})
      await writeFile(join(part, path), content(), { mode: 0o600, flag: 'wx' })
      flushFile(join(part, path))
      context.report({ done: index + 1, total: files.length })
    }
    await rename(part, join(place, name))
    flushFolder(place)
    return { folder: name, files: files.length, records: [...records, ...log].reduce((sum, { count }) => sum + count, 0) }
  } catch (error) {
    if (part !== null) await rm(part, { recursive: true, force: true })
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
    throw code === null ? error : new WorkbenchError(everythingNotWritten, { reason: code })
  }
}

/** Each file with what makes its content when its turn has come: never two of them in memory. */
function contentOf(everything: Parameters<typeof readme>[0]): { path: string; content: () => string | Uint8Array }[] {
  const { records, log } = everything
  return [
    { path: 'LIESMICH.md', content: () => readme(everything) },
    ...records.flatMap(({ name, lines }) => [
      { path: `daten/${name}.jsonl`, content: () => lines },
      { path: `daten/${name}.csv`, content: () => csvOf(name, lines) },
    ]),
    ...log.map(({ name, lines }) => ({ path: `verlauf/${name}.jsonl`, content: () => lines })),
    ...Object.entries({ ...lists, ...rules }).map(([name, entries]) => ({
      path: `listen/${name}.json`,
      content: () => `${JSON.stringify(entries, null, 2)}\n`,
    })),
  ]
}

function csvOf(entity: string, lines: Uint8Array): string {
  const head = ['id', ...Object.keys(entities.get(entity)?.fields ?? {})]
  const rows = new TextDecoder()
    .decode(lines)
    .split('\n')
    .filter(Boolean)
    .map((line) => Row.parse(JSON.parse(line)))
  return csvFile(
    head,
    rows.map((row) => head.map((name) => row[name])),
  )
}
