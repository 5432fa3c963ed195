// What the scripts say. One line a message: people read it between npm's own lines.

/** Prints one line. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Something that only the person at the keyboard can change. Scripts print its sentence without a stack and end with 1. */
export class Impossible extends Error {
  override name = 'Impossible'
}

/** Runs a script's main function; an `Impossible` ends it with its sentence, all else with its stack. The result is the exit code. */
export async function runScript(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main()
  } catch (error) {
    process.stderr.write(`${error instanceof Impossible ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
    process.exitCode = 1
  }
}
