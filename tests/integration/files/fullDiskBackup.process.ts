// Backs up and copies a workspace on a disk that becomes full, and says what came of it. Arguments: the folder, the passphrase.
import { isWorkbenchError } from '../../../shared/core/errors'
import { WorkspaceSession } from '../../../electron/workspace/session'
import { directory } from '../../../shared/directory/calls'
import { nameOf } from '../../../shared/rooms'
import { wholeList } from '../../fixtures/listWindow'
import { quickPc } from '../../fixtures/quickOffice'

const [folder = '', passphrase = ''] = process.argv.slice(2)
const session = WorkspaceSession.choose(folder, quickPc().ports)
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (isWorkbenchError(error) ? error.definition.code : String(error)),
  )
// The first unlock of a day makes a backup of its own, which fails just the same.
process.on('unhandledRejection', () => undefined)
await session.unlock(session.about.users[0]!.id, passphrase)
process.stdout.write(`backup ${await outcome(session.backUp('hand'))}\n`)
process.stdout.write(`copy ${await outcome(session.backups.copyTo(`${folder}/..`))}\n`)
const { value } = await session.run(nameOf(directory.listPersons), { ...wholeList, limit: 1 })
process.stdout.write(`people ${directory.listPersons.output.parse(value).total}\n`)
await session.lock()
