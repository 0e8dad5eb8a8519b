// Where a person was before the disagreements: «Решить позже» leads back there.
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { create } from 'zustand'

/** Of no screen that a card is opened over: they are passed by. */
const passedBy = /^\/(conflicts|sign-in)(\/|$)/

/** The place to go back to once `path` is shown. */
export const placeAfter = (place: string, path: string): string => (passedBy.test(path) ? place : path)

/** For as long as the tab stands open; a card opened by its address leads to the day. */
const usePlace = create<{ place: string }>(() => ({ place: '/today' }))

/** Notes every address; the shell asks for it once. */
export const useNotingPlace = (): void => {
  const [path] = useLocation()
  useEffect(() => usePlace.setState(({ place }) => ({ place: placeAfter(place, path) })), [path])
}

export const useCameFrom = (): string => usePlace(({ place }) => place)
