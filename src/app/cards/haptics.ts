// A short buzz after what was saved: only where the device can, and only when it was switched on.
import { useState } from 'react'

const kept = 'haptics'
const buzzMs = 15

const canBuzz = (): boolean => typeof navigator.vibrate === 'function'

const read = (): boolean => {
  try {
    return localStorage.getItem(kept) === 'on'
  } catch {
    return false
  }
}

export const useHaptics = () => {
  const [on, setOn] = useState(read)
  const toggle = (): void => {
    setOn(!on)
    try {
      localStorage.setItem(kept, on ? 'off' : 'on')
    } catch {
      // Then it is off again next time.
    }
  }
  return {
    can: canBuzz(),
    on,
    toggle,
    buzz: (): void => {
      if (on && canBuzz()) navigator.vibrate(buzzMs)
    },
  }
}
