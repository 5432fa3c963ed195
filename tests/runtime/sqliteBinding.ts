// SQLite for an Electron that knows Node-API 8 only: compiled from the installed package's source, in a folder of its own.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import * as z from 'zod'
import { cached } from './cache.ts'
import { projectEnvironment, projectFolder, run } from './command.ts'
import { Impossible, say } from './say.ts'
import { ensureInstalled, missingForCompiler } from './systemPackages.ts'

const source = join(projectFolder, 'node_modules/better-sqlite3')
const boxing = join(import.meta.dirname, 'testElectron/node-api-8.h')
const builder = join(projectFolder, 'node_modules/node-gyp/bin/node-gyp.js')
const NAME = 'better_sqlite3.node'

/** Each is replaced in the package's binding.gyp: the older Node-API, and no link-time optimisation (minutes for nothing in tests). */
const gypChanges: readonly [from: RegExp, to: string][] = [
  [/NAPI_VERSION=10/g, 'NAPI_VERSION=8'],
  [/'-flto', /g, ''],
  [/, '-flto'/g, ''],
  [/\['-flto'\]/g, '[]'],
]

/** Path of a `better_sqlite3.node` for Node-API 8: from the cache, else compiled (about a minute). @throws Impossible */
export async function ensureSqliteBinding(): Promise<string> {
  const folder = await cached(`sqlite-napi8-${process.platform}-${process.arch}-${inputsHash()}`, async (emptyFolder) => {
    const headers = headersFolder()
    await ensureInstalled(missingForCompiler(), 'Um SQLite für die Testlaufzeit zu übersetzen')
    say('SQLite wird einmalig für die Testlaufzeit übersetzt (etwa eine Minute).')
    const work = await mkdtemp(join(tmpdir(), 'kreiswerkbank-sqlite-'))
    try {
      await compile(work, headers)
      await cp(join(work, 'build/Release', NAME), join(emptyFolder, NAME))
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  })
  return join(folder, NAME)
}

async function compile(work: string, headers: string): Promise<void> {
  await cp(source, work, { recursive: true, filter: (file) => !file.endsWith('.node') })
  const gypFile = join(work, 'binding.gyp')
  let gyp = await readFile(gypFile, 'utf8')
  for (const [from, to] of gypChanges) gyp = gyp.replaceAll(from, to)
  await writeFile(gypFile, gyp)
  const { code, output } = await run(process.execPath, [builder, 'rebuild', '--release', '--force_build=1', `--nodedir=${headers}`], {
    cwd: work,
    env: {
      ...projectEnvironment(),
      NODE_PATH: join(projectFolder, 'node_modules'), // where binding.gyp finds node-addon-api
      CXXFLAGS: `-include ${boxing}`,
      JOBS: 'max',
    },
  })
  if (code !== 0) throw new Error(`SQLite ließ sich nicht übersetzen:\n${output.split('\n').slice(-30).join('\n')}`)
}

/** Node's C headers: the pinned Node brings its own; else those of another Node on this machine. @throws Impossible */
function headersFolder(): string {
  const installed = dirname(dirname(process.execPath))
  const candidates = [
    join(installed, `node_modules/node-${process.platform}-${process.arch}`),
    join(installed, `../node-${process.platform}-${process.arch}`),
    installed,
    process.env['npm_config_nodedir'],
    '/usr/local',
    '/usr',
  ]
  const found = candidates.find((folder) => folder !== undefined && existsSync(join(folder, 'include/node/node_api.h')))
  if (found === undefined) {
    throw new Impossible(
      'Um SQLite für die Testlaufzeit zu übersetzen, fehlen die C-Header von Node. Unter Debian: apt-get install libnode-dev',
    )
  }
  return resolve(found)
}

/** Everything that decides what comes out: source, changes to it, header, builder. */
function inputsHash(): string {
  const hash = createHash('sha256')
  hash.update(versionOf(source)).update(versionOf(join(projectFolder, 'node_modules/node-gyp')))
  hash.update(versionOf(join(projectFolder, 'node_modules/node-addon-api')))
  hash.update(readFileSync(join(source, 'binding.gyp'))).update(readFileSync(boxing))
  hash.update(gypChanges.map(([from, to]) => `${from.source}>${to}`).join('\n'))
  return hash.digest('hex').slice(0, 16)
}

function versionOf(folder: string): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).version
}
