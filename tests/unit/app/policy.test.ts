import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newerVersionIn } from '../../../electron/app/newerVersion'
import { policyPlaces, readPolicy } from '../../../electron/app/policy'
import { mayWrite, ruledPreferences } from '../../../shared/workspace/policy'
import { temporaryFolder } from '../../fixtures/folder'

const preferences = { language: 'en', theme: 'dark', density: 'compact', idleMinutes: 60 } as const

test('without a policy the user decides; with one the language is ruled and the idle time has a bound', () => {
  expect(ruledPreferences(preferences, {})).toEqual(preferences)
  expect(ruledPreferences(preferences, { language: 'de', idleMinutesAtMost: 10 })).toEqual({
    ...preferences,
    language: 'de',
    idleMinutes: 10,
  })
  expect(ruledPreferences({ ...preferences, idleMinutes: 5 }, { idleMinutesAtMost: 10 }).idleMinutes).toBe(5)
})

test('only formats that the policy names may be written; without the list all may', () => {
  expect(mayWrite({}, 'pdf')).toBe(true)
  expect(mayWrite({ exportFormats: ['xlsx'] }, 'xlsx')).toBe(true)
  expect(mayWrite({ exportFormats: ['xlsx'] }, 'pdf')).toBe(false)
  expect(mayWrite({ exportFormats: [] }, 'xlsx')).toBe(false)
})

test('what the PC rules for all stands over the file beside the program, which a user may have put there', () => {
  expect(policyPlaces('/opt/kreiswerkbank/kreiswerkbank', null)).toEqual([
    '/etc/kreiswerkbank/kreiswerkbank-policy.json',
    '/opt/kreiswerkbank/kreiswerkbank-policy.json',
  ])
  using folder = temporaryFolder()
  const [strong, weak] = ['stark.json', 'schwach.json'].map((name) => join(folder.path, name)) as [string, string]
  writeFileSync(weak, '{"idleMinutesAtMost": 200}')
  expect(readPolicy([strong, weak])).toEqual({ file: weak, policy: { idleMinutesAtMost: 200 }, faults: [] })
  writeFileSync(strong, '{"language": "de"}')
  expect(readPolicy([strong, weak])).toEqual({ file: strong, policy: { language: 'de' }, faults: [] })
})

test('a part that makes no sense is named and left out, the others hold', () => {
  using folder = temporaryFolder()
  const file = join(folder.path, 'vorgabe.json')
  // As Windows' own editor writes it.
  writeFileSync(
    file,
    '\uFEFF{"idleMinutesAtMost": "zehn", "language": "de", "exportFormats": ["xlsx", "exe"], "passphrase": "x", "outputFolder": "P:\\\\Ausgabe"}',
  )
  expect(readPolicy([file])).toEqual({
    file,
    policy: { language: 'de', outputFolder: 'P:\\Ausgabe' },
    faults: ['idleMinutesAtMost', 'exportFormats', 'passphrase'],
  })
})

test('a policy that cannot be read rules nothing and is named: rubbish, a list, a folder', () => {
  using folder = temporaryFolder()
  for (const [name, text] of Object.entries({ rubbish: '{', list: '[1]', nothing: 'null', empty: '' })) {
    const file = join(folder.path, name)
    writeFileSync(file, text)
    expect(readPolicy([file])).toEqual({ file, policy: {}, faults: [''] })
  }
  const inside = join(folder.path, 'ordner.json')
  mkdirSync(inside)
  expect(readPolicy([inside]).faults).toEqual([''])
})

test('a newer version is the greatest one that lies in the folder, compared by numbers, and other files are none', async () => {
  using folder = temporaryFolder()
  expect(await newerVersionIn(join(folder.path, 'fehlt'), '0.1.0')).toBeNull()
  const lay = (name: string) => writeFileSync(join(folder.path, name), '')
  for (const name of [
    'Kreiswerkbank-0.1.0.msi',
    'Kreiswerkbank-0.0.9-win.zip',
    'Andere-9.0.0.msi',
    'Kreiswerkbank-9.0.0.txt',
    'Kreiswerkbank-99999.0.0.msi',
  ])
    lay(name)
  expect(await newerVersionIn(folder.path, '0.1.0')).toBeNull()
  for (const name of [
    'Kreiswerkbank-0.9.0.msi',
    'Kreiswerkbank-0.10.0-win.zip',
    'kreiswerkbank_0.2.0_amd64.deb',
    'Kreiswerkbank Setup 0.9.9.exe',
  ])
    lay(name)
  expect(await newerVersionIn(folder.path, '0.1.0')).toBe('0.10.0')
  expect(await newerVersionIn(folder.path, '0.10.0')).toBeNull()
})
