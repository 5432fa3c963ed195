// Which Electron the project runs on: the current one where it is or can be had, else the test runtime, and then it says so.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { cacheFolder } from './cache.ts'
import { projectFolder, run } from './command.ts'
import { say } from './say.ts'
import { ensureSqliteBinding } from './sqliteBinding.ts'
import { ensureInstalled, missingForElectron } from './systemPackages.ts'
import { ensureTestElectron, findTestElectron } from './testElectron.ts'

export interface Runtime {
  executable: string
  /** Electron's version, such as `45.4.1`. */
  version: string
  /** `test`: older than the Electron that the program is made for; never for real data. */
  kind: 'current' | 'test'
  /** A SQLite that this Electron can load; `undefined`: the installed package's own. */
  sqliteBinding: string | undefined
}

const electronPackage = join(projectFolder, 'node_modules/electron')
const PROBE_SECONDS = 5
const FETCH_MINUTES = 15
const ASK_AGAIN_HOURS = 12

/** Finds, fetches or builds what is needed to run the program; a second call finds all of it in place. @throws Impossible */
export async function ensureRuntime(): Promise<Runtime> {
  const folder = namedFolder() ?? installedFolder() ?? (await fetchedFolder())
  const runtime = folder === undefined ? await testRuntime(await ensureTestElectron()) : await runtimeIn(folder)
  await ensureInstalled(await missingForElectron(runtime.executable), 'Um das Programm zu starten')
  return runtime
}

/** What the program's environment needs so that it finds its SQLite and electron-vite finds this Electron. */
export function runtimeEnvironment(runtime: Runtime): NodeJS.ProcessEnv {
  return {
    ELECTRON_EXEC_PATH: runtime.executable,
    ...(runtime.sqliteBinding !== undefined && { KREISWERKBANK_SQLITE_BINDING: runtime.sqliteBinding }),
  }
}

/** Chromium refuses its sandbox to root, and only to root; every window's own `sandbox: true` stays either way. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Electron's switches on this machine. */
export function runtimeArguments(): string[] {
  return isRoot() ? ['--no-sandbox'] : []
}

/** The folder that the person at the keyboard names, as Electron's own tools read it. */
function namedFolder(): string | undefined {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? ''
  return named === '' ? undefined : named
}

/** Electron's binary where its own package puts it, if it is there. */
function installedFolder(): string | undefined {
  const folder = join(electronPackage, 'dist')
  return existsSync(executableIn(folder)) ? folder : undefined
}

/** Fetches Electron's binary by its own installer (which compares checksums), unless the network was closed a short while ago. */
async function fetchedFolder(): Promise<string | undefined> {
  const closedMark = join(cacheFolder(), 'network-closed')
  const closedAt = statSync(closedMark, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (findTestElectron() !== undefined && Date.now() - closedAt < ASK_AGAIN_HOURS * 3_600_000) return undefined
  if (await isReachable()) {
    say(`Electron ${pinnedVersion()} wird einmalig geladen.`)
    await run(process.execPath, [join(electronPackage, 'install.js')], { timeoutSeconds: FETCH_MINUTES * 60 })
    if (installedFolder() !== undefined) return installedFolder()
  }
  mkdirSync(cacheFolder(), { recursive: true })
  writeFileSync(closedMark, '')
  return undefined
}

/** Whether Electron's downloads answer at all: the installer itself would wait for minutes in front of a silent firewall. */
async function isReachable(): Promise<boolean> {
  const mirror =
    process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? 'https://github.com/electron/electron/releases/'
  // A process of its own, because Node reads the proxy of an office (HTTPS_PROXY) only at its start.
  const probe = `fetch(${JSON.stringify(mirror)}, { method: 'HEAD', redirect: 'manual' }).then(() => process.exit(0), () => process.exit(1))`
  const { code } = await run(process.execPath, ['-e', probe], {
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    timeoutSeconds: PROBE_SECONDS,
  })
  return code === 0
}

async function runtimeIn(folder: string): Promise<Runtime> {
  const version = versionIn(folder)
  if (majorOf(version) < majorOf(pinnedVersion())) return testRuntime(folder)
  return { executable: executableIn(folder), version, kind: 'current', sqliteBinding: undefined }
}

async function testRuntime(folder: string): Promise<Runtime> {
  const version = versionIn(folder)
  say(`Testlaufzeit: Electron ${version} statt ${pinnedVersion()}, nur für Entwicklung und Tests, nicht für echte Daten.`)
  return { executable: executableIn(folder), version, kind: 'test', sqliteBinding: await ensureSqliteBinding() }
}

function executableIn(folder: string): string {
  const names: Partial<Record<NodeJS.Platform, string>> = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }
  return join(folder, names[process.platform] ?? 'electron')
}

/** The version beside the binary (`dist/version`). */
function versionIn(folder: string): string {
  return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
}

function majorOf(version: string): number {
  return Number(version.split('.')[0])
}

/** The Electron that the program is made for: what package.json pins. */
function pinnedVersion(): string {
  const manifest = createRequire(import.meta.url).resolve('electron/package.json')
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(dirname(manifest), 'package.json'), 'utf8'))).version
}
