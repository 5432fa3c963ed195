// Long work that did not come to its end.
import * as z from 'zod'
import type { Right } from '../core/call'

/** The program or the PC died; or the workspace was locked, or the program ended, while it ran. */
export const CUT_OFF_BY = ['crash', 'lock'] as const

/** `name`: of the job; `startedAt`: UTC ms; `leftIn`: folders where a part may lie that nobody could take away, as the user knows them. */
const CutOffJob = z.object({ name: z.string(), startedAt: z.int(), endedBy: z.enum(CUT_OFF_BY), leftIn: z.array(z.string()) })
export type CutOffJob = z.infer<typeof CutOffJob>

const Nothing = z.object({})

/** What a window asks of the main process about work that was cut off. */
export const cutOffAsks = {
  /** Takes away what such work left in the folders that it wrote to, and says what it was; oldest first. */
  listCutOffJobs: { input: Nothing, output: z.array(CutOffJob), right: 'figures' },
  /** Somebody has read it. */
  forgetCutOffJobs: { input: Nothing, output: z.null(), right: 'figures' },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType; right: Right }>
