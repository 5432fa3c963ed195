// Which records were opened last in this window: of equal hits of the search they stand first.
import { useEffect } from 'react'
import { create } from 'zustand'
import { combine } from 'zustand/middleware'
import { Id } from '../../shared/core/entity'
import { clearAtLock } from './lock'

const MOST = 20
const none: readonly string[] = []

export const useRecent = create(
  combine({ ids: none }, (set) => ({
    note: (id: string) => set(({ ids }) => ({ ids: [id, ...ids.filter((one) => one !== id)].slice(0, MOST) })),
  })),
)
clearAtLock(useRecent)

/** Remembers the record that the address names. */
export function useNoteRecent(id: string | null): void {
  useEffect(() => {
    if (Id.safeParse(id).success) useRecent.getState().note(id!)
  }, [id])
}
