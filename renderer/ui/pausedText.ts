import { useEffect, useRef, useState } from 'react'

const PAUSE_MS = 150

/** A text that is told on after a short pause in typing: what it is now, and what typing does. */
export function usePausedText(
  value: string,
  onChange: (value: string) => void,
): [string, (text: string, how?: { isAtOnce: boolean }) => void] {
  const [text, setText] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setText(value), [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  return [
    text,
    (next, how = { isAtOnce: false }) => {
      setText(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => onChange(next), how.isAtOnce ? 0 : PAUSE_MS)
    },
  ]
}
