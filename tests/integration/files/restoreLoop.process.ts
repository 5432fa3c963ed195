// A program that backs up and restores without a pause until it is killed. Arguments: the folder, the passphrase.
import { WorkspaceSession } from '../../../electron/workspace/session'
import { nameOf } from '../../../shared/rooms'
import { workspace as calls } from '../../../shared/workspace/calls'
import { quickPc } from '../../fixtures/quickOffice'

const [folder = '', passphrase = ''] = process.argv.slice(2)
const session = WorkspaceSession.choose(folder, { ...quickPc().ports, now: Date.now })
const user = session.about.users[0]!.id
for (let round = 0; ; round++) {
  await session.unlock(user, passphrase)
  await session.run(nameOf(calls.keepDraft), { view: 'x', values: { round } })
  await session.backUp('hand')
  process.stdout.write(`${round}\n`)
  const newest = session.backups.list[0]!
  await session.backups.prepareRestore(newest.name)
  await session.restore()
}
