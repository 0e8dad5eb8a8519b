// Keys that a whole screen hears. Not while a text is typed, and not beneath an open sheet or dialog: those are its own.
import { useLayoutEffect, useRef } from 'react'

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')

const isCovered = (): boolean => document.querySelector('dialog[open]') !== null

/** `onKey` is the one of the newest drawing, heard as soon as that is on the screen; a key that something inside has taken does not come. */
export const useWindowKeys = (onKey: (event: KeyboardEvent) => void): void => {
  const newest = useRef(onKey)
  useLayoutEffect(() => {
    newest.current = onKey
  })
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target) || isCovered()) return
      newest.current(event)
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [])
}

/** Ctrl+Z takes back; Ctrl+Y and Ctrl+Shift+Z do it again. Null for any other key. */
export const undoKeyOf = (event: KeyboardEvent): 'undo' | 'redo' | null => {
  const { ctrlKey, metaKey, altKey, shiftKey, code } = event
  if (!(ctrlKey || metaKey) || altKey || (code !== 'KeyZ' && code !== 'KeyY')) return null
  return code === 'KeyY' || shiftKey ? 'redo' : 'undo'
}
