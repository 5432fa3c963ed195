// Writes the same keyring again and again, one of two texts, until it is killed. Argument: the file.
import { writeAtomically } from '../../../electron/store/atomicFile'

const [file = ''] = process.argv.slice(2)
for (let round = 0; ; round++) {
  writeAtomically(file, JSON.stringify({ round, filling: 'x'.repeat(200_000), end: round }))
  process.stdout.write(`${round}\n`)
}
