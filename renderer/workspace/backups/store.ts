import { create } from 'zustand'
import { combine } from 'zustand/middleware'
import type { BackupLine, CheckedBackup } from '../../../shared/workspace/backups'
import { type Failed, shell } from '../../app/client'
import { failedFrom } from '../../app/live'
import { clearAtLock } from '../../app/lock'

/** What a trial showed: what is in the backup, or why it does not open. */
export type Trial = { checked: CheckedBackup } | { failure: Failed } | 'running'

const nothing: { lines: readonly BackupLine[] | null; failure: Failed | null } = { lines: null, failure: null }
const untried: Readonly<Record<string, Trial>> = {}

/** The backups of the open workspace, and what trying them showed since it was unlocked. */
export const useBackups = create(
  combine({ ...nothing, trials: untried }, (set) => ({
    load: async () => {
      try {
        set({ lines: await shell('listBackups', {}), failure: null })
      } catch (error) {
        set({ failure: failedFrom(error) })
      }
    },
    /** Opens a backup to see whether it is whole. */
    tryOpen: async (name: string) => {
      const note = (trial: Trial) => set(({ trials }) => ({ trials: { ...trials, [name]: trial } }))
      note('running')
      try {
        note({ checked: await shell('checkBackup', { name }) })
      } catch (error) {
        note({ failure: failedFrom(error) })
      }
    },
  })),
)
clearAtLock(useBackups)
