// Opens the built program (out/) in a real Electron for tests and for the demo. The packaged program cannot be driven: its fuses forbid it.
import { _electron, type ElectronApplication } from 'playwright'
import { projectFolder } from './command.ts'
import { type Display, openDisplay } from './display.ts'
import { ensureRuntime, isRoot, type Runtime, runtimeArguments, runtimeEnvironment } from './electron.ts'

export interface LaunchOptions {
  /** A folder of the caller's own: Chromium's data, and what makes this start independent of every other one. */
  userDataDir: string
  /** The program's own switches, such as `--share`. */
  args?: readonly string[]
  env?: Record<string, string>
  /** The folder with the package.json to run; the project's own where it is missing. */
  appFolder?: string
}

let prepared: Promise<{ runtime: Runtime; display: Display }> | undefined

/** Runtime and screen, once a process: tests start the program many times. */
export function prepareLaunch(): Promise<{ runtime: Runtime; display: Display }> {
  prepared ??= ensureRuntime().then(async (runtime) => ({ runtime, display: await openDisplay() }))
  return prepared
}

/** Starts the program and gives it to the caller, who closes it. Its first window comes by `firstWindow()`. */
export async function launchWorkbench(options: LaunchOptions): Promise<ElectronApplication> {
  const { program, args, env } = await launchCommand(options)
  return _electron.launch({ executablePath: program, chromiumSandbox: !isRoot(), args, env })
}

/** Program, arguments and environment for a start without Playwright: a second program, one that is killed, one that only prints. */
export async function launchCommand({ userDataDir, args = [], env = {}, appFolder = projectFolder }: LaunchOptions) {
  const { runtime, display } = await prepareLaunch()
  return {
    program: runtime.executable,
    args: [...runtimeArguments(), `--user-data-dir=${userDataDir}`, appFolder, ...args],
    env: definedOnly({ ...process.env, ...runtimeEnvironment(runtime), ...display.env, ...env }),
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
