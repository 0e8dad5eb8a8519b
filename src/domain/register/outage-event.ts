// The register of outages is a log: nothing of an outage is overwritten, only followed (п. 3.1).
import type { Outage, OutageScope, Probe } from '../outage.ts'
import type { PersonId } from '../school.ts'
import type { Instant } from '../time.ts'

export type OutageEvent = {
  no: number
  /** Its place among the events of the outage, from one. */
  n: number
  at: Instant
  /** A person, or `watch`. */
  who: PersonId
} & (
  | { kind: 'opened'; scope: OutageScope; probe: Probe | null; reason: string | null }
  | { kind: 'restored'; probe: Probe | null }
  /** Access failed again within the quiet minutes: the outage goes on. */
  | { kind: 'relapsed'; probe: Probe | null }
  | { kind: 'closed' }
  | { kind: 'confirmed'; reason: string }
  /** A person's word on when access came back, over what the probes saw; what they saw stays in the events. */
  | { kind: 'returnConfirmed'; restoredAt: Instant; reason: string }
)

const afterwards = (outage: Outage, event: OutageEvent): Outage => {
  switch (event.kind) {
    case 'opened':
      return outage
    case 'restored':
      return { ...outage, restoredAt: event.at, restoredBy: event.probe }
    case 'relapsed':
      return { ...outage, restoredAt: null, restoredBy: null }
    case 'closed':
      return { ...outage, closedAt: event.at }
    case 'confirmed':
      return { ...outage, confirmedAt: outage.confirmedAt ?? event.at }
    case 'returnConfirmed':
      return { ...outage, restoredAt: event.restoredAt }
  }
}

/** The outage as its events leave it, in their order; null when the first isn't its opening. */
export const foldOutage = (events: readonly OutageEvent[]): Outage | null => {
  const [first, ...rest] = events
  if (first?.kind !== 'opened') return null
  const { no, scope, probe, at, reason } = first
  // A deputy enters a teacher's outage with a reason: that is the word it needs. What intake opens has none.
  const confirmedAt = scope.kind === 'teacher' && reason !== null ? at : null
  const opened: Outage = {
    ...{ no, scope, openedAt: at, openedBy: probe, confirmedAt },
    ...{ restoredAt: null, restoredBy: null, closedAt: null },
  }
  return rest.reduce(afterwards, opened)
}
