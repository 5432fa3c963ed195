// The window's one way to the main process: typed, and parsed on this side too.
import * as z from 'zod'
import type { CommandCall, InputOf, JobCall, OutputOf, QueryCall } from '../../shared/core/call'
import { Answer, type Bridge, CommandAnswer, type FailureMessage, QueryAnswer, WorkbenchEvent } from '../../shared/core/bridge'
import { nameOf } from '../../shared/rooms'
import { t } from '../../shared/i18n/text'
import { shell as shellAsks, type ShellAsk } from '../../shared/workspace/shell'

declare global {
  interface Window {
    workbench: Bridge
  }
}

/** Something the main process refused or could not do. `sentence` is translated and filled when it is read, so it follows the language. */
export class Failed extends Error {
  override name = 'Failed'
  readonly code: string
  readonly failure: FailureMessage

  constructor(failure: FailureMessage) {
    super(failure.code)
    this.code = failure.code
    this.failure = failure
  }

  get sentence(): string {
    return t(this.failure.sentence, this.failure.params)
  }
}

/** Runs a command and gives its output, and its act if there is something to undo. @throws Failed */
export async function run<C extends CommandCall>(command: C, input: InputOf<C>): Promise<{ value: OutputOf<C>; act: string | null }> {
  const { value, act } = CommandAnswer.parse(valueOf(await window.workbench.call(nameOf(command), input)))
  return { value: z.parse(command.output, value) as OutputOf<C>, act }
}

/** Asks a query; `entities` are the tables it read. @throws Failed */
export async function ask<C extends QueryCall>(
  query: C,
  input: InputOf<C>,
): Promise<{ value: OutputOf<C>; entities: string[]; revision: number }> {
  const answer = QueryAnswer.parse(valueOf(await window.workbench.call(nameOf(query), input)))
  return { ...answer, value: z.parse(query.output, answer.value) as OutputOf<C> }
}

/** Starts a job and gives its id; how it goes comes as events, see jobs.ts. @throws Failed */
export async function startJob<C extends JobCall>(job: C, input: InputOf<C>): Promise<string> {
  return z.string().parse(valueOf(await window.workbench.startJob(nameOf(job), input)))
}

/** Asks a running job to stop; it may answer with the best it has so far. @throws Failed */
export async function cancelJob(id: string): Promise<void> {
  valueOf(await window.workbench.cancelJob(id))
}

type ShellInput<Name extends ShellAsk> = z.input<(typeof shellAsks)[Name]['input']>
type ShellOutput<Name extends ShellAsk> = z.output<(typeof shellAsks)[Name]['output']>

/** Asks the main process itself: unlocking, dialogs, preferences. @throws Failed */
export async function shell<Name extends ShellAsk>(name: Name, input: ShellInput<Name>): Promise<ShellOutput<Name>> {
  const output: z.ZodType = shellAsks[name].output
  return output.parse(valueOf(await window.workbench.shell(name, input))) as ShellOutput<Name>
}

const hearers = new Set<(event: WorkbenchEvent) => void>()
let isListening = false

/** Hears what the main process tells; gives the function that stops hearing. All of the window shares one listener of the bridge. */
export function listen(hear: (event: WorkbenchEvent) => void): () => void {
  hearers.add(hear)
  if (!isListening) {
    isListening = true
    window.workbench.listen((event) => {
      const parsed = WorkbenchEvent.parse(event)
      for (const one of hearers) one(parsed)
    })
  }
  return () => {
    hearers.delete(hear)
  }
}

function valueOf(answer: Answer): unknown {
  const parsed = Answer.parse(answer)
  if (!parsed.ok) throw new Failed(parsed.failure)
  return parsed.value
}
