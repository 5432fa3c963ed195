// What was fetched or compiled, kept outside the checkout: a fresh clone, `npm ci` and a second run find it again without a network.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const DAY = 24 * 60 * 60 * 1000

/** The project's folder in the user's cache (`XDG_CACHE_HOME`, else `~/.cache`). */
export function cacheFolder(): string {
  const cache = process.env['XDG_CACHE_HOME'] ?? ''
  return join(cache === '' ? join(homedir(), '.cache') : cache, 'kreiswerkbank', 'runtime')
}

/** The folder `name` of the cache, or `undefined` where nothing has been made under that name. */
export function findCached(name: string): string | undefined {
  const folder = join(cacheFolder(), name)
  return existsSync(folder) ? folder : undefined
}

/**
 * The folder `name` of the cache; where it is missing, `make` fills an empty folder that gets the name only when it is whole.
 * So an interrupted run leaves nothing behind that looks finished, and of two runs at once one simply wins.
 */
export async function cached(name: string, make: (emptyFolder: string) => Promise<void>): Promise<string> {
  const found = findCached(name)
  if (found !== undefined) return found
  const root = cacheFolder()
  mkdirSync(root, { recursive: true })
  sweepLeftovers(root)
  const work = mkdtempSync(join(root, '.new-'))
  const whole = join(root, name)
  try {
    await make(work)
    try {
      renameSync(work, whole)
    } catch (error) {
      if (!existsSync(whole)) throw error
    }
    return whole
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Half-made folders of runs that were killed; younger ones may belong to a run that is still busy. */
function sweepLeftovers(root: string): void {
  for (const name of readdirSync(root)) {
    const folder = join(root, name)
    if (!name.startsWith('.new-')) continue
    const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - changed > DAY) rmSync(folder, { recursive: true, force: true })
  }
}
