// The keys that work on every screen: `?` lists the keys, Ctrl+L goes to the way out, also from under an open sheet.
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { isTyping } from '../../ui/use-window-keys.ts'
import { useHelp } from './help-state.ts'

export const useShellKeys = (): void => {
  const [, go] = useLocation()
  const open = useHelp((help) => help.open)
  const close = useHelp((help) => help.close)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey) return
      const command = event.ctrlKey || event.metaKey
      if (command && !event.shiftKey && event.code === 'KeyL') {
        event.preventDefault()
        close()
        go('/sign-in')
      } else if (!command && event.key === '?' && !isTyping(event.target)) {
        event.preventDefault()
        open('keys')
      }
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [go, open, close])
}
