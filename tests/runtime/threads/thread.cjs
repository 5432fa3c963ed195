// One thread: prepares statements anew all the time, because references between native code and JavaScript are made and dropped there.
const { randomBytes } = require('node:crypto')
const { parentPort, workerData } = require('node:worker_threads')
const openDatabase = require('./database.cjs')

const { role, file, seconds } = workerData
const database = openDatabase(file)

// Names of parameters become references to strings: Node-API 8 knows none, so they are boxed, in a set per thread (testElectron/node-api-8.h).
const columns = Array.from({ length: 20 }, (_, index) => `:value + ${index} AS column${index}`).join(', ')
const manyColumns = `SELECT ${columns}`

let rounds = 0
const end = Date.now() + seconds * 1000
while (Date.now() < end) {
  const numbers = database.prepare(manyColumns).get({ value: rounds })
  if (numbers.column19 !== rounds + 19) throw new Error('a number was read wrongly')
  if (role === 'writer' && rounds % 10 === 0) {
    database.prepare('INSERT INTO line (text) VALUES (:text)').run({ text: randomBytes(100).toString('hex') })
  }
  for (const line of database.prepare('SELECT id, text FROM line ORDER BY id DESC LIMIT 5').iterate()) {
    if (typeof line.text !== 'string' || line.text.length !== 200) throw new Error('a line was read wrongly')
  }
  rounds += 1
}
database.close()
parentPort.postMessage(rounds)
