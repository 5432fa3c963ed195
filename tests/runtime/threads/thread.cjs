// One thread: prepares statements anew all the time, because references between native code and JavaScript are made and dropped there.
const { randomBytes } = require('node:crypto')
const { parentPort, workerData } = require('node:worker_threads')
const Database = require('better-sqlite3')

const { role, file, seconds } = workerData
const key = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff' // of this test, for a file of no one's data
const database = new Database(file, { nativeBinding: process.env.KREISWERKBANK_SQLITE_BINDING })
database.pragma("cipher = 'sqlcipher'")
database.pragma('legacy = 4')
database.pragma(`key = "x'${key}'"`)
database.pragma('journal_mode = WAL')
database.exec('CREATE TABLE IF NOT EXISTS line (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')

let rounds = 0
const end = Date.now() + seconds * 1000
while (Date.now() < end) {
  if (role === 'writer') database.prepare('INSERT INTO line (text) VALUES (:text)').run({ text: randomBytes(100).toString('hex') })
  const found = database.prepare('SELECT id, text FROM line WHERE id > :from ORDER BY id LIMIT 50').all({ from: Math.floor(rounds / 2) })
  if (found.some((line) => typeof line.text !== 'string' || line.text.length !== 200)) throw new Error('a line was read wrongly')
  for (const line of database.prepare('SELECT count(*) AS count FROM line').iterate()) if (line.count < 0) throw new Error('impossible')
  rounds += 1
}
database.close()
parentPort.postMessage(rounds)
