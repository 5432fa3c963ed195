import { useEffect, useRef, useState } from 'react'
import { t } from '../../shared/i18n/text'
import { IconButton } from '../ui'
import styles from './FindBar.module.css'
import { useEscape } from './useEscape'

const ALL = 'kw-found'
const CURRENT = 'kw-found-current'
const VIEW = '#content'

/** Puts the cursor into the view's own search field. `false`: it has none. */
export function focusSearchField(): boolean {
  const field = document.querySelector<HTMLInputElement>(`${VIEW} input[type="search"]`)
  field?.focus()
  field?.select()
  return field !== null
}

/** Finds words in the text of a view that has no search of its own. Enter goes on, Shift Enter back, Esc closes. */
export function FindBar({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [ranges, setRanges] = useState<readonly Range[]>([])
  const [at, setAt] = useState(0)
  const bar = useRef<HTMLFormElement>(null)
  useEscape('[role="search"]', onClose)
  useEffect(() => {
    const before = document.activeElement
    return () => {
      CSS.highlights.clear()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  useEffect(() => {
    CSS.highlights.set(ALL, new Highlight(...ranges))
    const current = ranges[at]
    CSS.highlights.set(CURRENT, new Highlight(...(current === undefined ? [] : [current])))
    current?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
  }, [ranges, at])
  const move = (by: number) => {
    if (ranges.length > 0) setAt((at + by + ranges.length) % ranges.length)
  }
  return (
    <form
      ref={bar}
      className={styles.bar}
      role="search"
      aria-label={t('In dieser Ansicht suchen')}
      onSubmit={(event) => {
        event.preventDefault()
        move(1)
      }}
    >
      <input
        type="text"
        className={styles.field}
        aria-label={t('In dieser Ansicht suchen')}
        autoFocus
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.shiftKey) return
          event.preventDefault()
          move(-1)
        }}
        onChange={({ target }) => {
          setTyped(target.value)
          setRanges(rangesOf(target.value, bar.current))
          setAt(0)
        }}
      />
      <span role="status" className={styles.count}>
        {typed !== '' && (ranges.length === 0 ? t('Kein Treffer') : t('{at} von {total}', { at: at + 1, total: ranges.length }))}
      </span>
      <IconButton label={t('Voriger Treffer')} icon="arrowUp" onPress={() => move(-1)} />
      <IconButton label={t('Nächster Treffer')} icon="arrowDown" onPress={() => move(1)} />
      <IconButton label={t('Suche schließen')} keyHint="Esc" icon="close" onPress={onClose} />
    </form>
  )
}

/** Where a text stands in the view as it is shown now; case and accents do not count. */
function rangesOf(typed: string, bar: Element | null): Range[] {
  const view = document.querySelector(VIEW)
  const wanted = folded(typed.trim())
  if (view === null || wanted === '') return []
  const ranges: Range[] = []
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (parent === null || parent.getClientRects().length === 0 || bar?.contains(parent) === true) continue
    const text = folded(node.textContent ?? '')
    for (let from = text.indexOf(wanted); from !== -1; from = text.indexOf(wanted, from + wanted.length)) {
      const range = document.createRange()
      range.setStart(node, from)
      range.setEnd(node, from + wanted.length)
      ranges.push(range)
    }
  }
  return ranges
}

/** Small letters without accents, each in the place where it was. */
function folded(text: string): string {
  return text
    .split('')
    .map((sign) => sign.normalize('NFD').charAt(0).toLowerCase().charAt(0))
    .join('')
}
