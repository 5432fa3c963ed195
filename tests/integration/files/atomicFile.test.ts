import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../fixtures/folder'
import { secondProcess } from '../../fixtures/secondProcess'

test('whenever the program is killed while it writes, the file is whole', async () => {
  using place = temporaryFolder()
  const file = join(place.path, 'keyring.json')
  for (let round = 0; round < 8; round++) {
    const writer = await secondProcess(join(import.meta.dirname, 'keyringWriter.process.ts'), [file])
    for (let more = 0; more < round; more++) await writer.saidMore()
    await writer.killHard()
    const found = JSON.parse(readFileSync(file, 'utf8')) as { round: number; end: number; filling: string }
    expect(found.end).toBe(found.round)
    expect(found.round).toBeGreaterThanOrEqual(round)
    expect(found.filling.length).toBe(200_000)
  }
  // What a killed writer leaves is one file, and the next one takes its place.
  expect(readdirSync(place.path).filter((name) => name !== 'keyring.json').length).toBeLessThanOrEqual(1)
})

// The limit of a process on the size of its files does what a full disk does: the first part is written, the rest refused.
test.skipIf(process.platform === 'win32')('on a full disk the old file stays whole, and the writer hears of it', () => {
  using place = temporaryFolder()
  const file = join(place.path, 'keyring.json')
  writeFileSync(file, 'the old keyring')
  const project = join(import.meta.dirname, '../../..')
  const script = join(import.meta.dirname, 'fullDisk.process.ts')
  const said = execFileSync(
    'bash',
    ['-c', 'ulimit -f 16; exec "$@"', 'bash', process.execPath, '--import', join(project, 'tests/runtime/productCode.ts'), script, file],
    {
      cwd: project,
      encoding: 'utf8',
    },
  )
  expect(said.trim()).toBe('EFBIG')
  expect(readFileSync(file, 'utf8')).toBe('the old keyring')
  expect(readdirSync(place.path)).toEqual(['keyring.json'])
})
