// The newest check of the open workspace, also after the view was left and entered again.
import { create } from 'zustand'
import type { CheckReport } from '../../../shared/workspace/check'
import { type Failed, shell } from '../../app/client'
import { failedFrom } from '../../app/live'
import { clearAtLock } from '../../app/lock'

interface Check {
  isRunning: boolean
  report: CheckReport | null
  failure: Failed | null
}
const nothing: Check = { isRunning: false, report: null, failure: null }
export const useCheck = create<Check>(() => nothing)
clearAtLock(useCheck)

/** Checks the open workspace; one check at a time. */
export async function startCheck(): Promise<void> {
  if (useCheck.getState().isRunning) return
  useCheck.setState({ ...nothing, isRunning: true })
  try {
    useCheck.setState({ ...nothing, report: await shell('checkWorkspace', {}) })
  } catch (error) {
    useCheck.setState({ ...nothing, failure: failedFrom(error) })
  }
}
