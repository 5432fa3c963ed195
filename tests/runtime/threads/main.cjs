// Two threads of the main process on one encrypted file, as the store has them: one writes, both prepare and read without a pause.
const { app } = require('electron')
const { join } = require('node:path')
const { Worker } = require('node:worker_threads')
const openDatabase = require('./database.cjs')

const { THREADS_FOLDER, THREADS_SECONDS } = process.env
const file = join(THREADS_FOLDER, 'threads.db')

function start(role) {
  return new Promise((done, fail) => {
    const worker = new Worker(join(__dirname, 'thread.cjs'), { workerData: { role, file, seconds: Number(THREADS_SECONDS) } })
    worker.on('message', done)
    worker.on('error', fail)
  })
}

async function main() {
  await app.whenReady()
  // Before the threads: two that make one file at once would each give it a salt.
  const database = openDatabase(file)
  database.exec('CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
  database.close()
  const [written, read] = await Promise.all([start('writer'), start('reader')])
  process.stdout.write(`${JSON.stringify({ written, read })}\n`)
}

main().then(
  () => app.exit(0),
  (error) => {
    process.stderr.write(`${error.stack}\n`)
    app.exit(1)
  },
)
