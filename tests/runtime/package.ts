// `npm run package`: an application folder and a zip of it in dist/. What cannot be had on this machine (installers need tools from the
// network, and Windows an Electron of its own) is named in tests/windows.md.
import { cp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { build, type Configuration, Platform } from 'electron-builder'
import { TEST_RUNTIME_MARK } from '../../electron/runtime.ts'
import { buildIfNeeded } from './build.ts'
import { projectFolder } from './command.ts'
import { ensureRuntime, type Runtime } from './electron.ts'
import { runScript, say } from './say.ts'
import { writeZip } from './zip.ts'
import manifest from '../../package.json' with { type: 'json' }

const output = join(projectFolder, 'dist')

// What every package must have; it is set, and read back from the binary. The last one is not known to the test runtime's Electron.
const fuses: readonly [FuseV1Options, keyof NonNullable<Configuration['electronFuses']>, 'on' | 'off'][] = [
  [FuseV1Options.RunAsNode, 'runAsNode', 'off'],
  [FuseV1Options.EnableCookieEncryption, 'enableCookieEncryption', 'on'],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, 'enableNodeOptionsEnvironmentVariable', 'off'],
  [FuseV1Options.EnableNodeCliInspectArguments, 'enableNodeCliInspectArguments', 'off'],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, 'enableEmbeddedAsarIntegrityValidation', 'on'],
  [FuseV1Options.OnlyLoadAppFromAsar, 'onlyLoadAppFromAsar', 'on'],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, 'grantFileProtocolExtraPrivileges', 'off'],
]

await runScript(async () => {
  const runtime = await ensureRuntime()
  await buildIfNeeded()
  const known = runtime.kind === 'current' ? fuses : fuses.filter(([fuse]) => fuse !== FuseV1Options.GrantFileProtocolExtraPrivileges)
  let unpacked = ''
  await build({
    projectDir: projectFolder,
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    config: {
      electronDist: dirname(runtime.executable),
      electronVersion: runtime.version,
      electronFuses: Object.fromEntries(known.map(([, name, state]) => [name, state === 'on'])),
      afterPack: async ({ appOutDir }) => {
        unpacked = appOutDir
        await markTestRuntime(runtime, join(appOutDir, 'resources'))
      },
    },
  })
  await checkFuses(join(unpacked, `${manifest.name}${process.platform === 'win32' ? '.exe' : ''}`), known)

  const name = `${manifest.productName}-${manifest.version}-${process.platform}-${process.arch}${runtime.kind === 'test' ? '-testlaufzeit' : ''}`
  const folder = join(output, name)
  await rm(folder, { recursive: true, force: true })
  await rename(unpacked, folder)
  const bytes = await writeZip(folder, name, `${folder}.zip`)
  say(folder)
  say(`${folder}.zip (${Math.round(bytes / 1_000_000)} MB)`)
  if (runtime.kind === 'test') say('Auf der Testlaufzeit gebaut: öffnet nur den Beispiellandkreis, nicht für echte Daten.')
  return 0
})

/** A package on the test runtime knows it by a file, and has a SQLite that its Electron can load. */
async function markTestRuntime({ kind, sqliteBinding }: Runtime, resources: string): Promise<void> {
  if (kind === 'current') return
  // The starter for app folders that the bare test runtime has; of Electron's own electron-builder takes care.
  await rm(join(resources, 'app'), { recursive: true, force: true })
  await cp(join(import.meta.dirname, 'testElectron/testlaufzeit.txt'), join(resources, TEST_RUNTIME_MARK))
  if (sqliteBinding !== undefined) await cp(sqliteBinding, join(resources, 'better_sqlite3.node'))
}

async function checkFuses(executable: string, expected: typeof fuses): Promise<void> {
  const wire = await getCurrentFuseWire(executable)
  for (const [fuse, name, state] of expected) {
    const isOn = wire[fuse] === FuseState.ENABLE
    if (isOn !== (state === 'on') || wire[fuse] === undefined) throw new Error(`The fuse ${name} is not ${state}.`)
  }
  say(`Sicherungen zurückgelesen: ${expected.map(([, name, state]) => `${name} ${state === 'on' ? 'an' : 'aus'}`).join(', ')}`)
}
