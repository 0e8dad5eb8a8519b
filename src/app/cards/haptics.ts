// A short buzz after what was saved: only where the device can, and only when it was switched on.
import { useState } from 'react'
import { keepPreference, readPreference } from '../shell/preference.ts'

const kept = 'haptics'
const buzzMs = 15

const canBuzz = (): boolean => typeof navigator.vibrate === 'function'

const read = (): boolean => readPreference(kept, ['on', 'off'], 'off') === 'on'

export const useHaptics = () => {
  const [on, setOn] = useState(read)
  const toggle = (): void => {
    setOn(!on)
    keepPreference(kept, on ? 'off' : 'on')
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

export type Haptics = ReturnType<typeof useHaptics>
