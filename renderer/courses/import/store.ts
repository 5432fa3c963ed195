import { create } from 'zustand'
import { combine } from 'zustand/middleware'
import type { z } from 'zod'
import type { ImportKind } from '../../../shared/courses/import/calls'
import { clearAtLock } from '../../app/lock'

type Kind = z.infer<typeof ImportKind>

const start = {
  step: 'review' as 'columns' | 'review',
  kind: null as Kind | null,
  position: null as number | null,
  organisationId: null as string | null,
  file: null as { token: string; name: string } | null,
}

/** What the clerk is doing with an import; its rows lie in the encrypted file. */
export const useImport = create(
  combine(start, (set) => ({
    goTo: (step: 'columns' | 'review') => set({ step }),
    filter: (kind: Kind | null) => set({ kind, position: null }),
    choose: (position: number | null) => set({ position }),
    setFile: (file: { token: string; name: string }) => set({ file }),
    setProvider: (organisationId: string | null) => set({ organisationId }),
  })),
)
clearAtLock(useImport)
