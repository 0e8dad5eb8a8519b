// Speaks to a screen reader what the eye sees at once: «сохранено», «не сохранено». The last sentence only.
import { create } from 'zustand'
import { LiveRegion } from '../../ui/live-region.tsx'

interface Announcements {
  polite: string
  assertive: string
}

const useAnnouncements = create<Announcements>(() => ({ polite: '', assertive: '' }))

export const announce = (polite: string): void => useAnnouncements.setState({ polite, assertive: '' })
export const alarm = (assertive: string): void => useAnnouncements.setState({ polite: '', assertive })

export const Announcer = () => {
  const { polite, assertive } = useAnnouncements()
  return <LiveRegion polite={polite} assertive={assertive} />
}
