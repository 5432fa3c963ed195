import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isBuilt } from './build'
import { missingLibraries } from './systemPackages'
import { checkCarrier } from './testElectron'

test('a missing library is named, one that is there is not', () => {
  const output = '\tlibgtk-3.so.0 => not found\n\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)\n\tlibnss3.so => not found\n'
  expect(missingLibraries(output)).toEqual(['libgtk-3.so.0', 'libnss3.so'])
})

test('a tarball with other bytes than the known ones is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kreiswerkbank-sum-'))
  try {
    writeFileSync(join(folder, 'carrier.tgz'), 'abc')
    // ddaf35a1... is SHA-512 of "abc" (FIPS 180-4)
    await expect(checkCarrier(join(folder, 'carrier.tgz'))).rejects.toThrow(/SHA-512 ddaf35a193617aba… statt f09ace52ad610b5c…/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the program is built again after a change in any source folder, and only then', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kreiswerkbank-built-'))
  const write = (path: string, second: number) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), '')
    utimesSync(join(folder, path), second, second)
  }
  try {
    for (const layer of ['electron', 'renderer', 'shared', 'resources']) {
      write(`${layer}/deep/file.ts`, 100)
      utimesSync(join(folder, layer, 'deep'), 100, 100)
      utimesSync(join(folder, layer), 100, 100)
    }
    for (const file of ['electron.vite.config.ts', 'package-lock.json']) write(file, 100)
    expect(isBuilt(folder)).toBe(false)
    for (const file of ['out/main/main.js', 'out/preload/preload.js', 'out/renderer/index.html']) write(file, 200)
    expect(isBuilt(folder)).toBe(true)
    utimesSync(join(folder, 'shared/deep/file.ts'), 300, 300)
    expect(isBuilt(folder)).toBe(false)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
