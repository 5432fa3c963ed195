import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  BrokenKeyring,
  createKeyring,
  type Keyring,
  parseKeyring,
  unlockWithPassphrase,
  unlockWithRecoveryKey,
  withNewRecoveryKey,
  withPassphrase,
  WrongPassphrase,
} from '../../../electron/store/keyring'
import { deriveKey } from '../../../electron/store/keyDerivation'
import { wrongRecoveryKey } from '../../../shared/workspace/shell'

const office = { countyKey: '99001', countyName: 'Landkreis Erlenmark', officeName: 'Koordinierungsstelle', isDemo: false }
const passphrase = 'vier Wörter auf Papier'
const made = await createKeyring(office, { name: 'Kerstin Vogt', passphrase }, deriveKey)
const unlock = (keyring: Keyring, words = passphrase) => unlockWithPassphrase(keyring, made.userId, words, deriveKey)

/** The keyring with a value changed and the checksum made to fit again, as somebody would who knows the format but not the key. */
function forged(change: (keyring: Keyring) => unknown): string {
  const keyring = structuredClone(made.keyring)
  change(keyring)
  const { seal, ...rest } = keyring
  const body = Object.fromEntries(Object.entries(rest).filter(([name]) => name !== 'checksum'))
  const checksum = createHash('sha256')
    .update(`${JSON.stringify(body)} ${seal}`)
    .digest('hex')
  return JSON.stringify({ ...body, seal, checksum })
}
const flipped = (hex: string) => (hex.startsWith('0') ? '1' : '0') + hex.slice(1)

test('the key comes back out of the written keyring by passphrase and by recovery key, and stands in it nowhere', async () => {
  const text = JSON.stringify(made.keyring)
  const read = parseKeyring(text)
  expect(await unlock(read)).toEqual(made.key)
  expect(unlockWithRecoveryKey(read, made.recoveryKey)).toEqual(made.key)
  expect(text).not.toContain(made.key.toString('hex'))
  expect(text).not.toContain(made.recoveryKey.slice(0, 4))
  expect(read.users[0]).toMatchObject({ name: 'Kerstin Vogt', role: 'coordinator', argon2: { memoryKib: 65536, passes: 3, lanes: 1 } })
})

test('the same words typed on another keyboard open it, other words do not', async () => {
  expect(await unlock(made.keyring, passphrase.normalize('NFD'))).toEqual(made.key)
  await expect(unlock(made.keyring, `${passphrase} `)).rejects.toThrow(WrongPassphrase)
  await expect(unlockWithPassphrase(made.keyring, '0'.repeat(32), passphrase, deriveKey)).rejects.toThrow(WrongPassphrase)
})

test('a changed passphrase and a new recovery key leave the key as it is, and the old ones open nothing', async () => {
  const changed = await withPassphrase(made.keyring, made.key, made.userId, 'ganz andere Wörter', deriveKey)
  expect(await unlock(changed, 'ganz andere Wörter')).toEqual(made.key)
  await expect(unlock(changed)).rejects.toThrow(WrongPassphrase)
  const renewed = withNewRecoveryKey(changed, made.key)
  expect(unlockWithRecoveryKey(renewed.keyring, renewed.recoveryKey)).toEqual(made.key)
  expect(() => unlockWithRecoveryKey(renewed.keyring, made.recoveryKey)).toThrow(
    expect.objectContaining({ definition: wrongRecoveryKey, params: { group: 0 } }),
  )
})

test('damage is found before any passphrase is asked for', () => {
  const text = JSON.stringify(made.keyring)
  for (const broken of [
    '',
    '{}',
    'null',
    '[]',
    text.slice(0, -20),
    text.replace('Erlenmark', 'Erlenmarck'),
    text.replace(made.keyring.users[0]!.salt, flipped(made.keyring.users[0]!.salt)),
  ]) {
    expect(() => parseKeyring(broken)).toThrow(BrokenKeyring)
  }
})

test('a hostile keyring cannot make the program take gigabytes, run for minutes, or weaken a passphrase', () => {
  const costs = [
    { memoryKib: 1024 * 1024 + 1 },
    { memoryKib: 64 * 1024 - 1 },
    { passes: 21 },
    { passes: 2 },
    { lanes: 0 },
    { lanes: 5 },
    { memoryKib: 65536.5 },
    { passes: -3 },
  ]
  for (const cost of costs) {
    expect(() => parseKeyring(forged(({ users }) => Object.assign(users[0]!.argon2, cost)))).toThrow(BrokenKeyring)
  }
})

test('two users of one id are refused', () => {
  expect(() => parseKeyring(forged(({ users }) => users.push(users[0]!)))).toThrow(BrokenKeyring)
})

const forgeries: Record<string, (keyring: Keyring) => unknown> = {
  'another role': ({ users }) => (users[0]!.role = 'reader'),
  'another user name': ({ users }) => (users[0]!.name = 'Jörg Naumann'),
  'another county': (keyring) => (keyring.countyName = 'Landkreis Anderswo'),
  'demo made of real data': (keyring) => (keyring.isDemo = true),
  'another seal': (keyring) => (keyring.seal = flipped(keyring.seal)),
  'another recovery salt': ({ recovery }) => (recovery.salt = flipped(recovery.salt)),
}
for (const [what, change] of Object.entries(forgeries)) {
  test(`forged: ${what} is found as soon as the key is there`, async () => {
    await expect(unlock(parseKeyring(forged(change)))).rejects.toThrow(BrokenKeyring)
  })
}

const useless: Record<string, (keyring: Keyring) => unknown> = {
  'another workspace': (keyring) => (keyring.workspaceId = flipped(keyring.workspaceId)),
  'cheaper derivation': ({ users }) => (users[0]!.argon2.passes = 4),
  'another salt': ({ users }) => (users[0]!.salt = flipped(users[0]!.salt)),
  'another nonce': ({ users }) => (users[0]!.key.nonce = flipped(users[0]!.key.nonce)),
  'another ciphertext': ({ users }) => (users[0]!.key.sealed = flipped(users[0]!.key.sealed)),
  'another tag': ({ users }) => (users[0]!.key.tag = flipped(users[0]!.key.tag)),
}
for (const [what, change] of Object.entries(useless)) {
  test(`forged: ${what} unwraps nothing`, async () => {
    await expect(unlock(parseKeyring(forged(change)))).rejects.toThrow(WrongPassphrase)
  })
}

test('forged: under another user id, or for another workspace, neither passphrase nor recovery key unwraps anything', async () => {
  const otherId = flipped(made.userId)
  const renamed = parseKeyring(forged(({ users }) => (users[0]!.id = otherId)))
  await expect(unlockWithPassphrase(renamed, otherId, passphrase, deriveKey)).rejects.toThrow(WrongPassphrase)
  const moved = parseKeyring(forged((keyring) => (keyring.workspaceId = flipped(keyring.workspaceId))))
  expect(() => unlockWithRecoveryKey(moved, made.recoveryKey)).toThrow(expect.objectContaining({ definition: wrongRecoveryKey }))
})
