import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { create } from 'zustand'
import { combine } from 'zustand/middleware'
import { t } from '../../shared/i18n/text'
import styles from './View.module.css'

const [LEAST, USUAL, MOST] = [256, 364, 480]
const STEP = 16
const none: Readonly<Record<string, number>> = {}

const useWidths = create(
  combine({ widths: none }, (set) => ({
    resize: (view: string, width: number) =>
      set(({ widths }) => ({ widths: { ...widths, [view]: Math.round(Math.min(MOST, Math.max(LEAST, width))) } })),
  })),
)

/** How wide a view's side panel is, in pixels. */
export function usePanelWidth(view: string): number {
  return useWidths(({ widths }) => widths[view] ?? USUAL)
}

/** The line between work area and side panel: drawn with the mouse, moved with the arrows, back to the usual width by a double click. */
export function PanelEdge({ view }: { view: string }) {
  const width = usePanelWidth(view)
  const { resize } = useWidths()
  const grip = useRef<number | null>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const widths: Record<string, number> = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: LEAST, End: MOST }
    const next = widths[event.key]
    if (next === undefined) return
    event.preventDefault()
    resize(view, next)
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = event.clientX + width
  }
  return (
    <div
      className={styles.edge}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('Breite des Seitenfelds')}
      aria-valuenow={width}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      onKeyDown={onKeyDown}
      onDoubleClick={() => resize(view, USUAL)}
      onPointerDown={onPointerDown}
      onPointerMove={({ clientX }) => grip.current !== null && resize(view, grip.current - clientX)}
      onPointerUp={() => (grip.current = null)}
      onPointerCancel={() => (grip.current = null)}
    />
  )
}
