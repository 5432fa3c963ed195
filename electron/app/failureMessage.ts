// How a failure crosses to the window: code, German sentence and parameters, never a stack.
import { randomBytes } from 'node:crypto'
import type { FailureMessage } from '../../shared/core/bridge'
import { isWorkbenchError, unexpected } from '../../shared/core/errors'

/** Hears of bugs: a mark that the user can name, the kind of error, and where in the code; never a message, for it may carry values. */
export type NoteBug = (bug: { trace: string; name: string; frames: string[] }) => void

/** The failure that a user sees. Everything that is no `WorkbenchError` is a bug and gets a mark under which it is noted. */
export function failureOf(error: unknown, noteBug: NoteBug): FailureMessage {
  if (isWorkbenchError(error)) return { code: error.definition.code, sentence: error.definition.sentence, params: error.params }
  const trace = randomBytes(4).toString('hex')
  noteBug({ trace, ...placeOf(error) })
  return { code: unexpected.code, sentence: unexpected.sentence, params: { trace } }
}

/** Kind and place of an error: lines of the stack that name code. SQLite's own code (`SQLITE_FULL`) says more than its class. */
function placeOf(error: unknown): { name: string; frames: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] }
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { name: error.name + code, frames: frames.slice(0, 12).map((line) => line.trim()) }
}
