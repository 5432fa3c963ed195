// What must be gone from this window's memory once the workspace is locked: every store of a room says so here.
import { queryCache } from './live'

const resets = new Set<() => void>()

interface Clearable<State> {
  getInitialState(): State
  setState(state: State, replace: true): void
}

/** Puts a zustand store back to its start at every lock: searches and selections name people too. */
export function clearAtLock<State>(store: Clearable<State>): void {
  resets.add(() => store.setState(store.getInitialState(), true))
}

/** Forgets all that came out of the workspace: answers, jobs' results, notices, searches. */
export function forgetAll(): void {
  queryCache.clear()
  for (const reset of resets) reset()
}
