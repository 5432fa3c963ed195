// Which packages the program ships: all that its sources import and what those depend on. The bundler takes them in whatever list of
// package.json they stand in; that it leaves out what is never called makes this list too long at most, never too short.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import lock from '../../package-lock.json' with { type: 'json' }
import { projectFolder } from './command.ts'

export interface ShippedPackage {
  name: string
  version: string
  /** Where it lies, from the project's folder. */
  folder: string
  /** SPDX expression; `null` where the package names none. */
  licence: string | null
}

interface Locked {
  version?: string
  license?: string
  dependencies?: Record<string, string>
}
const locked: Record<string, Locked> = lock.packages
const sources = ['electron', 'renderer', 'shared']
/** `import … from 'x'`, `import 'x'`, `import('x')`; in CSS `@import 'x'` and `url('x')`. Types leave nothing in the bundle. */
const SPECIFIERS =
  /(?:^\s*(?:import|export)\s(?!type\b)[\w\s{},*$]*\bfrom\s+|^\s*import\s+|\bimport\(\s*|@import\s+|url\(\s*)['"]([^'"]+)['"]/gm
/** Its package only fetches it; of what that needs nothing is shipped. */
const ELECTRON = 'electron'

/** Packages that stand behind a part of another which the program never imports: the bundler does not meet them. By what must not be imported. */
export const NEVER_MET: Readonly<Record<string, readonly string[]>> = { exceljs: ['unzipper', 'fast-csv'] }

/** Sorted by name. @throws TypeError for an import that no package of the lock file answers */
export function shippedPackages(): ShippedPackage[] {
  const found = new Map<string, ShippedPackage>()
  const take = (folder: string): void => {
    if (found.has(folder)) return
    const { version = '', license = null, dependencies = {} } = locked[folder] ?? {}
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
    found.set(folder, { name, version, folder, licence: license ?? null })
    if (name === ELECTRON) return
    for (const dependency of Object.keys(dependencies)) if (!NEVER_MET[name]?.includes(dependency)) take(folderOf(dependency, folder))
  }
  for (const specifier of imported()) take(folderOf(packageOf(specifier), ''))
  return [...found.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1))
}

/** What the program's own sources import of packages: names, or names with a path inside. */
export function imported(): Set<string> {
  const found = new Set<string>()
  for (const source of sources) {
    for (const entry of readdirSync(join(projectFolder, source), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(tsx?|css)$/.test(entry.name) || entry.name.endsWith('.d.ts')) continue
      for (const specifier of specifiersIn(readFileSync(join(entry.parentPath, entry.name), 'utf8')))
        if (!/^[./]|^(node|data|https?|app):/.test(specifier)) found.add(specifier)
    }
  }
  return found
}

/** What a source names in its imports, as it stands there. */
export function specifiersIn(text: string): string[] {
  return Array.from(text.matchAll(SPECIFIERS), ([, specifier = '']) => specifier)
}

function packageOf(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}

/** As Node looks for it: in the folder of who asks, then in those that it lies in. */
function folderOf(name: string, asking: string): string {
  const parts = asking === '' ? [] : asking.split('/node_modules/')
  for (let depth = parts.length; depth >= 0; depth -= 1) {
    const folder = [...parts.slice(0, depth), name].join('/node_modules/')
    const whole = depth === 0 ? `node_modules/${name}` : folder
    if (locked[whole] !== undefined) return whole
  }
  throw new TypeError(`"${name}" is imported and stands in no lock file`)
}
