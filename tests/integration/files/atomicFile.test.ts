import { readdirSync, readFileSync } from 'node:fs'
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
