// On which Electron, and from which folder, this program runs. Without importing Electron: worker threads ask too.
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The Electron that the program is made for; a test holds it against package.json. */
export const ELECTRON_MAJOR = 45

/** Beside the resources of a package that was built on the test runtime. */
export const TEST_RUNTIME_MARK = 'testlaufzeit'

/** Whether this is a packaged program, by Electron's own rule: a bare Electron or Node keeps its name. */
export function isPackaged(executable: string = process.execPath): boolean {
  return !/^(electron|node)(\.exe)?$/i.test(basename(executable))
}

/** The folder `resources` beside the packaged program; on macOS it stands in the bundle, one folder up. */
export function resourcesFolder(executable: string = process.execPath): string {
  const folder = dirname(executable)
  return basename(folder) === 'MacOS' ? join(dirname(folder), 'Resources') : join(folder, 'resources')
}

/** Older than the Electron that the program is made for: good for development and tests, never for real data. In plain Node: no. */
export function isTestRuntime(electronVersion: string | undefined = process.versions['electron']): boolean {
  return electronVersion !== undefined && Number(electronVersion.split('.')[0]) < ELECTRON_MAJOR
}

/** A package built on the test runtime: it says so in the status line and opens the demo county only. */
export function isPackagedTestRuntime(executable: string = process.execPath): boolean {
  return isPackaged(executable) && existsSync(join(resourcesFolder(executable), TEST_RUNTIME_MARK))
}
