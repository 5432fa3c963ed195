// Writes a large file over a small one on a disk that is nearly full. Argument: the file.
import { writeAtomically } from '../../../electron/store/atomicFile'

const [file = ''] = process.argv.slice(2)
try {
  writeAtomically(file, 'y'.repeat(200_000))
  process.stdout.write('written\n')
} catch (error) {
  process.stdout.write(`${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}\n`)
}
