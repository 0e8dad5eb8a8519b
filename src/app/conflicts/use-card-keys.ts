// Keys of a card: 1, 2 … choose, Esc is later, Ctrl+Z takes a choice back. Enter is left alone: nothing is chosen by it.
import { useEffect, useRef } from 'react'

interface CardKeys {
  onDigit(n: number): void
  onLater(): void
  onUndo(): void
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement

export const useCardKeys = (keys: CardKeys): void => {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.defaultPrevented) return
      const { onDigit, onLater, onUndo } = latest.current
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyZ') {
        event.preventDefault()
        return onUndo()
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (event.key === 'Escape') onLater()
      else if (/^Digit[1-9]$|^Numpad[1-9]$/.test(event.code)) onDigit(Number(event.code.slice(-1)))
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
