// Fetches and builds all that is needed to run the program, and says where it is: `node tests/runtime/install.ts`.
import { openDisplay } from './display.ts'
import { ensureRuntime, runtimeArguments, runtimeEnvironment } from './electron.ts'
import { runScript, say } from './say.ts'

await runScript(async () => {
  const runtime = await ensureRuntime()
  const display = await openDisplay()
  display.close()
  say(`Electron ${runtime.version}: ${[runtime.executable, ...runtimeArguments()].join(' ')}`)
  for (const [name, value] of Object.entries(runtimeEnvironment(runtime))) say(`${name}=${value ?? ''}`)
  return 0
})
