import { create } from 'zustand'
import { listen, shell } from './client'
import { useShell } from './shellState'

const QUIET_MS = 5_000
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** When the main process last heard that somebody is here (UTC ms), 0 before. */
export const useActivity = create(() => ({ reportedAt: 0 }))

/** Tells the main process that somebody is here; it puts off the lock. */
export function stayOpen(): void {
  useActivity.setState({ reportedAt: Date.now() })
  // A report that does not get through only means that the next one counts.
  void shell('reportActivity', {}).catch(() => undefined)
}

/** Reports every sign of life, at most once in five seconds. */
export function reportActivity(): void {
  const report = () => {
    if (Date.now() - useActivity.getState().reportedAt < QUIET_MS || useShell.getState().state?.workspace.phase !== 'open') return
    stayOpen()
  }
  for (const type of SIGNS) window.addEventListener(type, report, { passive: true, capture: true })
}

/** Before a lock: says that what was typed is on its way, later than all drafts, which hear the same event. Gives the function that stops it. */
export function answerBeforeLock(): () => void {
  return listen((event) => {
    if (event.type !== 'beforeLock') return
    // Unanswered, the main process locks two seconds later.
    setTimeout(() => void shell('readyToLock', {}).catch(() => undefined))
  })
}
