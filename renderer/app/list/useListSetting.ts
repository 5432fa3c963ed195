// How this user has arranged a list: remembered in the encrypted file, at once on screen.
import { useEffect } from 'react'
import { create } from 'zustand'
import { workspace } from '../../../shared/workspace/calls'
import type { ListSetting } from '../../../shared/workspace/listSetting'
import type { CellColumn } from '../../ui/columns'
import { listen, run } from '../client'
import { useLive } from '../live'
import { clearAtLock } from '../lock'
import { fittingSetting, usualSetting } from './arrangement'

const none: Readonly<Record<string, ListSetting>> = {}
/** Settings that were changed in this window, by view. */
const useChanged = create(() => ({ settings: none }))
clearAtLock(useChanged)

const PAUSE_MS = 500
const waiting = new Map<string, ReturnType<typeof setTimeout>>()

function keepSoon(view: string, setting: ListSetting): void {
  useChanged.setState(({ settings }) => ({ settings: { ...settings, [view]: setting } }))
  clearTimeout(waiting.get(view))
  waiting.set(
    view,
    setTimeout(() => keep(view), PAUSE_MS),
  )
}

function keep(view: string): void {
  clearTimeout(waiting.get(view))
  const setting = useChanged.getState().settings[view]
  if (!waiting.delete(view) || setting === undefined) return
  // A backup that is open to read, or a full disk: the list is arranged all the same, until the window closes.
  void run(workspace.keepListSetting, { view, name: null, setting }).catch(() => undefined)
}

export interface ListArrangement {
  /** `null` until it is known. */
  setting: ListSetting | null
  usual: ListSetting
  change(part: Partial<ListSetting>): void
  named: readonly { name: string; setting: ListSetting }[]
}

/** The setting of a list, with what can be done to it. `shown`: the columns that a list has before anybody chose others. */
export function useListSetting(view: string, all: readonly CellColumn<never>[], shown: readonly CellColumn<never>[]): ListArrangement {
  const kept = useLive(workspace.getListSettings, { view })
  const changed = useChanged(({ settings }) => settings[view])
  useEffect(() => {
    const stop = listen((event) => {
      if (event.type === 'beforeLock') keep(view)
    })
    return () => {
      stop()
      keep(view)
    }
  }, [view])
  const usual = usualSetting(shown)
  const isKnown = changed !== undefined || kept.value !== undefined || kept.failure !== null
  const last = changed ?? kept.value?.last ?? usual
  const setting = isKnown ? (fittingSetting(last, all) ?? usual) : null
  return {
    setting,
    usual,
    change: (part) => keepSoon(view, { ...(setting ?? usual), ...part }),
    named: kept.value?.named ?? [],
  }
}
