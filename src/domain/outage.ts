// The register of outages (п. 3.1): opened and closed by probes with their evidence, never overwritten.
import type { PersonId } from './school.ts'
import { type Instant, toMs } from './time.ts'

/** All of АИС СРО, one building of the school, or one person (a forgotten password). */
export type OutageScope =
  | { kind: 'school' }
  | { kind: 'building'; building: string }
  | { kind: 'teacher'; person: PersonId }

/** What a probe of АИС СРО saw. */
export type Reach = 'up' | 'readOnly' | 'loginDown' | 'blocked' | 'down'
/** How far a probe came, of finding the name, connecting, the certificate and an answer; `time`: it gave up waiting. */
export type ProbeStep = 'dns' | 'tcp' | 'tls' | 'http' | 'time'
export interface ProbeSeen {
  step: ProbeStep
  /** What the system called it (`ENOTFOUND`), or the status of the answer. */
  detail: string
  ms: number
}
export interface Probe {
  at: Instant
  reach: Reach
  /** One line for the audit log: which step answered what. */
  evidence: string
  /** Absent from probes of before it was kept. */
  seen?: ProbeSeen
}

export interface Outage {
  no: number
  scope: OutageScope
  openedAt: Instant
  openedBy: Probe | null
  /** The first successful probe; final once the quiet minutes after it have passed. */
  restoredAt: Instant | null
  restoredBy: Probe | null
  closedAt: Instant | null
  /** When a deputy said that it counts, however short it was. */
  confirmedAt: Instant | null
}

export type WatchStep =
  | { kind: 'none' }
  | { kind: 'open'; at: Instant; probe: Probe }
  | { kind: 'restore'; at: Instant; probe: Probe }
  | { kind: 'relapse'; probe: Probe }
  | { kind: 'close'; at: Instant; restoredAt: Instant }

/**
 * What one probe changes for the open school-wide outage (or none).
 * `restoredAt` is the first success followed by `quietMs` without a failure; a failure within them takes it back.
 */
export const watch = (open: Outage | null, probe: Probe, quietMs: number): WatchStep => {
  const up = probe.reach === 'up'
  if (!open) return up ? { kind: 'none' } : { kind: 'open', at: probe.at, probe }
  if (!up) return open.restoredAt ? { kind: 'relapse', probe } : { kind: 'none' }
  if (!open.restoredAt) return { kind: 'restore', at: probe.at, probe }
  const quiet = toMs(probe.at) - toMs(open.restoredAt)
  return quiet >= quietMs ? { kind: 'close', at: probe.at, restoredAt: open.restoredAt } : { kind: 'none' }
}
