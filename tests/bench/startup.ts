// From the start of the process to a usable unlock screen, beside an empty window of the same runtime: `npm run bench -- startup [--rounds N]`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { temporaryFolder } from '../fixtures/folder'
import { createWorkspace, openDesk } from '../fixtures/mainJob'
import { projectFolder } from '../runtime/command'
import { launchCommand } from '../runtime/launch'
import { median } from './figures'

const GOAL = 1.5

/** Starts both in turns, without Playwright, and prints the ratio of the medians. */
export async function benchStartup(argv: string[]): Promise<void> {
  const { values } = parseArgs({ args: argv, options: { rounds: { type: 'string', default: '9' } } })
  using place = temporaryFolder()
  const userData = join(place.path, 'nutzer')
  const desk = await openDesk(userData)
  await createWorkspace(desk, {
    parent: place.path,
    folderName: 'erlenmark',
    countyKey: '99001',
    countyName: 'Landkreis Erlenmark',
    officeName: 'Koordinierungsstelle',
    userName: 'Kerstin Vogt',
    passphrase: 'vier Wörter auf Papier',
  })
  await desk.program.close()

  console.log(`Start bis zum Bild, in Sekunden; Last vorher ${loadavg()[0]!.toFixed(2)}`)
  const [program, empty]: [number[], number[]] = [[], []]
  for (let round = 0; round <= Number(values.rounds); round++) {
    const unlock = await secondsToPicture(userData, projectFolder, 'input[type=password]')
    const window = await secondsToPicture(join(place.path, 'leer'), join(projectFolder, 'tests/runtime/emptyWindow'), 'p')
    // The first turn warms the disk's cache.
    if (round === 0) continue
    program.push(unlock)
    empty.push(window)
  }
  const ratios = program.map((value, index) => value / empty[index]!)
  const middle = median(program) / median(empty)
  const range = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`
  console.log(`Entsperren ${median(program).toFixed(2)} s, leeres Fenster ${median(empty).toFixed(2)} s`)
  console.log(`Verhältnis ${middle.toFixed(2)} (${range}), Ziel 1,5: ${middle <= GOAL ? 'erreicht' : 'verfehlt'}`)
}

/** Seconds from the spawn to the last large part of the page being painted, by the page's own clock, once `selector` is there. */
async function secondsToPicture(userDataDir: string, appFolder: string, selector: string): Promise<number> {
  const { program, args, env } = await launchCommand({ userDataDir, appFolder, args: ['--remote-debugging-port=0'] })
  const begunAt = Date.now()
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  try {
    const page = await pageOf(await debuggerPort(child.stderr))
    return ((await valueIn(page, `(${paintedAt.toString()})(${JSON.stringify(selector)})`)) - begunAt) / 1000
  } finally {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
}

/** Runs in the page: UTC ms of its largest paint so far. */
async function paintedAt(selector: string): Promise<number> {
  while (document.querySelector(selector) === null) await new Promise((resolve) => setTimeout(resolve, 10))
  return new Promise<number>((resolve) => {
    new PerformanceObserver((list) => resolve(performance.timeOrigin + list.getEntries().at(-1)!.startTime)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    })
  })
}

async function debuggerPort(stderr: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stderr })) {
    const [, port] = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(line) ?? []
    if (port !== undefined) return port
  }
  throw new Error('The program ended before it could be measured')
}

/** Electron's debugger is spoken to directly: Playwright expects a whole browser behind such an address. */
async function pageOf(port: string): Promise<WebSocket> {
  const Target = z.object({ type: z.string(), webSocketDebuggerUrl: z.string().optional() })
  for (let tries = 0; tries < 500; tries++) {
    const targets = z.array(Target).parse(await (await fetch(`http://127.0.0.1:${port}/json/list`)).json())
    const address = targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl
    if (address !== undefined) {
      const socket = new WebSocket(address)
      await once(socket, 'open')
      return socket
    }
    await delay(20)
  }
  throw new Error('The program shows no window')
}

/** Asks again while the page is still being loaded: it has nothing then that could answer. */
async function valueIn(page: WebSocket, expression: string): Promise<number> {
  const Answer = z.object({ result: z.object({ result: z.object({ value: z.number() }) }) })
  for (let id = 1; id <= 500; id++) {
    const heard = once(page, 'message') as Promise<[MessageEvent]>
    page.send(JSON.stringify({ id, method: 'Runtime.evaluate', params: { expression, awaitPromise: true, returnByValue: true } }))
    const answer = Answer.safeParse(JSON.parse(String((await heard)[0].data)))
    if (answer.success) return answer.data.result.result.value
    await delay(20)
  }
  throw new Error('The page shows nothing')
}
