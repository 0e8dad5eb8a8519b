// Keys of a card: 1, 2 … choose, Esc is later, Ctrl+Z takes a choice back. Enter is left alone: nothing is chosen by it.
import { undoKeyOf, useWindowKeys } from '../../ui/use-window-keys.ts'

interface CardKeys {
  onDigit(n: number): void
  onLater(): void
  onUndo(): void
}

export const useCardKeys = ({ onDigit, onLater, onUndo }: CardKeys): void =>
  useWindowKeys((event) => {
    if (undoKeyOf(event) === 'undo') {
      event.preventDefault()
      return onUndo()
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    if (event.key === 'Escape') onLater()
    else if (/^Digit[1-9]$|^Numpad[1-9]$/.test(event.code)) onDigit(Number(event.code.slice(-1)))
  })
