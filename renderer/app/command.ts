import { useState } from 'react'
import type { CommandCall, InputOf, OutputOf } from '../../shared/core/call'
import { type Failed, run } from './client'
import { failedFrom } from './live'
import { useNotices } from './noticeStore'

export interface CommandUse<C extends CommandCall> {
  /** Runs it; `undefined`: it failed, and `failure` says why. Never throws. */
  run(input: InputOf<C>): Promise<OutputOf<C> | undefined>
  isRunning: boolean
  failure: Failed | null
  clear(): void
}

/** A command for a view. With `done`, its sentence is shown afterwards together with "Zurücknehmen". */
export function useCommand<C extends CommandCall>(command: C, about: { done?: (value: OutputOf<C>) => string } = {}): CommandUse<C> {
  const [state, setState] = useState<{ isRunning: boolean; failure: Failed | null }>({ isRunning: false, failure: null })
  return {
    ...state,
    clear: () => setState({ isRunning: false, failure: null }),
    run: async (input) => {
      setState({ isRunning: true, failure: null })
      try {
        const { value, act } = await run(command, input)
        setState({ isRunning: false, failure: null })
        if (about.done !== undefined) useNotices.getState().say('success', about.done(value), { actId: act })
        return value
      } catch (error) {
        setState({ isRunning: false, failure: failedFrom(error) })
        return undefined
      }
    },
  }
}
