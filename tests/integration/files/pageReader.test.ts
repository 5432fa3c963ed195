import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { deriveKey } from '../../../electron/store/keyDerivation'
import { unlockWithPassphrase } from '../../../electron/store/keyring'
import { filesOf, readKeyrings } from '../../../electron/store/workspaceFolder'
import { nameOf } from '../../../shared/rooms'
import { workspace as calls } from '../../../shared/workspace/calls'
import { temporaryFolder } from '../../fixtures/folder'
import { newOffice, PASSPHRASE } from '../../fixtures/office'
import { decryptDatabase, WrongHmac } from '../../fixtures/pageReader'

test('our own page reader opens the file with the key of the keyring, another SQLite finds it whole, and one bit of the key less opens nothing', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await newOffice(place.path)
  for (let number = 0; number < 200; number++) {
    await session.run(nameOf(calls.keepDraft), {
      view: `directory/persons/${number}`,
      values: { lastName: 'Haddad', remarks: 'x'.repeat(300) },
    })
  }
  const backup = await session.backUp('hand')
  await session.lock()
  const key = await unlockWithPassphrase(readKeyrings(folder)[0], userId, PASSPHRASE, deriveKey)

  for (const file of [filesOf(folder).database, backup]) {
    const encrypted = readFileSync(file)
    expect(encrypted.length).toBeGreaterThan(40 * 4096)
    expect(encrypted.includes('Haddad')).toBe(false)
    const plain = join(place.path, 'plain.db')
    writeFileSync(plain, decryptDatabase(encrypted, key))
    const other = new DatabaseSync(plain, { readOnly: true })
    expect(other.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    expect(other.prepare(`SELECT count(*) AS drafts FROM draft WHERE vals LIKE '%Haddad%'`).get()).toEqual({ drafts: 200 })
    expect(other.prepare(`SELECT value FROM meta WHERE name = 'countyName'`).get()).toEqual({ value: 'Landkreis Erlenmark' })
    other.close()

    for (const bit of [0, 100, 255]) {
      const changed = Buffer.from(key)
      changed[bit >> 3] = changed[bit >> 3]! ^ (1 << (bit & 7))
      expect(() => decryptDatabase(encrypted, changed)).toThrow(new WrongHmac(1))
    }
    const touched = Buffer.from(encrypted)
    touched[20 * 4096 + 7] = touched[20 * 4096 + 7]! ^ 1
    expect(() => decryptDatabase(touched, key)).toThrow(new WrongHmac(21))
  }
})
