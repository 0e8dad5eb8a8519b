// Speaks to a screen reader what the eye sees at once. Calm words wait for each other, «не сохранено» does not.
import { useEffect } from 'react'
import { create } from 'zustand'
import { LiveRegion } from '../../ui/live-region.tsx'
import { mergeSentences } from './merge-sentences.ts'

interface Announcements {
  polite: string
  assertive: string
}

const useAnnouncements = create<Announcements>(() => ({ polite: '', assertive: '' }))

const quietMs = 2_000
let waiting: string[] = []
let open: ReturnType<typeof setTimeout> | null = null

/** The first word is said at once; what comes within two seconds after it is merged into one sentence. */
const closeWindow = (): void => {
  open = null
  if (waiting.length === 0) return useAnnouncements.setState({ polite: '' })
  useAnnouncements.setState({ polite: mergeSentences(waiting) })
  waiting = []
  open = setTimeout(closeWindow, quietMs)
}

export const announce = (polite: string): void => {
  waiting.push(polite)
  if (open === null) closeWindow()
}

/** Only for what was not saved: it breaks in. */
export const alarm = (assertive: string): void => {
  useAnnouncements.setState({ assertive: '' })
  setTimeout(() => useAnnouncements.setState({ assertive }))
}

/** Says what a screen shows, when it comes and when it changes; null is nothing. */
export const useAnnounced = (polite: string | null): void => {
  useEffect(() => {
    if (polite !== null) announce(polite)
  }, [polite])
}

export const Announcer = () => {
  const { polite, assertive } = useAnnouncements()
  return <LiveRegion polite={polite} assertive={assertive} />
}
