// A list of 200,000 people, as workbook and as text: read within 600 MB, without a file in the temporary folder, and stopped at any row.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from '../../fixtures/folder'
import { writeLargeList } from '../../fixtures/largeList'

const ROWS = 200_000
const MOST_MIB = 600
const project = join(import.meta.dirname, '../../..')
const folder = temporaryFolder()
const workbook = join(folder.path, 'Liste.xlsx')
const text = join(folder.path, 'Liste.csv')
let runs = 0

beforeAll(() => {
  const lines = writeLargeList(workbook, ROWS, { hasManyColumns: true })
  writeFileSync(text, lines.map((line) => line.join(';')).join('\r\n'))
})
afterAll(() => folder[Symbol.dispose]())

interface Said {
  rows: number
  read?: number
  failure?: string
  peak?: number
}

/** Runs the job in a process of its own whose temporary folder is empty; `traces`: every name that ever appeared in it. */
async function read(file: string, { cancelAfter, killAfter = Infinity }: { cancelAfter?: number; killAfter?: number } = {}) {
  runs += 1
  const temporary = join(folder.path, `tmp${runs}`)
  mkdirSync(temporary)
  const traces = new Set<string | null>()
  const watcher = watch(temporary, (_, name) => traces.add(name))
  const script = join(import.meta.dirname, 'largeReading.process.ts')
  const args = ['--import', './tests/runtime/productCode.ts', script, file, ...(cancelAfter === undefined ? [] : [String(cancelAfter)])]
  const env = { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary }
  const child = spawn(process.execPath, args, { cwd: project, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  let last: Said = { rows: 0 }
  for await (const line of createInterface({ input: child.stdout })) {
    last = JSON.parse(line) as Said
    if (last.rows >= killAfter) child.kill('SIGKILL')
  }
  await ended
  watcher.close()
  return { ...last, traces: [...traces, ...readdirSync(temporary)] }
}

test.each([
  ['workbook', workbook],
  ['text', text],
])('a %s of 200,000 people is read within 600 MB and leaves nothing behind', async (_, file) => {
  const { read: people, peak, traces } = await read(file)
  expect(people).toBe(ROWS)
  expect(peak).toBeLessThan(MOST_MIB)
  expect(traces).toEqual([])
})

test.each([
  ['workbook', workbook],
  ['text', text],
])('reading a %s stops in the middle when somebody cancels it', async (_, file) => {
  const { rows, failure, read: people, traces } = await read(file, { cancelAfter: 50_000 })
  expect([failure, people, traces]).toEqual(['core/cancelled', undefined, []])
  expect(rows).toBeLessThan(51_000)
})

test('reading that is killed in the middle leaves nothing behind', async () => {
  const { read: people, rows, traces } = await read(workbook, { killAfter: 50_000 })
  expect([people, traces]).toEqual([undefined, []])
  expect(rows).toBeGreaterThanOrEqual(50_000)
})
