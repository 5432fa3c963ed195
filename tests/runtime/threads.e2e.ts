import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import * as z from 'zod'
import { run } from './command.ts'
import { launchCommand } from './launch.ts'

const SECONDS = 10

test('two threads of one program write and read one encrypted file for ten seconds without a crash', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kreiswerkbank-threads-'))
  try {
    const { program, args, env } = await launchCommand({
      userDataDir: join(folder, 'chromium'),
      appFolder: join(import.meta.dirname, 'threads'),
      env: { THREADS_FOLDER: folder, THREADS_SECONDS: String(SECONDS) },
    })
    const { code, output } = await run(program, args, { env, timeoutSeconds: 90 })
    expect(code, output).toBe(0)

    const line = output.split('\n').find((one) => one.startsWith('{')) ?? ''
    const { written, read } = z.object({ written: z.int(), read: z.int() }).parse(JSON.parse(line))
    expect(written).toBeGreaterThan(100)
    expect(read).toBeGreaterThan(100)
    // SQLCipher's file begins with the salt, never with SQLite's own words.
    expect(readFileSync(join(folder, 'threads.db')).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
