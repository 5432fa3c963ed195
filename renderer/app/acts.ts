// An act of the user is an object: button, shortcut and palette read the same one.
import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import { t } from '../../shared/i18n/text'
import type { IconName } from '../ui/Icon'

export interface Act {
  /** A verb with its object, translated: "Teilnehmende aufnehmen". */
  label: string
  icon?: IconName
  /** As `KeyboardEvent.key` with modifiers: 'Control+N', 'Alt+ArrowUp', 'F8'. */
  key?: string
  /** Another key for the same, where people know two: 'Control+Shift+Z'. */
  otherKey?: string
  /** Where somebody writes, the key stays the text's own: Strg Z. */
  leavesText?: boolean
  /** A key that is held down runs it once: what changes records must not run away. */
  isOncePerPress?: boolean
  /** A sentence that says what is missing; the act is shown but cannot run. */
  whyNot?: string | null
  isPrimary?: boolean
  /** Where it stands in the menu bar; absent: under the name of the room. */
  menu?: 'file' | 'edit' | 'view' | 'help'
  run(): void
}

interface Shown {
  read(): readonly Act[]
  /** Of the frame: its keys come after those of every view, whichever was drawn first. */
  isFrame: boolean
}
const nothing: readonly Shown[] = []
/** Where the palette finds the acts of what is on screen now, innermost last. */
export const useShownActs = create(() => ({ shown: nothing }))

/** The acts on screen at this moment, outside of a drawing. */
export function actsNow(): readonly Act[] {
  return useShownActs.getState().shown.flatMap(({ read }) => read())
}

/** Offers acts while the component is on screen: in the palette, and by their keys. `isFrame`: they are there from everywhere. */
export function useActs(acts: readonly Act[], { isFrame = false }: { isFrame?: boolean } = {}): void {
  const newest = useRef(acts)
  newest.current = acts
  useEffect(() => {
    const mine: Shown = { read: () => newest.current, isFrame }
    useShownActs.setState(({ shown }) => ({ shown: [...shown, mine] }))
    if (useShownActs.getState().shown.length === 1) window.addEventListener('keydown', hear)
    return () => {
      useShownActs.setState(({ shown }) => ({ shown: shown.filter((one) => one !== mine) }))
      if (useShownActs.getState().shown.length === 0) window.removeEventListener('keydown', hear)
    }
  }, [isFrame])
}

/** The innermost act with this key; one that cannot run now still takes it, so that nothing else happens by surprise. */
function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
  const { shown } = useShownActs.getState()
  const innermostFirst = [...shown.filter(({ isFrame }) => isFrame), ...shown.filter(({ isFrame }) => !isFrame)].reverse()
  const act = innermostFirst.flatMap(({ read }) => read()).find((one) => isKeyOf(event, one))
  if (act === undefined || (isLetter(event) && !isInView(event.target))) return
  if (act.leavesText && isText(event.target)) return
  event.preventDefault()
  if (!act.whyNot && !(act.isOncePerPress && event.repeat)) act.run()
}

function isKeyOf(event: KeyboardEvent, { key, otherKey }: Act): boolean {
  return (key !== undefined && isKey(event, key)) || (otherKey !== undefined && isKey(event, otherKey))
}

/** True where somebody writes: there the browser undoes letters. */
function isText(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return !target.readOnly
  if (target instanceof HTMLInputElement) return !target.readOnly && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
  return target instanceof HTMLElement && target.isContentEditable
}

/** True for a key that writes a sign. */
export function isLetter({ key, ctrlKey, altKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey
}

/** Single letters act only where the focus is in the view, and never where somebody writes (WCAG 2.1.4). */
function isInView(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-region="view"]') !== null && !target.matches('input, textarea, select')
}

/** How a key is written on buttons and in hints: "Strg S", "Alt ↑". */
export function keyText(key: string): string {
  const words: Record<string, string> = {
    Control: t('Strg'),
    Shift: t('Umschalt'),
    Escape: 'Esc',
    Enter: '⏎',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
    Delete: t('Entf'),
    Plus: '+',
  }
  // A sign is named by itself: where it lies differs from keyboard to keyboard.
  return key
    .replace('Shift+?', '?')
    .split('+')
    .map((part) => words[part] ?? part)
    .join(' ')
}

/** True if a key press is the one named: 'Control+S', 'F6', 'Shift+F6'. */
export function isKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>, name: string): boolean {
  const parts = name.split('+')
  // The sign itself stands between the names.
  const key = parts.at(-1) === 'Plus' ? '+' : parts.at(-1)!
  const has = (modifier: string) => parts.slice(0, -1).includes(modifier)
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    event.ctrlKey === has('Control') &&
    event.altKey === has('Alt') &&
    event.shiftKey === has('Shift') &&
    !event.metaKey
  )
}
