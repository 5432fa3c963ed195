import { useEffect } from 'react'
import { isKey } from './acts'

const ORDER = ['nav', 'view', 'panel', 'status']

/** F6 and Shift+F6 walk the regions of the window: navigation, view, panel, status bar. */
export function useRegions(): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const step = isKey(event, 'F6') ? 1 : isKey(event, 'Shift+F6') ? -1 : 0
      if (step === 0 || document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      const regions = ORDER.map((name) => document.querySelector<HTMLElement>(`[data-region="${name}"]`)).filter((one) => one !== null)
      // The panel lies inside the view: the innermost region that holds the focus counts.
      const at = Math.max(...regions.map((region, index) => (region.contains(document.activeElement) ? index : -1)))
      enter(regions[(at + step + regions.length) % regions.length])
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}

function enter(region: HTMLElement | undefined): void {
  const isPanel = region?.dataset['region'] === 'panel'
  const first =
    region?.dataset['region'] === 'view'
      ? region.querySelector<HTMLElement>('[data-cell][tabindex="0"]')
      : region?.querySelector<HTMLElement>('a[href], button, input, select')
  ;(isPanel ? region : (first ?? region))?.focus()
}
