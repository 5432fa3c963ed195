// Starting other programs from the scripts.
import { spawn } from 'node:child_process'
import { delimiter, join, resolve } from 'node:path'

/** The checkout. */
export const projectFolder = resolve(import.meta.dirname, '../..')

/** The environment with the project's own programs (pinned Node, electron-vite ...) found first, as npm scripts have it. */
export function projectEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: [join(projectFolder, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter) }
}

export interface CommandResult {
  /** `null`: killed, by us when its time was up, or not found. */
  code: number | null
  /** Both streams, in the order they came. */
  output: string
}

/** Runs a program to its end and keeps what it prints. Never throws: a program that cannot be started has code `null`. */
export function run(
  program: string,
  programArguments: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; timeoutSeconds?: number } = {},
): Promise<CommandResult> {
  return new Promise((done) => {
    const child = spawn(program, programArguments, {
      cwd: options.cwd ?? projectFolder,
      env: options.env ?? projectEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: (options.timeoutSeconds ?? 0) * 1000,
    })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => done({ code: null, output: `${output}${error.message}` }))
    child.on('close', (code) => done({ code, output }))
  })
}

/** Runs a program in the foreground, on the script's own streams; Ctrl+C reaches it. The result is its exit code. */
export function runInForeground(program: string, programArguments: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(program, programArguments, { cwd: projectFolder, env, stdio: 'inherit' })
    const passOn = (signal: NodeJS.Signals) => child.kill(signal)
    process.on('SIGINT', passOn).on('SIGTERM', passOn)
    child.on('error', fail)
    child.on('close', (code, signal) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn)
      done(code ?? (signal === 'SIGINT' ? 130 : 1))
    })
  })
}
