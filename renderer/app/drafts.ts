// Unsaved input lies in the encrypted file while somebody types: a lock, a power cut or another room never costs it.
import { useEffect, useRef, useState } from 'react'
import type * as z from 'zod'
import { create } from 'zustand'
import { workspace } from '../../shared/workspace/calls'
import { ask, listen, run } from './client'
import { clearAtLock } from './lock'

export type DraftValues = Record<string, z.core.util.JSONType>

const noViews: Readonly<Record<string, true>> = {}
/** Views with unsaved input, for the status bar and the question before leaving. */
export const useUnsaved = create(() => ({ views: noViews }))
clearAtLock(useUnsaved)

const PAUSE_MS = 700

/**
 * Values that survive lock and restart. `view` names form and record, `null`: held while it is on screen, kept nowhere. `values` null: nothing typed.
 * Kept after a pause in typing and at once before a lock.
 */
export function useDraft<Values extends DraftValues>(
  view: string | null,
): { values: Values | null; keptAt: number | null; set(values: Values): void; drop(): void } {
  const [draft, setDraft] = useState<{ view: string | null; values: Values | null; keptAt: number | null }>({
    view,
    values: null,
    keptAt: null,
  })
  const unkept = useRef<{ view: string; values: Values } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Another record: what was typed for the one before must not show here, not even for one frame.
  const current = draft.view === view ? draft : { view, values: null, keptAt: null }

  const flush = () => {
    clearTimeout(timer.current)
    const { current: pending } = unkept
    unkept.current = null
    // A draft that cannot be kept (right lost, file gone) must not stop the typing; saving says why.
    if (pending !== null) void run(workspace.keepDraft, pending).catch(() => undefined)
  }

  useEffect(() => {
    if (view === null) return
    let isHere = true
    void ask(workspace.getDraft, { view }).then(
      ({ value }) => {
        if (!isHere || value === null || unkept.current !== null) return
        markUnsaved(view, true)
        setDraft({ view, values: value.values as Values, keptAt: value.at })
      },
      () => undefined,
    )
    const stop = listen((event) => {
      if (event.type === 'beforeLock') flush()
    })
    return () => {
      isHere = false
      stop()
      flush()
    }
  }, [view])

  return {
    values: current.values,
    keptAt: current.keptAt,
    set: (values) => {
      setDraft({ view, values, keptAt: null })
      if (view === null) return
      markUnsaved(view, true)
      unkept.current = { view, values }
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, PAUSE_MS)
    },
    drop: () => {
      clearTimeout(timer.current)
      unkept.current = null
      setDraft({ view, values: null, keptAt: null })
      if (view === null) return
      markUnsaved(view, false)
      void run(workspace.dropDraft, { view }).catch(() => undefined)
    },
  }
}

function markUnsaved(view: string, isUnsaved: boolean): void {
  useUnsaved.setState(({ views }) => {
    const others = Object.fromEntries(Object.entries(views).filter(([other]) => other !== view))
    return { views: isUnsaved ? { ...others, [view]: true as const } : others }
  })
}
