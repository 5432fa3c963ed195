// A program that saves, undoes, backs up and restores until it is killed: by a thread of its own, so that nothing of it decides when.
// Arguments: the folder, the passphrase, the operation that comes first, and how many milliseconds after its beginning the kill comes.
// It says before each operation which people the file will have after it, and after it that it is done.
import { Worker } from 'node:worker_threads'
import { WorkspaceSession } from '../../../electron/workspace/session'
import { directory } from '../../../shared/directory/calls'
import { nameOf } from '../../../shared/rooms'
import { workspace as calls } from '../../../shared/workspace/calls'
import { wholeList } from '../../fixtures/listWindow'
import { amira } from '../../fixtures/people'
import { quickPc } from '../../fixtures/quickOffice'

const OPERATIONS = ['save', 'undo', 'backup', 'restore'] as const
const [folder = '', passphrase = '', first = '', ms = ''] = process.argv.slice(2)
const session = WorkspaceSession.choose(folder, { ...quickPc().ports, now: Date.now })
const user = session.about.users[0]!.id
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)
const people = async () => {
  const { value } = await session.run(nameOf(directory.listPersons), { ...wholeList, limit: 500 })
  return directory.listPersons.output.parse(value).rows.map(({ lastName }) => lastName)
}
let acts = 0
/** Saves somebody whom no other process saved. */
const save = async () => (await session.run(nameOf(directory.createPerson), { ...amira, lastName: `P${process.pid} ${++acts}` })).act!

await session.unlock(user, passphrase)
// Something to undo, and something to restore that differs from it.
await session.backUp('hand')
const inBackup = await people()
let undoable = await save()
const armed = new Int32Array(new SharedArrayBuffer(4))
const killer = `
  const { parentPort, workerData } = require('node:worker_threads')
  parentPort.postMessage('ready')
  Atomics.wait(workerData.armed, 0, 0)
  Atomics.wait(workerData.armed, 0, 1, workerData.ms)
  process.kill(process.pid, 'SIGKILL')`
await new Promise((ready) => new Worker(killer, { eval: true, workerData: { armed, ms: Number(ms) } }).once('message', ready))
say({ op: 'ready', people: await people() })
for (let at = OPERATIONS.findIndex((one) => one === first); ; at++) {
  const op = OPERATIONS[at % OPERATIONS.length]!
  if (!session.isOpen) await session.unlock(user, passphrase)
  const present = await people()
  const begin = (after: readonly string[]) => {
    say({ op, people: after })
    if (Atomics.compareExchange(armed, 0, 0, 1) === 0) Atomics.notify(armed, 0)
  }
  if (op === 'save') {
    begin([...present, `P${process.pid} ${acts + 1}`])
    undoable = await save()
  }
  if (op === 'undo') {
    begin(present.filter((name) => name !== `P${process.pid} ${acts}`))
    await session.run(nameOf(calls.undoAct), { actId: undoable })
  }
  if (op === 'backup') {
    begin(present)
    await session.backUp('import')
  }
  if (op === 'restore') {
    begin(inBackup)
    const oldest = session.backups.list.filter(({ reason }) => reason === 'hand')[0]!
    await session.backups.prepareRestore(oldest.name)
    await session.restore()
  }
  say({ op: 'done' })
}
