import { useState } from 'react'
import type { Failed } from '../app/client'
import { failedFrom } from '../app/live'

/** One ask of the main process at a time, with its failure as a value. `run` gives whether it worked. */
export function useAttempt(): {
  isRunning: boolean
  failure: Failed | null
  run(ask: () => Promise<unknown>): Promise<boolean>
  clear(): void
} {
  const [state, setState] = useState<{ isRunning: boolean; failure: Failed | null }>({ isRunning: false, failure: null })
  return {
    ...state,
    clear: () => setState({ isRunning: false, failure: null }),
    run: async (ask) => {
      setState({ isRunning: true, failure: null })
      try {
        await ask()
        setState({ isRunning: false, failure: null })
        return true
      } catch (error) {
        setState({ isRunning: false, failure: failedFrom(error) })
        return false
      }
    },
  }
}
