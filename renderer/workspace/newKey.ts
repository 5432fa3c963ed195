import { create } from 'zustand'

interface NewKey {
  /** A workspace is being created: it opens at once, but its recovery key must be seen first. */
  isCreating: boolean
  /** Shown once, never stored anywhere. */
  key: string | null
}

/** The recovery key between its making and the user's word that it is kept safe. */
export const useNewKey = create<NewKey>(() => ({ isCreating: false, key: null }))
