// A card that follows a finger and goes back unless it was meant.
import { type PointerEvent, useRef } from 'react'
import { type CardCommand, swiped } from './roll-call.ts'

interface From {
  pointer: number
  x: number
  y: number
}

export const useSwipe = (onSwipe: (command: CardCommand) => void) => {
  const from = useRef<From | null>(null)
  const follow = (card: HTMLElement, dx: number): void => {
    card.style.setProperty('--dx', `${dx}px`)
    card.dataset.side = dx > 24 ? 'here' : dx < -24 ? 'absent' : ''
  }
  const end = (event: PointerEvent<HTMLElement>): From | null => {
    const began = from.current
    if (began?.pointer !== event.pointerId) return null
    from.current = null
    delete event.currentTarget.dataset.held
    follow(event.currentTarget, 0)
    return began
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      if (!event.isPrimary || event.button !== 0) return
      from.current = { pointer: event.pointerId, x: event.clientX, y: event.clientY }
      event.currentTarget.dataset.held = ''
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      if (from.current?.pointer === event.pointerId)
        follow(event.currentTarget, event.clientX - from.current.x)
    },
    onPointerUp: (event: PointerEvent<HTMLElement>): void => {
      const began = end(event)
      const meant = began && swiped(event.clientX - began.x, event.clientY - began.y)
      if (meant) onSwipe(meant)
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>): void => void end(event),
  }
}
