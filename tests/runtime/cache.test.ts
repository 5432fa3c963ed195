import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cached, cacheFolder, findCached } from './cache'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kreiswerkbank-cache-'))
  vi.stubEnv('XDG_CACHE_HOME', home)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true })
})

const makeWith = (text: string) => async (folder: string) => writeFileSync(join(folder, 'made'), text)

test('what was made once is found again and not made anew', async () => {
  const folder = await cached('thing', makeWith('first'))
  expect(folder).toBe(join(home, 'kreiswerkbank/runtime/thing'))
  expect(await cached('thing', makeWith('second'))).toBe(folder)
  expect(readFileSync(join(folder, 'made'), 'utf8')).toBe('first')
})

test('a making that fails half-way leaves nothing behind that looks finished', async () => {
  const failing = cached('thing', async (folder) => {
    writeFileSync(join(folder, 'made'), 'half')
    throw new Error('no network')
  })
  await expect(failing).rejects.toThrow('no network')
  expect(findCached('thing')).toBeUndefined()
  expect(readdirSync(cacheFolder())).toEqual([])
})

test('of two runs that make the same at once both get a whole one', async () => {
  const folders = await Promise.all([cached('thing', makeWith('whole')), cached('thing', makeWith('whole'))])
  expect(new Set(folders).size).toBe(1)
  expect(existsSync(join(folders[0], 'made'))).toBe(true)
  expect(readdirSync(cacheFolder())).toEqual(['thing'])
})
