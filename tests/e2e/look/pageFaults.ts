// What a person who enlarges the window or works by keyboard would run into. These functions run in the page; they take nothing with them.

/** Sideways scrolling and cut text. Data tables may scroll inside their own named region, and a cell tells its text by its title. */
export function reflowFaults(): string[] {
  const faults: string[] = []
  const page = document.scrollingElement ?? document.documentElement
  const says = (element: Element) => `${element.tagName.toLowerCase()} "${(element.textContent ?? '').trim().slice(0, 50)}"`
  if (page.scrollWidth > page.clientWidth) faults.push(`the page is ${page.scrollWidth} wide in ${page.clientWidth}`)
  const isSpoken = (element: Element) => element.closest('[aria-hidden="true"]') !== null || element.getClientRects().length === 0
  const tableBox = (element: Element) => element.closest('[role="region"]:has(> table)')
  const modal = document.querySelector('dialog[open]')
  for (const element of (modal ?? document.body).querySelectorAll<HTMLElement>('*')) {
    if (element.closest('svg') !== null || isSpoken(element)) continue
    const { overflowX, clipPath, opacity } = getComputedStyle(element)
    if (clipPath !== 'none' || opacity === '0') continue
    const box = tableBox(element)
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && box === null) {
      const isControl = element.matches('input, textarea, select')
      if (['auto', 'scroll'].includes(overflowX) && !isControl) faults.push(`${says(element)} scrolls sideways`)
      if (['hidden', 'clip'].includes(overflowX) && element.title === '') faults.push(`${says(element)} is cut`)
    }
    const hasText = [...element.childNodes].some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim() !== '')
    if (!hasText || box !== null) continue
    const { left, right } = element.getBoundingClientRect()
    const isSpokenOnly = [...parentsOf(element)].some((one) => getComputedStyle(one).clipPath !== 'none')
    if ((left < -1 || right > innerWidth + 1) && !isSpokenOnly) faults.push(`${says(element)} stands outside the window`)
  }
  return faults

  function* parentsOf(element: Element) {
    for (let one: Element | null = element; one !== null; one = one.parentElement) yield one
  }
}

/** Controls that the Tab key does not reach, or where nobody would see that they have the focus. */
export function focusFaults(): string[] {
  const faults: string[] = []
  const root = document.querySelector('dialog[open]') ?? document.body
  const before = document.activeElement
  // In these, arrows move and only one member is a tab stop.
  const composite = '[role="grid"], [role="listbox"], [role="radiogroup"], [role="tablist"], [role="menubar"]'
  const says = (element: Element) =>
    `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent ?? '').trim().slice(0, 50)}"`
  for (const element of root.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary, [tabindex]')) {
    if (element.getClientRects().length === 0 || element.matches(':disabled')) continue
    if (element.tabIndex < 0) {
      // A part of the page that the focus is led to is no control.
      if (element.closest(composite) === null && !element.matches('main, aside, footer, nav, section'))
        faults.push(`${says(element)} is no tab stop`)
      continue
    }
    element.focus()
    if (document.activeElement !== element) {
      faults.push(`${says(element)} does not take the focus`)
      continue
    }
    // A radio that its label draws is shown by the label.
    const shown = getComputedStyle(element).opacity === '0' ? (element.closest('label') ?? element) : element
    if (!isMarked(shown) && !isMarked(shown.parentElement)) faults.push(`${says(element)} does not show the focus`)
    if (isHidden(shown)) faults.push(`${says(element)} has the focus where nobody sees it`)
  }
  if (before instanceof HTMLElement) before.focus()
  return faults

  function isMarked(element: Element | null): boolean {
    if (element === null) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return (
      (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) ||
      /inset 0px|0px -2px/.test(boxShadow) ||
      boxShadow.endsWith('inset')
    )
  }
  /** Whether something else lies over all of it, or it lies outside the window. */
  function isHidden(element: Element): boolean {
    return [...element.getClientRects()].every(({ left, right, top, bottom }) => {
      const [x1, x2] = [Math.max(left, 0) + 2, Math.min(right, innerWidth) - 2]
      const [y1, y2] = [Math.max(top, 0) + 2, Math.min(bottom, innerHeight) - 2]
      const points = [
        [(x1 + x2) / 2, (y1 + y2) / 2],
        [x1, y1],
        [x2, y1],
        [x1, y2],
        [x2, y2],
      ] as const
      return points.every(([x, y]) => {
        const above = document.elementFromPoint(x, y)
        return above === null || !element.contains(above)
      })
    })
  }
}

/** What is chosen, but told from the rest by nothing but a background, which a contrast theme takes away. */
export function unmarkedChoices(): string[] {
  const chosen =
    '[aria-selected="true"], [aria-current="page"], [aria-current="true"], [aria-current="step"], [aria-pressed="true"], label:has(> [type="radio"]:checked)'
  return [...document.querySelectorAll<HTMLElement>(chosen)]
    .filter((one) => one.getClientRects().length > 0 && !isMarked(one))
    .map((one) => `${one.tagName.toLowerCase()} "${(one.textContent ?? '').trim().slice(0, 50)}"`)

  function isMarked(one: HTMLElement): boolean {
    const { outlineStyle, outlineWidth } = getComputedStyle(one)
    if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) return true
    // A radio that is drawn shows by itself that it is on.
    const radio = one.querySelector('[type="radio"]')
    return radio !== null && getComputedStyle(radio).opacity !== '0'
  }
}
