// What preload.ts exposes as `window.workbench`, and nothing else. All of it is data; both sides parse it.
import * as z from 'zod'
import { Id } from './entity'

/** A failure as it crosses: the German sentence with its parameters is translated and filled on screen. */
export const FailureMessage = z.object({
  code: z.string(),
  sentence: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type FailureMessage = z.infer<typeof FailureMessage>
export const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: FailureMessage }),
])
export type Answer = z.infer<typeof Answer>
/** The answer of a query says what it read, so that the screen knows when to ask again. */
export const QueryAnswer = z.object({ value: z.unknown(), entities: z.array(z.string()), revision: z.int() })

/** The answer of a command. `act`: what an undo takes back; `null` where nothing was changed that is in the log. */
export const CommandAnswer = z.object({ value: z.unknown(), act: Id.nullable() })

export const JobState = z.object({
  id: z.string(),
  name: z.string(),
  label: z.string(),
  startedAt: z.int(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  progress: z.unknown(),
  result: z.unknown(),
  failure: FailureMessage.nullable(),
})
export type JobState = z.infer<typeof JobState>

/** What the main process tells the window without being asked. */
export const WorkbenchEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('changed'), entities: z.array(z.string()), revision: z.int() }),
  z.object({ type: z.literal('shell') }),
  /** Files were dropped onto this window; `takeFiles` gives them. */
  z.object({ type: z.literal('files') }),
  z.object({ type: z.literal('job'), job: JobState }),
  /** The workspace locks in `seconds`; any key keeps it open. */
  z.object({ type: z.literal('lockWarning'), seconds: z.int() }),
  /** A menu or the system asks to keep unsaved input now: the workspace locks or closes next. */
  z.object({ type: z.literal('beforeLock') }),
  /** So many files of the workspace have the new key. */
  z.object({ type: z.literal('newKey'), done: z.int(), total: z.int() }),
])
export type WorkbenchEvent = z.infer<typeof WorkbenchEvent>

export interface Bridge {
  /** Runs a query or command `<room>.<call>`. The value is a `QueryAnswer` or a `CommandAnswer`. */
  call(name: string, input: unknown): Promise<Answer>
  /** Starts a job; the value is its id, its course comes as events of type `job`. */
  startJob(name: string, input: unknown): Promise<Answer>
  cancelJob(id: string): Promise<Answer>
  /** One of the asks of shared/workspace/shell.ts. */
  shell(name: string, input: unknown): Promise<Answer>
  /** Calls back on every event until the returned function is called. */
  listen(hear: (event: unknown) => void): () => void
}
