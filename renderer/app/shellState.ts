// What the window shows apart from rows: which workspace, locked or open, and this PC's preferences. It is asked anew when the main process says so.
import { create } from 'zustand'
import type { Preferences, ShellState } from '../../shared/workspace/shell'
import { setLanguage } from '../../shared/i18n/text'
import { type Failed, listen, shell } from './client'
import { failedFrom } from './live'
import { forgetAll } from './lock'

export type OpenWorkspace = Extract<ShellState['workspace'], { phase: 'open' }>

interface Shown {
  state: ShellState | null
  failure: Failed | null
}
export const useShell = create<Shown>(() => ({ state: null, failure: null }))

/** Asks the main process where things stand and draws language, theme and density accordingly. */
export async function refreshShell(): Promise<void> {
  try {
    const state = await shell('getState', {})
    if (state.workspace.phase !== 'open') forgetAll()
    show(state.preferences)
    useShell.setState({ state, failure: null })
  } catch (error) {
    useShell.setState({ failure: failedFrom(error) })
  }
}

/** Follows the main process. Gives the function that stops it. */
export function followShell(): () => void {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const followSystem = () => {
    const { state } = useShell.getState()
    if (state !== null) show(state.preferences)
  }
  system.addEventListener('change', followSystem)
  // Before the first answer: a dark desktop must not see a white flash.
  document.documentElement.dataset['kernTheme'] = system.matches ? 'dark' : 'light'
  const stop = listen((event) => {
    if (event.type === 'shell') void refreshShell()
  })
  return () => {
    stop()
    system.removeEventListener('change', followSystem)
  }
}

/** Changes preferences of this PC; the screen follows by the event that comes back. */
export async function setPreferences(preferences: Partial<Preferences>): Promise<void> {
  await shell('setPreferences', preferences)
  await refreshShell()
}

function show({ language, theme, density }: Preferences): void {
  const isDark = theme === 'dark' || (theme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches)
  const root = document.documentElement
  root.dataset['kernTheme'] = isDark ? 'dark' : 'light'
  root.dataset['density'] = density
  root.lang = language
  setLanguage(language)
}
