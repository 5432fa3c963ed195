// Sentences about what just happened, shown under the bars of the view until they are closed.
import { create } from 'zustand'
import { combine } from 'zustand/middleware'
import type { NoticeKind } from '../ui/Notice'
import { clearAtLock } from './lock'

interface NoticeLine {
  id: number
  kind: NoticeKind
  text: string
  /** The act behind a success, for "Zurücknehmen". */
  actId: string | null
  /** Where more about it stands, with the word for the link. */
  more: { path: string; label: string } | null
  /** Somebody has read it. */
  onClose: (() => void) | null
}

const none: readonly NoticeLine[] = []
let last = 0

export const useNotices = create(
  combine({ notices: none }, (set, get) => ({
    /** Shows a notice. A success takes the place of the one before: only the last step is offered to be taken back here. */
    say: (
      kind: NoticeKind,
      text: string,
      { actId = null, more = null, onClose = null }: Partial<Pick<NoticeLine, 'actId' | 'more' | 'onClose'>> = {},
    ) =>
      set(({ notices }) => ({
        notices: [
          ...notices.filter((one) => kind !== 'success' || one.kind !== 'success'),
          { id: ++last, kind, text, actId, more, onClose },
        ].slice(-3),
      })),
    /** Another view: what was done in the one before stands in the last steps. What went wrong stays until it is closed. */
    leave: () => set(({ notices }) => ({ notices: notices.filter(({ kind }) => kind === 'error' || kind === 'warning') })),
    close: (id: number) => {
      get()
        .notices.find((one) => one.id === id)
        ?.onClose?.()
      set(({ notices }) => ({ notices: notices.filter((one) => one.id !== id) }))
    },
  })),
)
clearAtLock(useNotices)
