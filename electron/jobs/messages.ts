// What crosses between the main process and a job's worker. Both ends are ours.
import type { ThreadFailure } from '../store/messages'

/** What a worker is started with. `flag`: an Int32 in shared memory, 1 asks it to stop. `paths`: behind the file tokens of the input. */
export interface JobOrder {
  id: string
  name: string
  input: unknown
  fed: unknown
  flag: SharedArrayBuffer
  paths: Record<string, string>
}
export type FromJob =
  | { type: 'progress'; progress: unknown }
  | { type: 'done'; result: unknown }
  | { type: 'failed'; failure: ThreadFailure }
