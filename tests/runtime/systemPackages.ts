// What Electron and the compiler need from the system. On Debian as root it is installed, elsewhere one sentence names what is missing.
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { run } from './command.ts'
import { Impossible, say } from './say.ts'

/** Something that is missing, and the Debian packages that bring it (Ubuntu 24.04 and Debian 13 renamed two of them to `...t64`). */
export interface Missing {
  what: string
  packages: readonly string[]
}

// Source: design/electron-runtime.md, "System packages on Debian".
const electronPackages = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6', 'libatk-bridge2.0-0', 'libdrm2'] as const
const APT_MINUTES = 10

/** Libraries that the Electron at `executable` asks for and the system lacks; empty where `ldd` is not known (not Linux). */
export async function missingForElectron(executable: string): Promise<Missing[]> {
  if (process.platform !== 'linux') return []
  const { code, output } = await run('ldd', [executable], { env: { ...process.env, LD_LIBRARY_PATH: dirname(executable) } })
  if (code !== 0) return []
  const libraries = missingLibraries(output)
  return libraries.length === 0 ? [] : [{ what: `Bibliotheken für Electron (${libraries.join(', ')})`, packages: electronPackages }]
}

/** The names that `ldd` could not find. */
export function missingLibraries(lddOutput: string): string[] {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => library ?? '')
}

/** The invisible screen, and a font to draw texts with. */
export async function missingForInvisibleScreen(): Promise<Missing[]> {
  const missing: Missing[] = []
  if (!isProgram('Xvfb')) missing.push({ what: 'der unsichtbare Bildschirm (Xvfb)', packages: ['xvfb'] })
  const fonts = await run('fc-list', [':', 'family'])
  if (fonts.code !== 0 || fonts.output.trim() === '')
    missing.push({ what: 'eine Schriftart', packages: ['fontconfig', 'fonts-dejavu-core'] })
  return missing
}

/** What node-gyp needs to compile SQLite. */
export function missingForCompiler(): Missing[] {
  const missing: Missing[] = []
  if (!isProgram('python3') && !isProgram('python')) missing.push({ what: 'Python 3', packages: ['python3'] })
  if (!isProgram('make')) missing.push({ what: 'make', packages: ['make'] })
  if (process.env['CXX'] === undefined && !isProgram('g++') && !isProgram('clang++') && !isProgram('c++')) {
    missing.push({ what: 'ein C++-Compiler', packages: ['g++'] })
  }
  return missing
}

/** Installs what is missing on Debian as root. `purpose` begins the sentence elsewhere: "Um X zu Y, fehlt ...". @throws Impossible */
export async function ensureInstalled(missing: readonly Missing[], purpose: string): Promise<void> {
  if (missing.length === 0) return
  const packages = [...new Set(missing.flatMap((one) => one.packages))]
  const lacks = `${purpose}, fehlt auf diesem Rechner: ${missing.map((one) => one.what).join('; ')}.`
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    throw new Impossible(`${lacks} Unter Debian und Ubuntu: sudo apt-get install ${packages.join(' ')}`)
  }
  say(`${lacks} Wird mit apt-get installiert: ${packages.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { env, timeoutSeconds: APT_MINUTES * 60 }
  await run('apt-get', ['update', '-qq'], options)
  const known = await Promise.all(packages.map(nameHere))
  const { code, output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...known], options)
  if (code !== 0) throw new Impossible(`${lacks} apt-get konnte es nicht installieren: ${output.trim().split('\n').at(-1) ?? ''}`)
}

/** The package's name in this release: where only `NAME` with the ending t64 can be installed, that one. */
async function nameHere(name: string): Promise<string> {
  const { output } = await run('apt-cache', ['policy', `${name}t64`])
  return /Candidate: (?!\(none\))/.test(output) ? `${name}t64` : name
}

/** Whether a program of that name is found in PATH. */
function isProgram(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, name)))
}
