import { invalidInput, WorkbenchError } from '../../shared/core/errors'
import { callNamed } from '../../shared/rooms'
import { rooms } from '../rooms'
import type { JobContext } from './job'
import type { JobOrder } from './messages'

type AnyJob = (input: unknown, context: JobContext<unknown, unknown>) => unknown

/** Loads the job that an order names and does it. @throws what the job throws; TypeError for a job that no room has */
export async function perform(order: JobOrder, report: (progress: unknown) => void): Promise<unknown> {
  const job = await jobNamed(order.name)
  const flag = new Int32Array(order.flag)
  return job(order.input, {
    id: order.id,
    signal: {
      get aborted() {
        return Atomics.load(flag, 0) !== 0
      },
    },
    report,
    path: (token) => {
      const path = order.paths[token]
      if (path === undefined) throw new WorkbenchError(invalidInput, { where: 'token' })
      return path
    },
    fed: order.fed,
  })
}

/** The registry is typed job by job; here one is chosen by its name, and ipc parsed its input by that job's own schema. */
async function jobNamed(name: string): Promise<AnyJob> {
  const known = callNamed(name)
  if (known?.call.kind !== 'job') throw new TypeError('There is no such job')
  const key = name.slice(known.room.length + 1)
  const loaders = rooms[known.room].jobs as Record<string, (() => Promise<Record<string, AnyJob>>) | undefined>
  const job = (await loaders[key]?.())?.[key]
  if (job === undefined) throw new TypeError('There is no such job')
  return job
}
