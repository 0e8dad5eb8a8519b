// The port to АИС СРО: what every door behind it can do. A session belongs to the person who opened it.
import type { LessonId } from '../domain/cell.ts'
import type { Probe } from '../domain/outage.ts'
import type { PersonId } from '../domain/school.ts'
import type { AisPage, AisSlot } from '../domain/transfer/ais-page.ts'

/** How sure we are that the real АИС СРО behaves as a door assumes. */
export type Evidence = 'publiclyDocumented' | 'observedByOthers' | 'ourOwnStandIn'

/** Kept in memory for one run; never stored, never shared. `key` means something to its door alone. */
export interface AisSession {
  person: PersonId
  key: string
  expiresAt: string
}

export type AisFailure =
  /** No answer, a closed socket, a time-out or a 5xx: what was sent may or may not have arrived. */
  | { kind: 'unreachable'; detail: string }
  /** The session has ended or was never good. */
  | { kind: 'sessionEnded' }
  /** АИС refuses the page: a closed year, an editing limit, no such lesson. */
  | { kind: 'locked'; detail: string }

export type AisResult<T> = { ok: true; value: T } | { ok: false; failure: AisFailure }

export interface AisTarget {
  evidence: Record<'probe' | 'openSession' | 'readLesson' | 'apply', Evidence>
  /** Needs no session. Never throws. */
  probe(): Promise<Probe>
  /** The page where the person opens a session with one click; АИС sends the browser back to `returnTo` with a code. */
  sessionPage(person: PersonId, returnTo: string): string
  /** Turns the one-time code of that page into a session. */
  openSession(person: PersonId, code: string): Promise<AisResult<AisSession>>
  readLesson(session: AisSession, lesson: LessonId): Promise<AisResult<AisPage>>
  /** Writes slots of one page; an empty text clears a slot. The last writer wins. */
  apply(
    session: AisSession,
    lesson: LessonId,
    writes: Readonly<Record<AisSlot, string>>,
  ): Promise<AisResult<null>>
}
