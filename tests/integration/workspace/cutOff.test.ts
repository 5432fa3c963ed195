// Long work that did not come to its end is noted in the file: the next unlock says so, and what it left in the clear is taken away.
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { partEnding } from '../../../electron/jobs/part'
import { openDatabase } from '../../../electron/store/database'
import { filesOf } from '../../../electron/store/workspaceFolder'
import { WorkspaceSession } from '../../../electron/workspace/session'
import { cutOffText } from '../../../renderer/app/cutOff'
import { temporaryFolder } from '../../fixtures/folder'
import { PASSPHRASE } from '../../fixtures/office'
import { keyOf, quickOffice } from '../../fixtures/quickOffice'

const startedAt = Date.UTC(2026, 10, 24, 9, 12)
const planning = { id: 'job-1', name: 'courses.planGroups', startedAt, places: [] }

/** The file as a kill leaves it: what runs is noted, and nobody closed it in peace. */
async function killed(session: WorkspaceSession, folder: string, userId: string): Promise<void> {
  await session.lock()
  const file = openDatabase(filesOf(folder).database, await keyOf(folder, userId))
  file.exec('UPDATE runningJob SET endedBy = NULL')
  file.close()
}

test('what came to its end is not mentioned; what a crash or a lock cut off is, until somebody has read it', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await quickOffice(place.path)
  await session.jobNotes.begin(planning)
  await session.jobNotes.begin({ ...planning, id: 'job-2' })
  await session.jobNotes.end('job-2')
  expect(await session.jobNotes.cutOff()).toEqual([])
  await killed(session, folder, userId)
  await session.unlock(userId, PASSPHRASE)
  const [crashed] = await session.jobNotes.cutOff()
  expect(crashed).toEqual({ name: 'courses.planGroups', startedAt, endedBy: 'crash', leftIn: [] })
  expect(cutOffText(crashed!)).toBe(
    '„Gruppen planen“ vom 24.11.2026, 10:12 wurde unterbrochen, denn das Programm oder der Rechner fiel aus. Nichts wurde halb geschrieben; beginnen Sie es noch einmal.',
  )

  await session.jobNotes.begin({ ...planning, id: 'job-3', startedAt: startedAt + 60_000 })
  await session.lock()
  await session.unlock(userId, PASSPHRASE)
  expect((await session.jobNotes.cutOff()).map(({ endedBy }) => endedBy)).toEqual(['crash', 'lock'])
  await session.jobNotes.forget()
  expect(await session.jobNotes.cutOff()).toEqual([])
  await session.lock()
  await session.unlock(userId, PASSPHRASE)
  expect(await session.jobNotes.cutOff()).toEqual([])
  await session.lock()
})

test('what a killed export left in its folder is taken away, only that, and where it cannot be reached the folder is named', async () => {
  using place = temporaryFolder()
  const { session, folder, userId } = await quickOffice(place.path)
  const [stick, drive] = [join(place.path, 'Stick'), join(place.path, 'Laufwerk')]
  const left = `Landkreis Erlenmark 2026-11-24${partEnding('job-1')}`
  for (const where of [stick, drive]) {
    mkdirSync(join(where, left, 'daten'), { recursive: true })
    writeFileSync(join(where, left, 'daten', 'person.csv'), 'Haddad')
    writeFileSync(join(where, `fremd${partEnding('job-9')}`), '')
    writeFileSync(join(where, 'Liste.xlsx'), '')
  }
  await session.jobNotes.begin({ id: 'job-1', name: 'workspace.exportEverything', startedAt, places: [stick, drive] })
  await killed(session, folder, userId)
  renameSync(stick, `${stick} gezogen`)
  await session.unlock(userId, PASSPHRASE)
  const [cut] = await session.jobNotes.cutOff()
  expect(cut?.leftIn).toEqual(['Stick'])
  expect(cutOffText(cut!)).toContain('Im Ordner „Stick“ kann ein unverschlüsselter Rest')
  expect(cutOffText(cut!)).not.toContain('Nichts wurde halb geschrieben')
  expect(readdirSync(drive).sort()).toEqual(['Liste.xlsx', `fremd${partEnding('job-9')}`])

  // The stick is there again before somebody has read it.
  renameSync(`${stick} gezogen`, stick)
  expect((await session.jobNotes.cutOff())[0]?.leftIn).toEqual([])
  expect(readdirSync(stick).sort()).toEqual(['Liste.xlsx', `fremd${partEnding('job-9')}`])
  await session.lock()
})

test('a backup and a copy know nothing of work that runs here, and reading one notes nothing', async () => {
  using place = temporaryFolder()
  const { session, folder, userId, ports } = await quickOffice(place.path)
  await session.jobNotes.begin(planning)
  await session.backUp('hand')
  const [backup] = session.backups.list
  const second = await session.backups.makeSecond(backup!.name, { parent: place.path, folderName: 'kopie' })
  const copy = WorkspaceSession.choose(second, ports)
  await copy.unlock(userId, PASSPHRASE)
  expect(await copy.jobNotes.cutOff()).toEqual([])
  await copy.lock()
  const reading = WorkspaceSession.choose(folder, ports)
  await reading.openBackup(userId, PASSPHRASE)
  expect(await reading.jobNotes.cutOff()).toEqual([])
  await reading.lock()
  await session.backups.prepareRestore(backup!.name)
  await session.restore()
  await session.unlock(userId, PASSPHRASE)
  expect(await session.jobNotes.cutOff()).toEqual([])
  await session.lock()
  rmSync(second, { recursive: true })
})
