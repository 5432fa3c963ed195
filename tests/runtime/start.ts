// `npm start`: makes sure of a runtime, builds what has changed, opens the program. Arguments after `--` go to the program.
import { buildIfNeeded } from './build.ts'
import { projectEnvironment, projectFolder, runInForeground } from './command.ts'
import { openDisplay } from './display.ts'
import { ensureRuntime, runtimeArguments, runtimeEnvironment } from './electron.ts'
import { runScript, say } from './say.ts'

await runScript(async () => {
  const runtime = await ensureRuntime()
  await buildIfNeeded()
  const display = await openDisplay()
  const programArguments = process.argv.slice(2)
  if (display.isInvisible && programArguments.length === 0) {
    // Nobody could see or close the window: show that the program works, and end.
    say('Kein Bildschirm gefunden: Das Fenster ist unsichtbar (Xvfb), das Programm prüft sich selbst und endet.')
    programArguments.push('--self-test')
  } else if (display.isInvisible) {
    say('Kein Bildschirm gefunden: Das Fenster ist unsichtbar (Xvfb).')
  }
  // Without a desktop Chromium misses its message bus and says so six times; what matters the program says itself.
  const quiet = display.isInvisible ? ['--log-level=3'] : []
  const env = { ...projectEnvironment(), ...runtimeEnvironment(runtime), ...display.env }
  try {
    return await runInForeground(runtime.executable, [...runtimeArguments(), ...quiet, projectFolder, ...programArguments], env)
  } finally {
    display.close()
  }
})
