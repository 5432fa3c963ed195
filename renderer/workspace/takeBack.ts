import { workspace } from '../../shared/workspace/calls'
import type { NamedAct } from '../../shared/workspace/historyCalls'
import { useCommand } from '../app/command'
import { useNotices } from '../app/noticeStore'
import { sayTaken } from '../app/steps'
import { useEffect } from 'react'

/** Takes a step of the list back, whoever did it, and says what came of it. */
export function useTakeBack(): (step: NamedAct) => Promise<void> {
  const undo = useCommand(workspace.undoAct)
  const { failure } = undo
  useEffect(() => {
    if (failure !== null) useNotices.getState().say('error', failure.sentence)
  }, [failure])
  return async (step) => {
    const result = await undo.run({ actId: step.id })
    if (result !== undefined) sayTaken(step, result)
  }
}
