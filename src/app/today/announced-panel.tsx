// Outages announced ahead, on a tablet with a network or without: before the hour, and once it has come.
import { useLiveQuery } from 'dexie-react-hooks'
import { type AnnouncedOutage, announcedAt } from '../../domain/register/announced.ts'
import type { Instant } from '../../domain/time.ts'
import { readAnnounced } from '../../store/pulled.ts'
import { Panel } from '../../ui/panel.tsx'
import { todayOutageWords } from '../messages/screens/today/outages.ts'
import { spanOfDates } from '../messages/time.ts'
import { useSyncState } from '../runtime/sync-state.ts'
import { useRuntime } from '../runtime/use-runtime.ts'

interface AnnouncedOpenProps {
  announced: AnnouncedOutage
  zone: string
}

/** Its hour has come and the register doesn't hold it yet, or this tablet can't hear of it. */
export const AnnouncedOpen = ({ announced, zone }: AnnouncedOpenProps) => {
  const status = useSyncState((state) => state.status)
  const answers = status.hub === 'answers' && status.ais?.reach === 'up'
  return (
    <Panel tone="warn" title={answers ? todayOutageWords.announcedButUp : todayOutageWords.announced}>
      {spanOfDates(announced.from, announced.to, zone)}: {announced.reason}.{' '}
      {answers ? todayOutageWords.announcedButUpLead : todayOutageWords.announcedLead}
    </Panel>
  )
}

export const AnnouncedAhead = ({ zone, now }: { zone: string; now: Instant }) => {
  const { db } = useRuntime()
  const announced = useLiveQuery(() => readAnnounced(db), [db], [])
  const { ahead } = announcedAt(announced, now)
  if (ahead.length === 0) return null
  return (
    <Panel tone="accent" title={todayOutageWords.aheadTitle}>
      {ahead.map((one) => (
        <p key={one.id}>
          <b>{spanOfDates(one.from, one.to, zone)}</b>: {one.reason}
        </p>
      ))}
      <p>{todayOutageWords.aheadLead}</p>
    </Panel>
  )
}
