// Which outage a recorded entry belongs to: its term of п. 3.2 is that outage's.
import type { ClockReading } from '../entry.ts'
import type { Outage } from '../outage.ts'
import type { PersonId } from '../school.ts'
import { type Instant, toInstant, toMs } from '../time.ts'

/** An entry's recording: when by the hub's clock, how sure that is, by whom and for which buildings. */
export interface Recording {
  at: Instant
  /** Null where nobody had measured the tablet's clock. */
  clock: ClockReading | null
  author: PersonId
  /** Of all classes of the lesson: one of several buildings is met by an outage of any of them. */
  buildings: readonly string[]
}

const meets = ({ scope }: Outage, { author, buildings }: Recording): boolean => {
  switch (scope.kind) {
    case 'school':
      return true
    case 'building':
      return buildings.includes(scope.building)
    case 'teacher':
      return scope.person === author
  }
}

/** Could the entry have been recorded between the opening and the closing? */
const mayHold = ({ openedAt, closedAt }: Outage, { at, clock }: Recording): boolean => {
  const doubtMs = clock?.doubtMs ?? 0
  const [earliest, latest] = [toInstant(toMs(at) - doubtMs), toInstant(toMs(at) + doubtMs)]
  return openedAt <= latest && (closedAt === null || earliest <= closedAt)
}

/** An outage of more people before one teacher's own; an open one before closed ones; then the newest. */
const first = (outages: readonly Outage[]): Outage | undefined => {
  const rank = ({ scope, closedAt }: Outage) =>
    (scope.kind === 'teacher' ? 2 : 0) + (closedAt === null ? 0 : 1)
  return [...outages].sort((a, b) => rank(a) - rank(b) || b.no - a.no)[0]
}

/** The outage in which it may have been recorded, whatever is open by now; null where there is none. */
export const recordedIn = (outages: readonly Outage[], recording: Recording): number | null =>
  first(outages.filter((one) => meets(one, recording) && mayHold(one, recording)))?.no ?? null

/**
 * The number of the outage in which the entry was recorded, else of the one that is open as it arrives; null where
 * there is neither. So a short second outage takes nothing over from the first. Where the clock leaves room for two,
 * or nobody has measured it, the open one counts: what isn't sure makes nothing late.
 */
export const outageOf = (outages: readonly Outage[], recording: Recording): number | null => {
  const met = outages.filter((one) => meets(one, recording))
  const open = first(met.filter((one) => one.closedAt === null))
  if (recording.clock === null && open && open.scope.kind !== 'teacher') return open.no
  return (first(met.filter((one) => mayHold(one, recording))) ?? open)?.no ?? null
}
