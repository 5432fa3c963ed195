// A disk that is full before a backup, and one that becomes full in the midst of it: a sentence, nothing half written, and work goes on.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOf } from '../../../electron/store/workspaceFolder'
import { WorkspaceSession } from '../../../electron/workspace/session'
import { directory } from '../../../shared/directory/calls'
import { nameOf } from '../../../shared/rooms'
import { noSpaceForBackup } from '../../../shared/workspace/backups'
import { fileNotReachable } from '../../../shared/workspace/shell'
import { wholeList } from '../../fixtures/listWindow'
import { failing } from '../../fixtures/failing'
import { temporaryFolder } from '../../fixtures/folder'
import { PASSPHRASE } from '../../fixtures/office'
import { amira } from '../../fixtures/people'
import { createPerson, quickOffice, quickPc } from '../../fixtures/quickOffice'

const peopleIn = async (session: WorkspaceSession) => {
  const { value } = await session.run(nameOf(directory.listPersons), { ...wholeList, limit: 1 })
  return directory.listPersons.output.parse(value).total
}
/** What a workspace's folder has beside what it always has. */
const remainders = (folder: string) =>
  [...readdirSync(folder), ...readdirSync(filesOf(folder).backups)].filter((name) => /\.(new|next|part)$/.test(name))

test('on a full disk no backup, copy or restore is begun; with space again all of them work', async (context) => {
  using place = temporaryFolder()
  const small = join(place.path, 'klein')
  mkdirSync(small)
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=10m', 'tmpfs', small]).status === 0
  if (!isMounted) return context.skip('only root on Linux can make a small disk')
  try {
    const { session, folder, userId } = await quickOffice(small)
    await createPerson(session)
    await session.backUp('hand')
    const [backup] = session.backups.list
    const filler = join(small, 'filler')
    const { bavail, bsize } = statfsSync(small)
    writeFileSync(filler, Buffer.alloc(bavail * bsize - 100_000))
    await expect(session.backUp('hand')).rejects.toThrow(failing(noSpaceForBackup))
    await expect(session.backups.copyTo(place.path)).rejects.toThrow(failing(noSpaceForBackup))
    await expect(session.backups.prepareRestore(backup!.name)).rejects.toThrow(failing(fileNotReachable, { folder: 'erlenmark.kwb' }))
    await expect(session.backups.makeSecond(backup!.name, { parent: small, folderName: 'kopie' })).rejects.toThrow(
      failing(fileNotReachable, { folder: 'klein' }),
    )
    expect(remainders(folder)).toEqual([])
    expect(readdirSync(small).sort()).toEqual(['erlenmark.kwb', 'filler'])
    expect(await peopleIn(session)).toBe(1)
    rmSync(filler)
    await createPerson(session)
    await session.backups.prepareRestore(backup!.name)
    await session.restore()
    await session.unlock(userId, PASSPHRASE)
    expect(await peopleIn(session)).toBe(1)
    await session.lock()
  } finally {
    spawnSync('umount', ['-l', small])
  }
})

// The limit of a process on the size of its files does what a disk does that becomes full: the first part is written, the rest refused.
test.skipIf(process.platform === 'win32')(
  'a disk that becomes full in the midst of a backup leaves no half of it, and the workspace as it was',
  async () => {
    using place = temporaryFolder()
    const ports = quickPc().ports
    const { session, folder, userId } = await quickOffice(place.path, ports)
    for (let number = 0; number < 20; number++)
      await session.run(nameOf(directory.createPerson), { ...amira, lastName: `Haddad ${number}` })
    await session.lock()
    const project = join(import.meta.dirname, '../../..')
    const script = join(import.meta.dirname, 'fullDiskBackup.process.ts')
    const program = [process.execPath, '--import', join(project, 'tests/runtime/productCode.ts'), script, folder, PASSPHRASE]
    const said = execFileSync('bash', ['-c', 'ulimit -f 200; exec "$@"', 'bash', ...program], { cwd: project, encoding: 'utf8' })
    expect(said.trim().split('\n')).toEqual(['backup workspace/not-reachable', 'copy workspace/not-reachable', 'people 20'])
    expect(remainders(folder)).toEqual([])
    expect(readdirSync(filesOf(folder).backups)).toEqual(['keyring.json'])
    const again = WorkspaceSession.choose(folder, ports)
    await again.unlock(userId, PASSPHRASE)
    expect(await peopleIn(again)).toBe(20)
    await again.backUp('hand')
    expect(await again.backups.check(again.backups.list[0]!.name)).toMatchObject({ people: 20, differing: [] })
    await again.lock()
  },
)
