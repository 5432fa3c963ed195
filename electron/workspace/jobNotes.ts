// Long work of an open workspace, noted in its file, so that what was cut off is said at the next start and leaves nothing in the clear.
import { basename } from 'node:path'
import type { CutOffJob } from '../../shared/workspace/cutOff'
import { removeParts } from '../jobs/part'
import type { RunningJob } from '../store/runningJobs'
import type { OpenWorkspace } from './openWorkspace'

export class JobNotes {
  private readonly opened: () => OpenWorkspace

  /** `opened` throws workspaceLocked. */
  constructor(opened: () => OpenWorkspace) {
    this.opened = opened
  }

  /** Work begins. @throws workspaceLocked, fileNotReachable */
  async begin(job: Omit<RunningJob, 'user'>): Promise<void> {
    const { actor } = this.opened()
    await this.opened().whileOpen((store) => store.noteJob({ do: 'begin', job: { ...job, user: actor.id } }))
  }

  /** It has come to an end, whichever. @throws as `begin` does */
  async end(jobId: string): Promise<void> {
    await this.opened().whileOpen((store) => store.noteJob({ do: 'end', jobId }))
  }

  /**
   * What was cut off and nobody has read about yet, oldest first. What such work had begun to write is taken away from its folders; where
   * that fails, e.g. on a stick that is not there, the folder is named. @throws as `begin` does
   */
  async cutOff(): Promise<CutOffJob[]> {
    const jobs = await this.opened().whileOpen((store) => store.noteJob({ do: 'ask' }))
    return Promise.all(
      jobs.map(async ({ id, name, startedAt, endedBy, places }) => {
        const removed = await Promise.allSettled(places.map((place) => removeParts(place, id)))
        const leftIn = places.filter((_, at) => removed[at]?.status === 'rejected').map((place) => basename(place))
        return { name, startedAt, endedBy, leftIn }
      }),
    )
  }

  /** Somebody has read it. @throws as `begin` does */
  async forget(): Promise<void> {
    await this.opened().whileOpen((store) => store.noteJob({ do: 'forget' }))
  }
}
