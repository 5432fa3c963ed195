// A screen to open windows on: the person's own, else an invisible one for as long as the script runs.
import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { Impossible } from './say.ts'
import { ensureInstalled, missingForInvisibleScreen } from './systemPackages.ts'

export interface Display {
  /** What a program needs in its environment to find the screen. */
  env: NodeJS.ProcessEnv
  isInvisible: boolean
  close: () => void
}

/** Wide enough for the largest layout that is tested. */
const SCREEN = '1920x1200x24'

/** The screen to use. An invisible one ends with `close`, at the latest with this process. @throws Impossible */
export async function openDisplay(): Promise<Display> {
  if (hasDisplay()) return { env: {}, isInvisible: false, close: () => {} }
  await ensureInstalled(await missingForInvisibleScreen(), 'Um das Programm ohne Bildschirm zu starten')
  // Xvfb looks for a free number itself and writes it to stream 3 once programs can connect.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const close = () => void server.kill()
  process.once('exit', close)
  const number = await firstLine(server.stdio[3])
  if (number === undefined) throw new Impossible('Der unsichtbare Bildschirm (Xvfb) ließ sich nicht starten.')
  server.unref()
  return { env: { DISPLAY: `:${number}` }, isInvisible: true, close }
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== ''
}

/** The first line that comes, or `undefined` if the stream ends before one. */
function firstLine(stream: unknown): Promise<string | undefined> {
  const readable = stream as Readable
  return new Promise((done) => {
    let text = ''
    readable.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const end = text.indexOf('\n')
      if (end < 0) return
      done(text.slice(0, end).trim())
      readable.destroy()
    })
    readable.on('close', () => done(undefined))
  })
}
