// A program that changes a workspace without a pause until it is killed: it saves, changes the passphrase between two, renews the
// recovery key, makes backups; or makes new workspaces. Arguments: what, the folder, the first passphrase, the other one.
import { WorkspaceSession } from '../../../electron/workspace/session'
import { nameOf } from '../../../shared/rooms'
import { workspace as calls } from '../../../shared/workspace/calls'
import { office } from '../../fixtures/office'
import { quickPc } from '../../fixtures/quickOffice'

const [what = '', folder = '', first = '', other = ''] = process.argv.slice(2)
const ports = { ...quickPc().ports, now: Date.now }
const say = (line: string) => process.stdout.write(`${line}\n`)

if (what === 'create') {
  for (let round = 0; ; round++) {
    const { session } = await WorkspaceSession.create(
      { parent: folder, folderName: `${round}` },
      office,
      { name: 'Kerstin Vogt', passphrase: first },
      ports,
    )
    say(`${round}`)
    await session.lock()
  }
}
const session = WorkspaceSession.choose(folder, ports)
await session.unlock(session.about.users[0]!.id, first)
for (let round = 0; ; round++) {
  await session.run(nameOf(calls.keepDraft), { view: 'x', values: { round } })
  say(`${round}`)
  await session.keys.changePassphrase(round % 2 === 0 ? first : other, round % 2 === 0 ? other : first)
  await session.backUp('hand')
}
