import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import manifest from '../../package.json'
import { ELECTRON_MAJOR, isPackaged, isPackagedTestRuntime, isTestRuntime } from '../../electron/runtime'
import { sqliteBinding } from '../../electron/store/binding'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kreiswerkbank-packaged-'))
  mkdirSync(join(folder, 'resources'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

test('the Electron that the program asks for is the one that package.json pins', () => {
  expect(manifest.devDependencies.electron.split('.')[0]).toBe(String(ELECTRON_MAJOR))
})

test('an older Electron is the test runtime; the pinned one and plain Node are not', () => {
  expect(isTestRuntime('25.1.1')).toBe(true)
  expect(isTestRuntime(manifest.devDependencies.electron)).toBe(false)
  expect(isTestRuntime(undefined)).toBe(false)
})

test('a bare Electron or Node is no package, a program of its own name is', () => {
  expect(isPackaged('/opt/electron/electron')).toBe(false)
  expect(isPackaged('/usr/bin/node')).toBe(false)
  expect(isPackaged('/opt/kreiswerkbank/kreiswerkbank')).toBe(true)
})

test('only a package with the mark in its resources is one of the test runtime', () => {
  expect(isPackagedTestRuntime(join(folder, 'kreiswerkbank'))).toBe(false)
  writeFileSync(join(folder, 'resources/testlaufzeit'), '')
  expect(isPackagedTestRuntime(join(folder, 'kreiswerkbank'))).toBe(true)
  expect(isPackagedTestRuntime(join(folder, 'electron'))).toBe(false)
})

test('a packaged program loads SQLite from its own folder only, whatever the environment says', () => {
  vi.stubEnv('KREISWERKBANK_SQLITE_BINDING', '/tmp/foreign.node')
  expect(sqliteBinding(join(folder, 'electron'))).toBe('/tmp/foreign.node')
  expect(sqliteBinding(join(folder, 'kreiswerkbank'))).toBeUndefined()
  writeFileSync(join(folder, 'resources/better_sqlite3.node'), '')
  expect(sqliteBinding(join(folder, 'kreiswerkbank'))).toBe(join(folder, 'resources/better_sqlite3.node'))
})
