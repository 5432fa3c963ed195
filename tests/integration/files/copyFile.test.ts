// A workspace in one file (.kwbz): what comes out is the same workspace as a copy; what is none comes out as nothing.
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'
import { ZipFile } from 'yazl'
import { expect, test } from 'vitest'
import { filesOf } from '../../../electron/store/workspaceFolder'
import { WorkspaceSession } from '../../../electron/workspace/session'
import { unpackWorkspace } from '../../../electron/workspace/workspaceBackups'
import { directory } from '../../../shared/directory/calls'
import { nameOf } from '../../../shared/rooms'
import { noCopyFile } from '../../../shared/workspace/backups'
import * as failures from '../../../shared/workspace/shell'
import { wholeList } from '../../fixtures/listWindow'
import { writeErasedFile } from '../../fixtures/erasedFile'
import { failing } from '../../fixtures/failing'
import { temporaryFolder } from '../../fixtures/folder'
import { PASSPHRASE } from '../../fixtures/office'
import { createPerson, keyOf, quickOffice, quickPc } from '../../fixtures/quickOffice'

async function packed(place: string) {
  const office = await quickOffice(place)
  await createPerson(office.session)
  writeErasedFile(filesOf(office.folder).erased, await keyOf(office.folder, office.userId), [])
  const stick = join(place, 'stick')
  mkdirSync(stick)
  return { ...office, stick, file: await office.session.backups.copyTo(stick) }
}

async function zipOf(file: string, members: Record<string, Buffer>): Promise<void> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(members)) zip.addBuffer(content, name)
  zip.end()
  await pipeline(zip.outputStream as Readable, createWriteStream(file))
}

test('the file has keyring, database and erased.bin and nothing else; unpacked elsewhere it opens as a copy', async () => {
  using place = temporaryFolder()
  const { session, folder, stick, file, userId } = await packed(place.path)
  expect(basename(file)).toBe('erlenmark-2026-11-24.kwbz')
  expect(basename(await session.backups.copyTo(stick))).toBe('erlenmark-2026-11-24 (2).kwbz')
  const zip = await yauzl.openPromise(file)
  const members: string[] = []
  for await (const entry of zip.eachEntry()) members.push(entry.fileName)
  expect(members).toEqual(['workspace.db', 'keyring.json', 'erased.bin'])
  expect(readdirSync(stick).filter((name) => name.endsWith('.part'))).toEqual([])
  expect(readdirSync(filesOf(folder).backups)).toEqual(['keyring.json'])
  await session.lock()

  const unpacked = await unpackWorkspace(file, { parent: place.path, folderName: 'ausgepackt' })
  const copy = WorkspaceSession.choose(unpacked, quickPc().ports)
  await copy.unlock(userId, PASSPHRASE)
  const { value } = await copy.run(nameOf(directory.listPersons), { ...wholeList, limit: 5 })
  expect(directory.listPersons.output.parse(value).total).toBe(1)
  await copy.lock()
  expect(readFileSync(filesOf(unpacked).erased)).toEqual(readFileSync(filesOf(folder).erased))
})

test('a file that is none, lacks a part, brings another or leads elsewhere is refused, and nothing of it stays', async () => {
  using place = temporaryFolder()
  const { session, file, stick } = await packed(place.path)
  await session.lock()
  const whole = readFileSync(file)
  const keyring = readFileSync(filesOf(session.folder).keyring)
  const database = readFileSync(filesOf(session.folder).database)
  const other = join(stick, 'andere.kwbz')
  const unpack = () => unpackWorkspace(other, { parent: place.path, folderName: 'ausgepackt' })
  const damaged = Buffer.from(whole)
  damaged[5000] = damaged[5000]! ^ 1
  for (const content of [Buffer.from('kein Archiv'), Buffer.alloc(0), whole.subarray(0, whole.length - 300), damaged]) {
    writeFileSync(other, content)
    await expect(unpack()).rejects.toThrow(failing(noCopyFile, { file: 'andere.kwbz' }))
  }
  const parts = { 'workspace.db': database, 'keyring.json': keyring }
  const wrong: Record<string, Buffer>[] = [
    { 'workspace.db': database },
    { 'keyring.json': keyring },
    { ...parts, 'mehr.exe': keyring },
    { ...parts, 'backups/keyring.json': keyring },
  ]
  for (const members of wrong) {
    await zipOf(other, members)
    await expect(unpack()).rejects.toThrow(failing(noCopyFile))
  }
  // yazl itself writes no such name: one of the same length is put in its place.
  await zipOf(other, { ...parts, 'xx/xx/evil.txt': keyring })
  writeFileSync(other, Buffer.from(readFileSync(other).toString('latin1').replaceAll('xx/xx/evil.txt', '../../evil.txt'), 'latin1'))
  await expect(unpack()).rejects.toThrow(failing(noCopyFile))
  await zipOf(other, { ...parts, 'keyring.json': Buffer.from('{}') })
  await expect(unpack()).rejects.toThrow(failing(failures.keyringLost))
  await expect(unpackWorkspace(join(stick, 'weg.kwbz'), { parent: place.path, folderName: 'x' })).rejects.toThrow(
    failing(failures.fileNotReachable),
  )
  await expect(unpackWorkspace(file, { parent: place.path, folderName: 'erlenmark' })).rejects.toThrow(failing(failures.folderTaken))
  expect(readdirSync(place.path).sort()).toEqual(['erlenmark.kwb', 'stick'])
  expect(existsSync(join(place.path, '..', 'evil.txt'))).toBe(false)
})

test('a copy to a place that is gone or cannot be written leaves nothing behind, there or beside the workspace', async () => {
  using place = temporaryFolder()
  const { session, folder } = await packed(place.path)
  await expect(session.backups.copyTo(join(place.path, 'gezogen'))).rejects.toThrow(
    failing(failures.fileNotReachable, { folder: 'gezogen' }),
  )
  expect(readdirSync(filesOf(folder).backups)).toEqual(['keyring.json'])
  expect(statSync(filesOf(folder).database).size).toBeGreaterThan(0)
  await session.lock()
})
