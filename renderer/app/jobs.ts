import * as z from 'zod'
import { useState } from 'react'
import { create } from 'zustand'
import { combine } from 'zustand/middleware'
import type { Call, InputOf, JobCall, OutputOf, ProgressOf } from '../../shared/core/call'
import type { JobState } from '../../shared/core/bridge'
import { nameOf } from '../../shared/rooms'
import { cancelJob, Failed, listen, startJob } from './client'
import { failedFrom } from './live'
import { clearAtLock } from './lock'
import type { Mark } from './remaining'

const none: readonly JobState[] = []
/** A folder that was chosen in this window. */
export interface ChosenFolder {
  token: string
  name: string
}
/** By job: the folder that it writes to. */
const noFolders: Readonly<Record<string, ChosenFolder>> = {}
/** By job: how far it was when that could be told first. */
const noMarks: Readonly<Record<string, Mark>> = {}

const Counted = z.object({ done: z.number(), total: z.number().positive() })

/** How far a job is, where it counts. */
export function countedOf({ progress }: JobState): z.infer<typeof Counted> | null {
  return Counted.safeParse(progress).data ?? null
}

/** Jobs of this window, oldest first. Finished ones stay until somebody has seen them. */
export const useJobs = create(
  combine({ jobs: none, folders: noFolders, marks: noMarks }, (set) => ({
    writesTo: (id: string, folder: ChosenFolder) => set(({ folders }) => ({ folders: { ...folders, [id]: folder } })),
    take: (job: JobState) =>
      set(({ jobs, marks }) => {
        const counted = countedOf(job)
        const isFirst = counted !== null && marks[job.id] === undefined
        return {
          jobs: jobs.some(({ id }) => id === job.id) ? jobs.map((one) => (one.id === job.id ? job : one)) : [...jobs, job],
          marks: isFirst ? { ...marks, [job.id]: { at: Date.now(), share: counted.done / counted.total } } : marks,
        }
      }),
    dismiss: (id: string) => set(({ jobs }) => ({ jobs: jobs.filter((one) => one.id !== id) })),
  })),
)
clearAtLock(useJobs)

/** Follows the main process's jobs. Gives the function that stops it. */
export function followJobs(): () => void {
  return listen((event) => {
    if (event.type === 'job') useJobs.getState().take(event.job)
  })
}

/** A job for a view: its newest run, also after the view was left and entered again. `folder`: what it writes to, for a way there once it is done. */
export function useJob<C extends JobCall>(
  job: C,
): {
  start(input: InputOf<C>, about?: { folder: ChosenFolder }): Promise<void>
  cancel(): void
  dismiss(): void
  state: JobState | null
  failure: Failed | null
} {
  const name = nameOf(job)
  const state = useJobs(({ jobs }) => jobs.filter((one) => one.name === name).at(-1) ?? null)
  const [failure, setFailure] = useState<Failed | null>(null)
  return {
    state,
    failure: failure ?? (state?.failure ? new Failed(state.failure) : null),
    start: async (input, about) => {
      setFailure(null)
      try {
        const id = await startJob(job, input)
        if (about !== undefined) useJobs.getState().writesTo(id, about.folder)
      } catch (error) {
        setFailure(failedFrom(error))
      }
    },
    cancel: () => {
      if (state?.state === 'running') void cancelJob(state.id)
    },
    dismiss: () => {
      if (state !== null) useJobs.getState().dismiss(state.id)
    },
  }
}

/** How far a job is, or `null` before its first report and while its result is being kept. */
export function progressOf<C extends JobCall>(job: C, state: JobState | null): ProgressOf<C> | null {
  const parsed = z.safeParse(job.progress, state?.progress)
  return parsed.success ? (parsed.data as ProgressOf<C>) : null
}

/** What a finished job answered, `null` before. `call` is the job, or the command of its `keptBy`, whose output the caller then gets. */
export function resultOf<C extends Call>(call: C, state: JobState | null): OutputOf<C> | null {
  if (state === null || state.result === null || state.result === undefined) return null
  return z.parse(call.output, state.result) as OutputOf<C>
}
