// `npm run inspect -- FILE.xlsx`: one JSON object on stdout and nothing else.
import { pipeline } from 'node:stream/promises'
import { inspectAsJson } from '../../electron/courses/import/inspect'

const [path] = process.argv.slice(2)
if (path === undefined) {
  process.stderr.write('Aufruf: npm run --silent inspect -- DATEI.xlsx\n')
  process.exitCode = 2
} else {
  await pipeline(inspectAsJson(path), process.stdout)
}
