import { useEffect, useRef } from 'react'
import type { InputOf, JobCall, OutputOf } from '../../shared/core/call'
import { shell } from '../app/client'
import { resultOf, useJob } from '../app/jobs'
import { failedFrom } from '../app/live'
import { useNotices } from '../app/noticeStore'

/** A job that writes into a folder that the user chooses; it is said what was written there, or why nothing. */
export function useWriting<C extends JobCall>(
  job: C,
  said: (written: OutputOf<C>, folder: string) => string,
): { isRunning: boolean; write: (input: (folder: string) => InputOf<C>) => Promise<boolean> } {
  const writer = useJob(job)
  const { say } = useNotices()
  const awaited = useRef<string | null>(null)
  const { state, failure } = writer
  const written = resultOf(job, state)
  useEffect(() => {
    if (awaited.current === null || (failure === null && written === null)) return
    if (failure !== null) say('error', failure.sentence)
    else if (written !== null) say('success', said(written, awaited.current))
    awaited.current = null
  }, [failure, written, say, said])
  return {
    isRunning: state?.state === 'running',
    /** False if no folder was chosen. */
    write: async (input) => {
      try {
        const folder = await shell('chooseFolder', { purpose: 'output' })
        if (folder === null) return false
        writer.dismiss()
        awaited.current = folder.name
        await writer.start(input(folder.token), { folder })
        return true
      } catch (error) {
        say('error', failedFrom(error).sentence)
        return false
      }
    },
  }
}
