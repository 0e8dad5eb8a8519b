// The focus that goes with what held it: it is given to what stands there now, and a focus that rests somewhere is left.
import { useEffect, useRef } from 'react'

const isLost = (): boolean => {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body
}

export const catchFocus = (target: HTMLElement | null | undefined): void => {
  if (isLost()) target?.focus({ preventScroll: true })
}

/** For what is taken off the screen: `next` finds what the keyboard goes on from. */
export const useGivingFocus = (next: () => HTMLElement | null): void => {
  const newest = useRef(next)
  newest.current = next
  useEffect(() => () => catchFocus(newest.current()), [])
}

/** The title of the screen, made ready to hold the focus. */
export const screenHeading = (): HTMLElement | null => {
  const heading = document.querySelector<HTMLElement>('main h1')
  if (heading) heading.tabIndex = -1
  return heading
}
