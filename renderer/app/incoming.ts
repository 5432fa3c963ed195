// Files that were dropped onto this window or named when the program was started, and what becomes of them.
import { useEffect } from 'react'
import { create } from 'zustand'
import { combine } from 'zustand/middleware'
import type { IncomingFile } from '../../shared/workspace/incomingFiles'
import { t } from '../../shared/i18n/text'
import { listen, shell } from './client'

type Named = Pick<IncomingFile, 'token' | 'name'>

const none: readonly IncomingFile[] = []

/** `files` wait for somebody who knows what to do with them; `list` was sent to the view that reads lists. */
export const useIncoming = create(
  combine({ files: none, list: null as Named | null }, (set) => ({
    add: (files: readonly IncomingFile[]) => set((state) => ({ files: [...state.files, ...files] })),
    done: (kinds: readonly IncomingFile['kind'][]) => set(({ files }) => ({ files: files.filter(({ kind }) => !kinds.includes(kind)) })),
    offerList: (list: Named | null) => set({ list }),
  })),
)

/** Asks for files at the start and whenever some were dropped. Gives the function that stops it. */
export function followIncoming(): () => void {
  const take = async () => {
    const files = await shell('takeFiles', {})
    if (files.length > 0) useIncoming.getState().add(files)
  }
  void take()
  return listen((event) => {
    if (event.type === 'files') void take()
  })
}

/** Hands files of these kinds to `take`, each once. */
export function useIncomingOf(kinds: readonly IncomingFile['kind'][], take: (files: readonly IncomingFile[]) => void): void {
  const { files, done } = useIncoming()
  useEffect(() => {
    const mine = files.filter(({ kind }) => kinds.includes(kind))
    if (mine.length === 0) return
    done(kinds)
    take(mine)
  })
}

/** Why nothing was done with a file that no view takes. */
export function strangeFileText({ kind, name }: IncomingFile): string {
  if (kind === 'snapshot') return t('Austauschdateien wie „{name}“ liest diese Version noch nicht ein. Es wurde nichts geändert.', { name })
  return t(
    'Mit „{name}“ kann das Programm nichts anfangen. Ablegen können Sie Listen (.xlsx, .csv), Arbeitsbereiche (.kwb) und ihre Kopien (.kwbz).',
    { name },
  )
}
