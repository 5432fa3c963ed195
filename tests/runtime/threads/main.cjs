// Two threads of the main process on one encrypted file, as the store has them: one writes, both prepare and read without a pause.
const { app } = require('electron')
const { join } = require('node:path')
const { Worker } = require('node:worker_threads')

const { THREADS_FOLDER: folder, THREADS_SECONDS: seconds } = process.env

function start(role) {
  return new Promise((done, fail) => {
    const worker = new Worker(join(__dirname, 'thread.cjs'), { workerData: { role, file: join(folder, 'threads.db'), seconds: Number(seconds) } })
    worker.on('message', done)
    worker.on('error', fail)
  })
}

async function main() {
  await app.whenReady()
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
