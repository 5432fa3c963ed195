// What a job's function gets. It runs in a worker that ends with it; worker.ts is its one entry.
import type * as z from 'zod'
import type { Call, FedOf, JobCall, OutputOf, ProgressOf } from '../../shared/core/call'

export interface JobContext<Progress, Fed> {
  /** Of this run: what it has begun to write bears it, see part.ts. */
  id: string
  /** Reads a flag in shared memory: true at once, also inside a solver's callback. */
  signal: { readonly aborted: boolean }
  /** Sends progress to the job tray and to the caller. */
  report: (progress: Progress) => void
  /** The path behind a `FileToken` of the input. Only the main process and its workers know paths. */
  path: (token: string) => string
  /** The answer of the call's `fedBy` query; `undefined` where it names none. */
  fed: Fed
}

/** Computes from plain data; never gets a Writer. Cancelling is an answer, not an error: return the best so far, or throw `cancelled`. */
export type Job<C extends Call> = C extends JobCall
  ? (input: z.output<C['input']>, context: JobContext<ProgressOf<C>, FedOf<C>>) => OutputOf<C> | Promise<OutputOf<C>>
  : never
