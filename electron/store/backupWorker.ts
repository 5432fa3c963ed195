// The one entry of the worker that opens backups. It gets the key from a thread of the store, does one task and ends.
import '../globalCrypto'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { type BackupTask, doBackupTask } from './backupTask'
import { crossingFailure, type FromBackupWorker } from './messages'

const main = parentPort
if (main === null) throw new Error('Backups are opened in a worker thread')
const { task, lender } = workerData as { task: BackupTask; lender: MessagePort }
const say = (message: FromBackupWorker) => main.postMessage(message)

lender.once('message', (key: Uint8Array) => {
  lender.close()
  try {
    say({ type: 'done', checked: doBackupTask(task, key) })
  } catch (error) {
    say({ type: 'failed', failure: crossingFailure(error) })
  } finally {
    key.fill(0)
  }
})
