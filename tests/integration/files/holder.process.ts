// A second program, for tests: takes a workspace folder as the program does and keeps it until it is killed. Argument: the folder, the key in hex,
// and "share" or "local". On a share it also has the database open, and writes to it all the time.
import { openDatabase } from '../../../electron/store/database'
import { hold } from '../../../electron/store/lockFile'
import { filesOf } from '../../../electron/store/workspaceFolder'

const [folder = '', key = '', how = ''] = process.argv.slice(2)
hold(folder)
if (how === 'share') {
  const database = openDatabase(filesOf(folder).database, Buffer.from(key, 'hex'), { share: true })
  database.exec('CREATE TABLE IF NOT EXISTS beat (at INTEGER)')
  const write = () => {
    database.prepare('INSERT INTO beat (at) VALUES (?)').run(Date.now())
    setImmediate(write)
  }
  write()
}
process.stdout.write('held\n')
setInterval(() => undefined, 60_000)
