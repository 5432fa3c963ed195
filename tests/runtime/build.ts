// Builds the program into out/, unless what stands there is younger than every file it is made of.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { projectEnvironment, projectFolder, runInForeground } from './command.ts'
import { Impossible } from './say.ts'

const sources = ['electron', 'renderer', 'shared', 'resources', 'electron.vite.config.ts', 'package-lock.json']
const results = ['out/main/main.js', 'out/preload/preload.js', 'out/renderer/index.html']

/** @throws Impossible if the program cannot be built; what is wrong stands on the screen already. */
export async function buildIfNeeded(): Promise<void> {
  if (isBuilt(projectFolder)) return
  const builder = join(projectFolder, 'node_modules/electron-vite/bin/electron-vite.js')
  const code = await runInForeground(process.execPath, [builder, 'build', '--logLevel', 'warn'], projectEnvironment())
  if (code !== 0) throw new Impossible('Das Programm ließ sich nicht bauen (siehe oben).')
}

/** Whether all results are there and none of the sources is younger than the oldest of them. */
export function isBuilt(folder: string): boolean {
  const built = results.map((file) => statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return Math.min(...built) > Math.max(...sources.map((source) => newest(join(folder, source))))
}

/** The youngest change in a file or folder; 0 where there is none. A removed file changes its folder. */
function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
