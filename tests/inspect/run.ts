// `npm run inspect -- FILE.xlsx`: one JSON object on stdout and nothing else.
import { inspect } from '../../electron/courses/import/inspect'

const [path] = process.argv.slice(2)
if (path === undefined) {
  process.stderr.write('Aufruf: npm run --silent inspect -- DATEI.xlsx\n')
  process.exitCode = 2
} else {
  process.stdout.write(`${JSON.stringify(await inspect(path))}\n`)
}
