// `npm run dev`: the program with hot reload. Changes of the window appear at once, changes of the main process start it anew.
import { join } from 'node:path'
import { projectEnvironment, projectFolder, runInForeground } from './command.ts'
import { openDisplay } from './display.ts'
import { ensureRuntime, isRoot, runtimeEnvironment } from './electron.ts'
import { runScript, say } from './say.ts'

await runScript(async () => {
  const runtime = await ensureRuntime()
  const display = await openDisplay()
  if (display.isInvisible) say('Kein Bildschirm gefunden: Das Fenster ist unsichtbar (Xvfb).')
  const builder = join(projectFolder, 'node_modules/electron-vite/bin/electron-vite.js')
  const env = { ...projectEnvironment(), ...runtimeEnvironment(runtime), ...display.env }
  const switches = ['dev', '--watch', ...(isRoot() ? ['--noSandbox'] : []), ...process.argv.slice(2)]
  try {
    return await runInForeground(process.execPath, [builder, ...switches], env)
  } finally {
    display.close()
  }
})
